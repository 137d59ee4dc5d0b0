"""What an author may write beyond Markdown, and how it becomes Markdown. Each stays readable as plain text in any viewer."""

"""What an author may write beyond Markdown, and where prose is: text in, blocks with their lines out."""

"""What an author may write beyond Markdown, and where prose stands: text in, blocks with their lines out."""

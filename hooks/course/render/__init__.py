"""Text of an author and rows of tables -> the Markdown and HTML that shows them."""

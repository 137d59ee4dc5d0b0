"""What a change does to the course, told to whoever wrote it and whoever accepts it: two courses -> a report as data, Markdown and HTML."""

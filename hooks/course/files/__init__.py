"""What is read, written, limited and trusted on the disk. Knows nothing of a course."""

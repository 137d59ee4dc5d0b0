"""What the English lacks, what has changed since it was confirmed, and how to say so."""

"""How Chinese and how English is set, and the figures in either. Knows nothing of a course."""

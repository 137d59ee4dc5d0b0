"""The finished site as text: every page, data file and search entry of a language."""

"""The course as its authors wrote it: types, tables, kinds of page, and reading all of it into one catalogue."""

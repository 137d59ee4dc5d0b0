"""The printed editions: handouts, answer keys, trainer sheets, cards and the book, made from the same pages as the site.

A print is assembled as finished Markdown for its audience (so that an answer is never in a handout's text at all), written as
Typst source and set by Typst: ``fragment``, ``html_to_typst`` and ``markup`` write, one module a print says what is in it, ``sources`` lists what
there is, ``press`` makes PDFs of it.
"""

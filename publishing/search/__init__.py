"""Finding what is published: a person by any spelling of the name, a passage by its words.

Everything here reads and writes rows that are projected from live editions; nothing of it reads a
working copy. docs/decisions/2026-11-27-search.md tells how results are ranked, and why.
"""

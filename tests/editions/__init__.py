"""A stored edition of every schema: what was published once must be readable for ever.

Until the first release, `make stored-editions` makes them anew after a change of a schema; from then on
they stay as they are, and a new number gets a file of its own.
"""

"""How many requests a process answers at the same time. Stored pages must never wait for what is computed."""

THREADS = 8
IN_DJANGO = 2  # Python computes one at a time; the second waits for the database or a slow reader
WAITING = 4  # for one of these places; what comes beyond is told to come again
PATIENCE = 2.0  # seconds for which one waits
# THREADS - IN_DJANGO - WAITING are left for what is stored, however long the database takes.

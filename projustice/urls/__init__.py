"""The URL maps. `SERVE` chooses one: public, desk, or both in one process."""

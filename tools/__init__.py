"""What stands behind `make`: written against the standard library alone, since it runs before anything is installed."""

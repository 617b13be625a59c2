"""The command line: the only place that prints; one file for each command."""

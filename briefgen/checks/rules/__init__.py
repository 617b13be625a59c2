"""The rules, by subject; one function for each."""

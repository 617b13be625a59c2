"""The record: what an article file says, as frozen values."""

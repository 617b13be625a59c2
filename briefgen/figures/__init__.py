"""Drawings made from a memo's figures, one for every format."""

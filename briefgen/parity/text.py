"""Text → its words."""


def read(data: bytes) -> str:
    """Give all there is; what the writer adds, such as rules and marks of lists, is more than the memo's words."""
    return data.decode()

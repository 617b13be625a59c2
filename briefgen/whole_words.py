"""Look for words as a whole: what stands in a record is looked for once, and not worth a pattern of its own."""


def stands_in(words: str, text: str, *, endings: tuple[str, ...] = ("",)) -> bool:
    """Tell whether `words` stand in `text` with no letter or digit beside them, but for one of the `endings`."""
    place = text.find(words)
    while place >= 0:
        if not _goes_on(text[place - 1 : place]) and _ends(text, place + len(words), endings):
            return True
        place = text.find(words, place + 1)
    return False


def begins_in(stem: str, text: str) -> bool:
    """Tell whether a word in `text` begins with `stem`."""
    place = text.find(stem)
    while place >= 0:
        if not _goes_on(text[place - 1 : place]):
            return True
        place = text.find(stem, place + 1)
    return False


def _ends(text: str, place: int, endings: tuple[str, ...]) -> bool:
    return any(
        text.startswith(ending, place) and not _goes_on(text[place + len(ending) : place + len(ending) + 1])
        for ending in endings
    )


def _goes_on(character: str) -> bool:
    return character.isalnum() or character == "_"

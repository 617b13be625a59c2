"""HTML page → the words of its main part."""

from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "wbr", "col"})
_INLINE = frozenset({"a", "strong", "em", "span", "time", "data"})


def read(data: bytes) -> str:
    """Give what stands in `main`, without numbers the page counts itself and without the words in drawings."""
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.open: list[bool] = []
        """For each open element whether its words count."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.pieces.append(" ")
        if tag in _VOID:
            return
        told = dict(attrs)
        is_extra = told.get("class") == "number" or told.get("role") == "img"
        self.open.append((tag == "main" or self._counts()) and not is_extra)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over what has no inside, such as a shape of a drawing."""

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        self.open.pop()
        if tag not in _INLINE:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if self._counts():
            self.pieces.append(data)

    def _counts(self) -> bool:
        return bool(self.open) and self.open[-1]

"""What must be said of the list of positions as a whole: counts that do not match it, and who is not named for it."""

from briefgen.audience.entries import entries, field, text
from briefgen.audience.telling import attribution, listed
from briefgen.audience.view import Entry
from briefgen.audience.words import Words


def remarks(record: Entry, words: Words) -> tuple[str, ...]:
    """Say which positions a count of the source means, and which the source attributes to nobody."""
    positions = entries(record, "positions")
    counts: dict[str, list[int]] = {}
    for number, position in enumerate(positions, start=1):
        if text(position, "counted_in"):
            counts.setdefault(text(position, "counted_in"), []).append(number)
    nobodys = [n for n, one in enumerate(positions, start=1) if field(one, "attribution.implicit") is True]
    said = []
    for count, numbers in counts.items():
        key = "both" if numbers == nobodys else "counted"
        if len(numbers) < len(positions) or key == "both":
            said.append(words.say(f"remarks.{key}", count=count, items=numbers_in_words(numbers, words)))
    if nobodys and nobodys not in counts.values():
        said.append(words.say("remarks.implicit", items=numbers_in_words(nobodys, words)))
    return tuple(said)


def row_remarks(record: Entry, words: Words) -> tuple[str, ...]:
    """Say which rows of the table of figures rest on somebody unnamed, or on a report that was not seen."""
    rows: dict[str, list[int]] = {}
    for number, figure in enumerate(entries(record, "statistics"), start=1):
        for remark in attribution(figure, words, text(figure, "label")):
            rows.setdefault(remark, []).append(number)
    return tuple(
        words.say("rows", n=len(numbers), items=numbers_in_words(numbers, words), remark=remark)
        for remark, numbers in rows.items()
    )


def numbers_in_words(numbers: list[int], words: Words) -> str:
    """Write numbers as a list, and those in a row as a range where there are more than two."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and numbers == list(range(first, last + 1)):  # noqa: PLR2004 - from three on it reads as one
        return words.say("remarks.range", first=first, last=last)
    return listed(numbers, words)

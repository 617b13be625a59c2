"""briefgen's second half alone: a memo that is there already → a file, read back; the peers start there too."""

import pickle
from collections.abc import Mapping

from briefgen.pipeline import written


def pdf(memo: str, kit: str) -> Mapping[str, bytes]:  # noqa: ARG001 - the same for all contenders
    """Write the memo as PDF."""
    return _written(memo, "pdf")


def word(memo: str, kit: str) -> Mapping[str, bytes]:  # noqa: ARG001 - the same for all contenders
    """Write the memo for Word."""
    return _written(memo, "docx")


def _written(memo: str, kind: str) -> Mapping[str, bytes]:
    with open(f"{memo}/memo.pickle", "rb") as file:
        made, theme = pickle.load(file)  # noqa: S301 - our own file
    return {kind: written(made, theme, kind)}

"""Which way the words of a language run, the same in every format."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def is_right_to_left(language: str) -> bool:
    """Tell whether text in `language` (BCP 47) is read from the right; a script subtag outweighs the language."""
    primary, _, rest = language.lower().partition("-")
    if rest.startswith(("arab", "hebr", "thaa", "syrc")):
        return True
    return primary in _RIGHT_TO_LEFT and not rest.startswith(("latn", "cyrl"))

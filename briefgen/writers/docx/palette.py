"""The theme part: the colours and fonts that Word offers to those who go on writing (ISO/IEC 29500-1 §20.1.6)."""

from briefgen.theme import Theme
from briefgen.writers.docx.namespaces import DRAWING
from briefgen.writers.docx.properties import colour
from briefgen.writers.docx.xml import Xml, named

_FILL = named("a:solidFill", {}, named("a:schemeClr", {"val": "phClr"}))
_LINE = named("a:ln", {}, _FILL)
_EFFECT = named("a:effectStyle", {}, named("a:effectLst", {}))


def palette(theme: Theme) -> Xml:
    """Write the theme part."""
    scheme = (
        named("a:clrScheme", {"name": "Memo"}, *_colours(theme)),
        named("a:fontScheme", {"name": "Memo"}, _font("major", theme.family), _font("minor", theme.family)),
        named(
            "a:fmtScheme", {"name": "Memo"}, *(named(f"a:{kind}Lst", {}, *[one] * 3) for kind, one in _FORMS.items())
        ),
    )
    namespace = {"xmlns:a": DRAWING["xmlns:a"], "name": "Memo"}
    return named("a:theme", namespace, named("a:themeElements", {}, *scheme))


_FORMS = {"fillStyle": _FILL, "lnStyle": _LINE, "effectStyle": _EFFECT, "bgFillStyle": _FILL}
"""How shapes look, from slight to strong; a memo has none, but the part must say it, three times each."""


def _colours(theme: Theme) -> tuple[Xml, ...]:
    """Fill the twelve places of Word's palette."""
    colours = theme.colours
    accents = (colours.accent, colours.warning, colours.muted, colours.rule, colours.link, colours.hairline)
    places = {"dk1": colours.text, "lt1": "#ffffff", "dk2": colours.accent, "lt2": colours.ground}
    places |= {f"accent{n}": accent for n, accent in enumerate(accents, 1)}
    places |= {"hlink": colours.link, "folHlink": colours.link}
    return tuple(named(f"a:{place}", {}, named("a:srgbClr", {"val": colour(value)})) for place, value in places.items())


def _font(kind: str, family: str) -> Xml:
    others = (named(f"a:{script}", {"typeface": ""}) for script in ("ea", "cs"))
    return named(f"a:{kind}Font", {}, named("a:latin", {"typeface": family}), *others)

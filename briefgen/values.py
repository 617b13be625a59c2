"""Frozen dataclasses that take a fifth of the time to define.

`dataclasses` writes and compiles six functions for each frozen class with slots; with 200 classes that was a quarter of
the time in which a memo is made from a shell.
Here only `__init__` is compiled, and what else a class needs is shared by all.
Fields, defaults, slots and `match` are those of `dataclasses`, and to type checkers nothing differs.
"""

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

_FROM_FACTORY = object()
"""Stands for a field that is not given and has a factory."""

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - exported under its own name
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False, kw_only: bool = False
    ) -> Callable[[type], type]:
        """Make a dataclass as `dataclasses.dataclass` does, in less time if it is frozen and has slots."""
        if frozen and slots and not order:
            return partial(_frozen, eq=eq, kw_only=kw_only)
        return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order, kw_only=kw_only)


def _frozen(own: type, *, eq: bool, kw_only: bool) -> type:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(own)
    methods: dict[str, Any] = {
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    if eq:
        methods["__eq__"], methods["__hash__"] = _comparing(made)
    for name, method in methods.items():
        if made.__dict__.get(name) is None:
            setattr(made, name, method)
    made.__init__ = _init(made)
    frozen: type = made
    return frozen


def _init(made: Any) -> Callable[..., None]:  # noqa: ANN401 - a dataclass
    """Compile `__init__`: a parameter for each field, and for each the setter of its slot."""
    known: dict[str, Any] = {"_FROM_FACTORY": _FROM_FACTORY}
    fields = dataclasses.fields(made)
    lines = [line for number, field in enumerate(fields) for line in _setting(number, field, made, known)]
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    given = [(number, field) for number, field in enumerate(fields) if field.init]
    plain = [_parameter(number, field) for number, field in given if not field.kw_only]
    named = [_parameter(number, field) for number, field in given if field.kw_only]
    parameters = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    exec(f"def __init__({parameters}):\n" + "\n".join(lines or [" pass"]), known)  # noqa: S102 - names of our own fields
    init: Callable[..., None] = known["__init__"]
    return init


def _parameter(number: int, field: "dataclasses.Field[Any]") -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=_FROM_FACTORY"
    return field.name if field.default is dataclasses.MISSING else f"{field.name}=_default{number}"


def _setting(number: int, field: "dataclasses.Field[Any]", made: type, known: dict[str, Any]) -> Iterator[str]:
    known[f"_set{number}"] = getattr(made, field.name).__set__
    known[f"_default{number}"], known[f"_make{number}"] = field.default, field.default_factory
    value = field.name if field.init else f"_default{number}"
    if field.default_factory is not dataclasses.MISSING:
        value = (
            f"_make{number}() if {field.name} is _FROM_FACTORY else {field.name}" if field.init else f"_make{number}()"
        )
    if field.init or known[f"_default{number}"] is not dataclasses.MISSING or value.startswith("_make"):
        yield f" _set{number}(self, {value})"


def _comparing(made: Any) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:  # noqa: ANN401 - as above
    """Compare, and hash, by the values of the fields."""
    names = [field.name for field in dataclasses.fields(made) if field.compare]
    compared: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def equals(self: Any, other: object) -> bool:  # noqa: ANN401 - of the class
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:  # noqa: ANN401 - of the class
        return hash(compared(self))

    return equals, hashed


def _repr(self: Any) -> str:  # noqa: ANN401 - of any class
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_: object) -> None:  # noqa: ANN401, ARG001 - of any class
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[object]:  # noqa: ANN401 - of any class
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401 - of any class
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)

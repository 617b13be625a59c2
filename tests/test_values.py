"""Frozen classes are what `dataclasses` makes of them, and cheaper to define."""

import copy
import dataclasses
import pickle
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, ClassVar

import pytest

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    """Has fields of every kind."""

    name: str
    size: int = 0
    parts: Mapping[str, int] = field(default_factory=dict)
    silent: str = field(default="", repr=False, compare=False)
    length: int = field(init=False)
    always: tuple[str, ...] = field(init=False, default=("a",))
    kinds: ClassVar[int] = 3

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Base):
    extra: str
    more: str = "more"


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    name: str


@dataclass(frozen=True, slots=True)
class Own:
    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return "own"


def the_usual() -> Any:
    """Make the same class with `dataclasses`."""

    @dataclasses.dataclass(frozen=True, slots=True)
    class Base:
        name: str
        size: int = 0
        parts: Mapping[str, int] = field(default_factory=dict)
        silent: str = field(default="", repr=False, compare=False)
        length: int = field(init=False)
        always: tuple[str, ...] = field(init=False, default=("a",))
        kinds: ClassVar[int] = 3

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

    return Base


def kinds_alike() -> tuple[Any, Any]:
    return Base, the_usual()


GIVEN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("ab",), {}),
    (("ab", 1), {}),
    (("ab", 1, {"x": 1}), {"silent": "s"}),
    ((), {"name": "abc", "size": 5}),
]


@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_it_is_made_shown_and_taken_apart_as_usual(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, usual = [kind(*given, **named) for kind in kinds_alike()]

    assert repr(ours) == repr(usual).replace("the_usual.<locals>.", "")
    assert dataclasses.asdict(ours) == dataclasses.asdict(usual)
    assert dataclasses.asdict(dataclasses.replace(ours, size=9)) == dataclasses.asdict(
        dataclasses.replace(usual, size=9)
    )
    assert [one.name for one in dataclasses.fields(ours)] == [one.name for one in dataclasses.fields(usual)]
    assert (ours.__slots__, ours.__match_args__) == (usual.__slots__, usual.__match_args__)


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda kind: kind(), id="a field is missing"),
        pytest.param(lambda kind: kind("a", 1, {}, "", 5), id="too many"),
        pytest.param(lambda kind: kind("a", unknown=1), id="an unknown one"),
    ],
)
def test_what_is_wrong_is_said_as_usual(call: Callable[[Any], Any]) -> None:
    told = []
    for kind in kinds_alike():
        with pytest.raises(TypeError) as error:
            call(kind)
        told.append(str(error.value).rpartition("__init__()")[2])

    assert told[0] == told[1]


def test_equality_and_hash_are_those_of_the_compared_fields() -> None:
    one, same, other = Base("a", 1, silent="x"), Base("a", 1, silent="y"), Base("a", 2)

    assert (one == same, one == other, one == Derived("a", 1, extra=""), one == object()) == (True, False, False, False)
    assert len({Derived("a", extra="e", parts=()), Derived("a", extra="e", parts=())}) == 1  # type: ignore[arg-type]
    assert (Empty() == Empty(), hash(Empty()) == hash(Empty()), Alone("a") == Alone("a")) == (True, True, False)
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_what_a_class_says_itself_stays() -> None:
    assert (Own("a") == Own("b"), hash(Own("a")), repr(Own("a"))) == (True, 7, "own")


def test_nothing_can_be_changed() -> None:
    one: Any = Base("a")

    for change in (lambda: setattr(one, "name", "b"), lambda: delattr(one, "name"), lambda: setattr(one, "new", 1)):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()  # type: ignore[no-untyped-call]
    assert not hasattr(one, "__dict__")


def test_classes_inherit() -> None:
    one = Derived("ab", 4, extra="e")

    assert repr(one).startswith("Derived(name='ab', size=4, parts={}, length=2, always=('a',), extra='e', more='more')")
    with pytest.raises(TypeError, match="extra"):
        Derived("ab")  # type: ignore[call-arg]


@pytest.mark.parametrize("one", [Base("a", 1, {"x": 2}), Derived("a", extra="e"), Empty(), Alone("a")], ids=repr)
def test_copies_and_pickles_are_the_same(one: Any) -> None:
    for again in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301 - our own
        assert type(again) is type(one)
        assert repr(again) == repr(one)


def test_the_others_are_left_to_dataclasses() -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        name: str

    @dataclass(slots=True)
    class Changing:
        name: str

    one = Changing("a")
    one.name = "b"

    assert Ordered("a") < Ordered("b")
    assert one == Changing("b")

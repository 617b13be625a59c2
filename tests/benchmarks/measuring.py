"""The measurements: contenders take turns within a round, and each round begins with another of them."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.child import WARMING
from benchmarks.contenders import briefgen_command, table
from benchmarks.contenders.table import Contender, InPython, Program, command, command_for_many
from benchmarks.kit import Kit, add_record, add_serial, add_size
from benchmarks.process import Failed, Ran, run
from benchmarks.reading import check, pages
from benchmarks.records import PAGES, Size
from benchmarks.taken import Taken

Tell = Callable[[str], None]
Item = TypeVar("Item")

TWO_PAGES = "2 pages"


def in_turn(items: Sequence[Item], round_: int) -> tuple[Item, ...]:
    """Give the order of a round: begun one further each time, and every other time backwards."""
    start = round_ % len(items)
    order = (*items[start:], *items[:start])
    return order[::-1] if round_ % 2 else order


def cold(kit: Kit, contenders: Iterable[Contender], rounds: int, tell: Tell) -> Iterator[Taken]:
    """Make the memo of two pages in a new process each."""
    add_size(kit, PAGES[1])
    able = [one for one in contenders if one.cold]
    _start_once(kit, able)
    for round_ in range(rounds):
        yield from _turn(able, round_, tell, partial(_one, kit, TWO_PAGES, "cold", round_))
        tell(f"cold: round {round_ + 1} of {rounds}")


def warm(kit: Kit, contenders: Iterable[Contender], rounds: int, memos: int, tell: Tell) -> Iterator[Taken]:
    """Make many memos in one process each."""
    names = [add_serial(kit, serial) for serial in range(memos)]
    able = [one for one in contenders if one.warm]
    _start_once(kit, able)
    for round_ in range(rounds):
        yield from _turn(able, round_, tell, partial(_many, kit, names, round_))
        tell(f"warm: round {round_ + 1} of {rounds}")


def growth(
    kit: Kit, contenders: Iterable[Contender], rounds: int, sizes: Sequence[Size], tell: Tell
) -> Iterator[Taken]:
    """Make memos of several lengths, in a new process each."""
    names = [add_size(kit, size) for size in sizes]
    able = [one for one in contenders if one.cold and one.grows]
    _start_once(kit, able)
    for round_ in range(rounds):
        for name in names:
            yield from _turn(able, round_, tell, partial(_one, kit, name, "growth", round_))
            tell(f"growth: {name}, round {round_ + 1} of {rounds}")


def _turn(
    contenders: Sequence[Contender], round_: int, tell: Tell, take: Callable[[Contender], Taken]
) -> Iterator[Taken]:
    """Let each contender have its turn; one that fails is told, and does not stop the others."""
    for one in in_turn(contenders, round_):
        try:
            yield take(one)
        except Failed as error:
            tell(f"{one.name} failed: {error}")


def again(kit: Kit, memos: int, rounds: int, tell: Tell) -> Iterator[Taken]:
    """Ask for many memos that are there already, made from the same."""
    articles = [add_record(kit, serial) for serial in range(memos)]
    asked = [briefgen_command.program(), "make", *articles, "--audience", "minister", "--format", "docx"]
    case = f"{memos:,} memos"
    tell(f"again: making {case} first")
    run([*asked, "--output", "again"], kit.folder)
    for round_ in range(rounds):
        ran = run([*asked, "--output", "again"], kit.folder)
        yield Taken("again", table.WORD.name, case, round_, ran.cpu, ran.wall, ran.peak)


def workers(kit: Kit, memos: int, rounds: int, tell: Tell) -> Iterator[Taken]:
    """Make many memos by one worker and by two; nothing where `make` has no `--jobs`."""
    help_ = run([briefgen_command.program(), "make", "--help"], kit.folder).printed
    if "--jobs" not in help_:
        return
    articles = [add_record(kit, serial) for serial in range(memos)]
    asked = [briefgen_command.program(), "make", *articles, "--audience", "minister", "--format", "pdf,docx", "--force"]
    for round_ in range(rounds):
        for jobs in in_turn(("1", "2"), round_):
            ran = run([*asked, "--jobs", jobs, "--output", f"by-{jobs}"], kit.folder)
            yield Taken("workers", table.BOTH.name, f"--jobs {jobs}", round_, ran.cpu, ran.wall, ran.peak)
        tell(f"workers: round {round_ + 1} of {rounds}")


def _one(kit: Kit, name: str, part: str, round_: int, one: Contender) -> Taken:
    """Make one memo; whether its words are in the files is looked at once."""
    memo = kit.memo(name)
    shutil.rmtree(memo / briefgen_command.OUTPUT, ignore_errors=True)
    assert one.cold
    ran = run(command(one.cold, str(memo), str(kit.folder)), kit.folder)
    files = _files(one, memo)
    if round_ == 0:
        for file in files:
            check(file, kit.read(name))
    size, counted = sum(file.stat().st_size for file in files), max(map(pages, files), default=0)
    return Taken(part, one.name, name, round_, ran.cpu, ran.wall, ran.peak, size=size, pages=counted)


def _files(one: Contender, memo: Path) -> tuple[Path, ...]:
    found = tuple(file for file in memo.glob(one.files) if file.suffix[1:] in one.makes) if one.files else ()
    if len(found) != len(one.makes):
        raise Failed(f"{one.name} did not write {' and '.join(one.makes)}")
    return found


def _many(kit: Kit, names: Sequence[str], round_: int, one: Contender) -> Taken:
    folders = tuple(str(kit.memo(name)) for name in names)
    case = f"{len(names)} memos"
    assert one.warm
    ran = run(command_for_many(one.warm, folders, str(kit.folder)), kit.folder)
    match one.warm:
        case InPython():
            told = json.loads(ran.printed)
            return Taken("warm", one.name, case, round_, told["cpu"], told["wall"], ran.peak, told["growth"])
        case Program():
            few = run(command_for_many(one.warm, folders[:WARMING], str(kit.folder)), kit.folder)
            return _difference(one, case, round_, few=few, all_=ran, number=len(names) - WARMING)


def _difference(one: Contender, case: str, round_: int, *, few: Ran, all_: Ran, number: int) -> Taken:
    """Take a program that does not tell of itself by what many memos need beyond a few."""
    cpu, wall = (all_.cpu - few.cpu) / number, (all_.wall - few.wall) / number
    return Taken("warm", one.name, case, round_, cpu, wall, all_.peak, all_.peak - few.peak)


def _start_once(kit: Kit, contenders: Iterable[Contender]) -> None:
    """Let each set up what it keeps on the disk: compiled modules, caches, LibreOffice's profile."""
    memo = kit.memo(add_size(kit, Size("first start", shortened=True)))
    for one in contenders:
        if one.cold:
            run(command(one.cold, str(memo), str(kit.folder)), kit.folder)

"""Tell whether a file is what briefgen made, and which of its ingredients are others by now."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from briefgen import files, manifest
from briefgen.article.card import card_of
from briefgen.article.read import read
from briefgen.cli import at_hand
from briefgen.desk.ingredients import Pantry, path_of
from briefgen.errors import BriefgenError, OutputError
from briefgen.manifest import Manifest, parse_manifest
from briefgen.notices import Notice, Place
from briefgen.project import Project
from briefgen.provenance import Made, Parts, differences, digest
from briefgen.shelf import Shelf
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """What a manifest says of a file."""

    manifest: Manifest
    made: Made


def origin(path: Path) -> Origin | None:
    """Look the file up in the manifest beside it, or in a folder above; None where none knows it."""
    whole = path.resolve()
    for folder in whole.parents:
        beside = folder / manifest.NAME
        known = parse_manifest(files.read_bytes(beside)) if beside.is_file() else None
        made = known.files.get(whole.relative_to(folder).as_posix()) if known else None
        if known and made:
            return Origin(known, made)
    return None


def judge(path: Path, found: Origin | None) -> Notice:
    """Say whether the file is byte for byte what briefgen made."""
    place = Place(files.shown(path))
    if found is None:
        message = "no manifest beside it says how it was made"
        return Notice("note", "VER10", message, place, "keep manifest.json with the memos")
    made = found.made
    by = f"briefgen {made.briefgen}" if made.briefgen else "an earlier briefgen"
    of = f" from {made.record} for {made.audience}" if made.record else ""
    if digest(files.read_bytes(path)) == made.sha256:
        return Notice("note", "VER11", f"byte for byte as {by} made it{of}", place)
    message = f"changed since {by} made it{of}"
    return Notice("error", "VER12", message, place, "make it again: briefgen make --overwrite")


def changed_since(path: Path, found: Origin, project: Project, shelf: Shelf) -> tuple[Notice, ...]:
    """Name the ingredients that are not what they were when the file was made, as far as they are at hand."""
    made, place = found.made, Place(files.shown(path))
    record = _record(made, project)
    if record is None:
        missing = made.record if made.record != "-" else "the record from standard input"
        message = f"{missing or 'its record'} is not at hand: what changed since cannot be told"
        return (Notice("note", "VER13", message, place),)
    before = found.manifest.ingredients(made)
    try:
        now = _now(record, made, before, project, shelf)
    except BriefgenError as error:
        return tuple(Notice("note", "VER13", one.message, one.place, one.hint) for one in error.notices)
    told = (
        f"{one.kind}: {made.record if one.name == 'file' else one.name} {one.how}" for one in differences(before, now)
    )
    return tuple(Notice("note", "VER14", f"since then, {line}", place) for line in told)


def _record(made: Made, project: Project) -> Path | None:
    """Find the record of a file; one that lies outside of the project is not looked into."""
    with suppress(OutputError):
        path = path_of(made.record, project)
        return path if made.record and path.is_file() else None
    return None


def _now(record: Path, made: Made, before: Mapping[str, Parts], project: Project, shelf: Shelf) -> Mapping[str, Parts]:
    """Gather the ingredients that the file would have now; how it was asked for is taken as it was."""
    read_now = read(files.read_bytes(record), str(record))
    theme = at_hand.theme(project, lambda _: None)
    groups = Pantry(project, shelf, theme).of(card_of(read_now), made.audience).groups
    now: dict[str, Parts] = {kind: group.parts for kind, group in groups.items() if group.parts}
    asked = {name: value for name, value in before.get("record", {}).items() if name.startswith("--set ")}
    now["record"] = {**now["record"], **asked}
    for kind in ("options", "since"):
        now.pop(kind, None)
        if kind in before:
            now[kind] = before[kind]
    return now

"""The workbench: reads everything afresh whenever it is looked at, makes what is asked for, and keeps what is good.

Nothing is made twice from the same, and what cannot be made any more stays as it was last, beside the error.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path, PurePath

from briefgen import files, resources
from briefgen.article.passages import Stored
from briefgen.article.read import Record, read
from briefgen.audience.pack import load
from briefgen.brand import FILES
from briefgen.desk import folder as desk_folder
from briefgen.desk.stored import stored_texts
from briefgen.errors import BriefgenError
from briefgen.notices import Notice
from briefgen.preview.rendering import Desk, Rendering, failure, rendered
from briefgen.preview.session import Choice, Named, Offer, key_of
from briefgen.preview.speaking import in_language, spoken
from briefgen.preview.watching import Watched
from briefgen.project import Project
from briefgen.provenance import digest
from briefgen.shelf import Shelf
from briefgen.values import dataclass

SAMPLE = "ukraine-demands"
_PACK = "/audience.yaml"
_MOST = 32
"""Renderings that are kept."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything is."""

    folder: Path
    """Where briefgen was started."""
    own: Path
    """The user's own audiences."""
    templates: Path | None = None
    """More audiences, which come before all others."""
    named: tuple[Path, ...] = ()
    """Articles that were named; empty for those of the project."""
    epoch: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to show of an audience: the memo as it is, or why there is none, and the last good one."""

    audience: str
    memo: Rendering | None
    failed: tuple[Notice, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    """The files that errors may point into."""

    @property
    def is_outdated(self) -> bool:
        """Whether the memo is from before an error."""
        return bool(self.failed and self.memo)


@dataclass(slots=True)
class Workbench:
    """Makes what the page shows; used by one thread."""

    places: Places
    saved: list[Path] = field(default_factory=list)
    """Records that were saved from drafts, wherever the project looks for articles."""
    has_sample: bool = False
    """Whether the built-in sample was asked for."""
    _made: OrderedDict[str, Rendering] = field(default_factory=OrderedDict)
    _titles: dict[str, tuple[Named, ...]] = field(default_factory=dict)
    """The audiences by name, under a digest of their packs."""
    _sources: frozenset[Path] = frozenset()
    """Folders with stored texts that were read."""
    _last: dict[tuple[str, str, str, str], Rendering] = field(default_factory=dict)
    """Article, audience, language and look → the last one that was good."""

    def project(self) -> Project:
        """Read the project; the defaults where there is none, or where it cannot be read, which looking at it tells."""
        folder = self.places.folder
        try:
            found = desk_folder.project(folder)
        except BriefgenError:
            found = Project()
        return found if found.file else replace(found, folder=folder)

    def articles(self) -> Mapping[str, Path]:
        """Find the articles, by their keys."""
        found = list(self.places.named)
        if not found:
            project = self.project()
            found = [path for pattern in project.articles for path in files.matching(project.folder, pattern)]
        if self.has_sample or not (found or self.saved):
            found.append(resources.samples_folder() / SAMPLE / "article.yaml")
        return {key_of(str(path.resolve())): path for path in dict.fromkeys((*found, *self.saved))}

    def has_articles(self) -> bool:
        """Tell whether there is anything but the sample, or that was asked for."""
        own = resources.samples_folder() / SAMPLE / "article.yaml"
        return self.has_sample or any(path != own for path in self.articles().values()) or own in self.places.named

    def offer(self) -> Offer:
        """Say what there is to choose from."""
        shelf = self._shelf(self.project())
        articles = tuple(Named(key, _called(path)) for key, path in self.articles().items())
        return Offer(articles, self._audiences(shelf), spoken(shelf))

    def look(self, choice: Choice, audience: str) -> Seen:
        """Show the memo of an article for an audience, or what is wrong, beside what was good last."""
        path = self.articles()[choice.article]
        place = (choice.article, audience, choice.language, choice.look)
        written: dict[str, str] = {}
        try:
            memo = self._memo(path, choice, audience, written)
        except BriefgenError as error:
            return Seen(audience, self._last.get(place), error.notices, written)
        if failed := failure(memo, choice.look):
            return Seen(audience, self._last.get(place), failed.notices, written)
        self._last[place] = memo
        return Seen(audience, memo, written=written)

    def watched(self) -> Watched:
        """Say in which folders something may be saved that a memo is made from."""
        places, project = self.places, self.project()
        house = (project.folder / name for name in _files_of(project))
        flat = {places.folder, project.folder, *(path.parent for path in (*self.articles().values(), *house))}
        starts = {_start(project.folder, pattern) for pattern in project.articles}
        deep = {project.folder / "templates", places.own, *starts} - {project.folder}
        deep |= {places.templates} if places.templates else set()
        deep = {path.resolve() for path in deep if path.is_dir()}
        flat = {path.resolve() for path in flat | self._sources if path.is_dir()}
        lone = (path for path in flat if not any(path.is_relative_to(whole) for whole in deep))
        return Watched(frozenset(lone), frozenset(deep))

    def _memo(self, path: Path, choice: Choice, audience: str, written: dict[str, str]) -> Rendering:
        """Read all there is, and make the memo unless it was made from just that before."""
        data, name = files.read_bytes(path), files.shown(path)
        written[name] = data.decode("utf-8-sig", errors="replace")
        desk = self._desk(written)
        desk = replace(desk, shelf=in_language(desk.shelf, audience, choice.language))
        record = read(data, name)
        self._sources |= {(path.parent / source.text).parent for source in record.article.sources if source.text}
        texts = stored_texts(record, str(path), desk.project)
        made_from = _key(record, audience, desk, texts, choice.look)
        if made_from not in self._made:
            self._made[made_from] = rendered(record, audience, desk, choice.look, texts=texts, written=dict(written))
            if len(self._made) > _MOST:
                self._made.popitem(last=False)
        return self._made[made_from]

    def _desk(self, written: dict[str, str]) -> Desk:
        """Read the project, its looks and the audiences."""
        places, notices = self.places, list[Notice]()
        for path in (places.folder / "briefgen.toml", *(up / "briefgen.toml" for up in places.folder.parents)):
            if path.is_file():
                written[files.shown(path)] = files.read_text(path)
                break
        desk_folder.project(places.folder)  # tells what is wrong with it
        project = self.project()
        shelf = self._shelf(project)
        written |= {sheet.path: sheet.text for sheet in shelf.files.values() if not sheet.data}
        return Desk(project, shelf, desk_folder.theme(project, notices.append), tuple(notices), places.epoch)

    def _audiences(self, shelf: Shelf) -> tuple[Named, ...]:
        """Name the audiences, whose packs are read again only when one of them was changed."""
        packs = digest("\n".join(sheet.text for name, sheet in shelf.files.items() if name.endswith(_PACK)).encode())
        if packs not in self._titles:
            self._titles = {packs: tuple(Named(name, _title(name, shelf)) for name in shelf.audiences())}
        return self._titles[packs]

    def _shelf(self, project: Project) -> Shelf:
        return desk_folder.shelf(self.places.templates, project.folder, self.places.own)


def _key(record: Record, audience: str, desk: Desk, texts: Mapping[str, Stored], look: str) -> str:
    """Tell renderings apart by all that they are made from."""
    parts = [
        *(record.file, record.sha256, audience, repr(desk.project), repr(desk.notices), look),
        *(stored.digest for stored in texts.values()),
        *(f"{name} {digest(sheet.data or sheet.text.encode())}" for name, sheet in desk.shelf.files.items()),
        *(digest(files.read_bytes(desk.project.folder / name)) for name in _files_of(desk.project)),
    ]
    return digest("\n".join(parts).encode())


def _files_of(project: Project) -> Iterator[str]:
    """Name the files of the house style."""
    for name in FILES:
        value = getattr(project.brand, name)
        yield from (one for one in (value if isinstance(value, tuple) else (value,)) if one)


def _start(folder: Path, pattern: str) -> Path:
    """Give the folder in which all files lie that a pattern may name."""
    return folder.joinpath(*takewhile(lambda part: not set("*?[") & set(part), PurePath(pattern).parts[:-1]))


def _called(path: Path) -> str:
    """Name an article as people do: by its title, where it can be read, and its file."""
    try:
        about = path.stat()
    except OSError:
        return files.shown(path)
    return _titled(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=2048)
def _titled(path: Path, _changed: int, _size: int) -> str:
    try:
        return f"{read(files.read_bytes(path), str(path)).article.title} ({path.name})"
    except BriefgenError:
        return files.shown(path)


def _title(audience: str, shelf: Shelf) -> str:
    try:
        return load(audience, shelf).title or audience
    except BriefgenError:
        return audience

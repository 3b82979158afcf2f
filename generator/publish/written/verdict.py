"""One verdict on all that is written beside the catalogue: `guia check` and the build ask here, and find the same."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel, get_files

from generator import rendering
from generator.analysis.page_ids import ids_of
from generator.diagnostics import Diagnostic, Finding, Severity, Span
from generator.linter.runner import Examined
from generator.pages import Page
from generator.publish import csp, moved, navigation
from generator.publish.written import active, conversion, links, refusals, settings
from generator.publish.written.links import Places
from generator.publish.written.page import Surroundings, Written, in_order, judged
from generator.publish.written.refusals import Refusal
from generator.source.parser import parse
from generator.source.reader import SourceFile, Unreadable, read
from generator.views.context import WholeGuide

_TEXTS = ("assets/tokens.css", csp.FILE, "robots.txt")
"""Files beside the pages that a build reads as text."""

_NOTHING = parse(SourceFile("", ""))


class Judged(NamedTuple):
    """The hand-written pages by their files, and what is wrong in each file, in words of no language yet."""

    pages: Mapping[str, Written]
    files: tuple[Examined, ...]

    @property
    def ok(self) -> bool:
        return all(each.ok for each in self.files)


def of_project(catalogue: Path, build: Callable[[], tuple[WholeGuide | None, Mapping[str, Page]]]) -> Judged:
    """Judge the project that a catalogue belongs to; one that lies alone has none.

    ``build`` gives the guide and its pages. Of a catalogue with errors there are none, and what needs them stays open.
    Settings are taken as MkDocs takes them, plugins and hooks included: whoever writes them writes code.
    """
    path = settings.project_of(catalogue)
    if path is None:
        return Judged({}, ())
    source = settings.source_of(path, Path(os.path.relpath(path)).as_posix())
    config: MkDocsConfig | None = None
    with _heard() as said:
        try:
            config = load_config(config_file=str(path))
        except Exception as error:  # whatever a plugin or a hook may raise
            if not said or not isinstance(error, Abort):
                said.append(Refusal(str(error)))
    found = [*settings.without_catalogue(source, path.parent)]
    if config is not None or not any(settings.found(source)):
        found += refusals.found(source, said)
    return _of(path, source, config, found, build())


def of(config: MkDocsConfig, whole: WholeGuide | None, generated: Mapping[str, Page]) -> Judged:
    """Judge the settings of a project, and all that lies in its folders."""
    path = Path(config.config_file_path)
    source = settings.source_of(path, Path(os.path.relpath(path)).as_posix())
    return _of(path, source, config, [], (whole, generated))


def _of(
    path: Path,
    source: SourceFile,
    config: MkDocsConfig | None,
    told: list[Diagnostic],
    built: tuple[WholeGuide | None, Mapping[str, Page]],
) -> Judged:
    whole, generated = built
    found = [*told, *settings.found(source)]
    wrong = any(each.severity is Severity.ERROR for each in found)
    if config is None or wrong or "guide" not in config.plugins:
        # Addresses mean nothing where settings are wrong; what the pages say can be judged all the same.
        config, refused, trusted = _usual(path, source), True, settings.trusts_pages(source)
        if config is None:
            return Judged({}, (_file(source, found),))
    else:
        refused, trusted = False, config.plugins["guide"].config["trusted_pages"]
        if config.nav is not None and whole:
            named = set(_named(config.nav))
            left = navigation.listed(generated, config.plugins["guide"].config["nav_limit"]) - named
            found += settings.omitted(source, sorted(left))
    folders = [Path(config.docs_dir), *(Path(each) for each in [config.theme.custom_dir] if each)]
    strange = [each for folder in folders for each in _strange(folder)]
    if not strange and not refused and whole:
        lying = {each.src_uri for each in get_files(config)}
        found += settings.lost(source, "nav", lying | set(generated))
        styles = {
            each for each in config.extra_css if any(Path(at, each).is_file() for at in config.theme.dirs)
        }
        found += settings.lost(source, "extra_css", lying | styles)
    files = [_file(source, found)] if found else []
    if strange:  # to follow a link could take for ever
        return Judged({}, (*files, *strange))
    pages, judged_ = _judged(config, whole, generated, trusted=trusted)
    return Judged(pages, (*files, *judged_))


def _usual(path: Path, source: SourceFile) -> MkDocsConfig | None:
    """Return settings as guides have them, in place of those at ``path`` that are refused; None without pages."""
    config = MkDocsConfig(config_file_path=str(path))
    config.load_dict(
        {
            "site_name": source.name,
            "docs_dir": settings.pages_folder(path, source),
            "theme": {"name": "material"},
            "plugins": [],
            "markdown_extensions": ["attr_list"],
        }
    )
    errors, _ = config.validate()
    return None if errors else config


def _judged(
    config: MkDocsConfig, whole: WholeGuide | None, generated: Mapping[str, Page], *, trusted: bool
) -> tuple[dict[str, Written], list[Examined]]:
    lying = [each for each in get_files(config) if each.inclusion is not InclusionLevel.EXCLUDED]
    made = {uri: File(uri, config.docs_dir, config.site_dir, True) for uri in generated}
    taken = {each.dest_uri.casefold() for each in made.values()} | {*_reserved(whole)}
    places = Places(
        {each.src_uri: each.url for each in (*lying, *made.values())},
        frozenset(_reserved(whole)),
        bare=config.validation.links.unrecognized_links < logging.WARNING,
    )
    files_by_uri = {each.src_uri: Path(each.abs_src_path or "") for each in lying}

    def read_beside(uri: str) -> bytes | None:
        return files_by_uri[uri].read_bytes() if uri in files_by_uri else None

    around = Surroundings(whole, conversion.of(config), places, trusted, read_beside)
    pages: dict[str, Written] = {}
    told: dict[str, tuple[SourceFile, list[Diagnostic]]] = {}
    for each in lying:
        source = SourceFile(_called(each.abs_src_path), "")
        found: list[Diagnostic] = []
        if _is_taken(each, taken):
            found.append(_of_file("taken-address", file=each.src_uri))
        elif each.is_documentation_page() or each.src_uri in _TEXTS:
            try:
                source = read(Path(each.abs_src_path or ""), name=source.name)
            except Unreadable as fault:
                found.append(fault.diagnostic)
            else:
                if each.is_documentation_page():
                    address = "" if each.url == "./" else each.url
                    pages[each.src_uri], found = judged(each.src_uri, address, source, around)
        elif not trusted and (seen := active.in_file(each.src_uri, Path(each.abs_src_path or ""))):
            found.append(_of_file("active-content", seen=seen))
        told[each.src_uri] = source, found
    for uri, missed in _missed(pages, whole, generated):
        source, found = told[uri]
        told[uri] = source, in_order([*found, missed])
    return pages, [_file(source, found) for source, found in told.values() if found]


def _missed(
    pages: Mapping[str, Written], whole: WholeGuide | None, generated: Mapping[str, Page]
) -> Iterator[tuple[str, Diagnostic]]:
    """Give each link of a page to a place that another page does not have."""

    @cache
    def told(file: str) -> Set[str]:
        """Return the ids that a generated page has by its kind alone, which takes no making of it."""
        if whole is None or file in pages or file not in generated:
            return frozenset()
        route = generated[file].route
        alone = sum(each.route is route for each in generated.values()) == 1
        return {id_ for kind in route.ids if alone for _, id_ in ids_of(whole.catalogue, kind)}

    @cache
    def places(file: str) -> Set[str] | None:
        if file in pages:
            return pages[file].ids
        if whole is None or file not in generated:
            return None
        # Only a page that is asked for is made here: to make them all is the work of the build.
        return links.ids(rendering.render(rendering.environment(whole.words), whole, generated[file]).html)

    for uri, page in pages.items():
        for each in page.onward:
            if each.place in told(each.file):
                continue
            ids = places(each.file)
            if ids is not None and each.place not in ids:
                yield uri, each.missed(ids)


def _is_taken(file: File, taken: Set[str]) -> bool:
    # A page called like the error page would stand in the menu, and never be it.
    return file.dest_uri.casefold() in taken or file.src_uri.casefold() == "404.md"


def _reserved(whole: WholeGuide | None) -> Iterator[str]:
    """Give the files that the build writes beside its pages, but for those that a project may bring itself."""
    yield from ("404.html", "sitemap.xml", "sitemap.xml.gz")
    if whole is None:
        return
    if whole.addresses.single_file:
        yield whole.addresses.single_file
    yield from (f"{each.old}index.html" for each in moved.moved(whole))
    for group in ("", *whole.catalogue.group):
        yield whole.addresses.comparison_sheet(group)


def _named(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from _named(each)
    elif isinstance(nav, list):
        for each in nav:
            yield from _named(each)


def _strange(folder: Path) -> Iterator[Examined]:
    """Give whatever in a folder is neither a file nor a folder: what is published lies in it, and leads nowhere."""
    try:
        entries = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        return  # MkDocs says so
    for entry in entries:
        if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
            yield _file(SourceFile(_called(entry.path), ""), [_of_file("link-in-content")])
        elif entry.is_dir():
            yield from _strange(Path(entry.path))


def _called(path: str | None) -> str:
    return Path(os.path.relpath(path or "")).as_posix()


def _of_file(code: str, **values: str) -> Diagnostic:
    return Diagnostic(code, Finding((), values), Severity.ERROR, Span(1, 1, 1, 1))


def _file(source: SourceFile, found: list[Diagnostic]) -> Examined:
    return Examined(source, _NOTHING, None, tuple(found))


@contextmanager
def _heard() -> Iterator[list[Refusal]]:
    """Take what MkDocs says of its settings, instead of having it shown."""
    said: list[Refusal] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(Refusal(record.getMessage(), record.levelno))

    logger, ear = logging.getLogger("mkdocs"), Ear(logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(ear)
    try:
        yield said
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagate

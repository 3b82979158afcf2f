"""`python -m docs.tooling` writes the pages, `--check` names those that are no longer what the program says."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docs.tooling.pages import MANUAL, pages, stale


@click.command(help="Writes the pages of the manual that are written from the program.")
@click.option("--check", "compare", is_flag=True, help="Only name the pages that are not up to date.")
@click.option("--into", type=click.Path(path_type=Path), default=MANUAL, help="The folder of the manual.")
def main(compare: bool, into: Path) -> None:
    written = pages()
    old = stale(written, into)
    if compare:
        for name in old:
            click.echo(
                f"docs/{name} is not up to date. How to mend it: run `python -m docs.tooling`.", err=True
            )
        sys.exit(1 if old else 0)
    for name in old:
        target = into / name
        if name not in written:
            target.unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(written[name], encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Prints the score of the checks: `python -m tests.mutation`; exit code 1 where it is below the bar."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from tests.catalogues import PORTUGUESE, catalogue
from tests.mutation.score import table, verdicts_told
from tests.mutation.test_mutation import BAR, SURVIVORS


def main() -> int:
    parts = os.cpu_count() or 1
    with ProcessPoolExecutor(parts, get_context("spawn")) as pool:
        judged = [
            each
            for found in pool.map(partial(verdicts_told, catalogue(PORTUGUESE), parts), range(parts))
            for each in found
        ]
    alive = [each for each in judged if not each.noticed]
    print(table(judged))
    print(f"\n{len(alive)} of {len(judged)} noticed by nothing:")
    for each in alive:
        print(f"  {each.mutant.name}\n    {SURVIVORS.get(each.mutant.name, 'no reason given')}")
    return 0 if 1 - len(alive) / len(judged) >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())

"""Runs a command with its time and memory limited, and tells what it took: `python measured.py CPU WAIT COMMAND…`.

A process of its own, because what a child took counts from its parent's memory on: that of a test run is large.
Writes what the command said to the files `out` and `err`, and exit code, seconds and megabytes to its own output.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys

ADDRESS_SPACE = 2 << 30
"""A seat belt for the machine; what is allowed is asserted from what was really taken."""


def main() -> None:
    seconds, wait, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    child = os.fork()
    if not child:
        # It outlives `exec`, and ends what stands still even where nobody is left to do so.
        signal.alarm(wait)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        for name, number in (("out", 1), ("err", 2)):
            os.dup2(os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), number)
        os.execv(command[0], command)
    _, status, used = os.wait4(child, 0)
    seconds_used = used.ru_utime + used.ru_stime
    print(json.dumps([os.waitstatus_to_exitcode(status), seconds_used, used.ru_maxrss / 1024]))


if __name__ == "__main__":
    main()

"""Decides how long the judge takes and what it adds: one sentence with its context, the load, the memory. Refuses to judge.

Run alone, on two cores; what else the machine does shows in these figures.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.stance import judge
from assistant.stance.model import StanceModel
from evals.stance.rows import Line

ROWS = 500
_STATUS = "/proc/self/status"
_COST = f"""
import re, numpy, onnxruntime, tokenizers
from assistant.stance import judge
def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", open("{_STATUS}").read())[1])
before = resident()
judge("Which of the four crates weighs on you at night?", ("I am tired of it.",))[0].rule == "trained" or exit(1)
print(resident() - before)
"""
"""Resident memory in KiB before and after the first sentence that the network itself judges."""


def speed(lines: Sequence[Line]) -> None:
    """Print the times and the memory."""
    began = time.perf_counter()
    StanceModel().open()
    print(f"model load {time.perf_counter() - began:.2f} s")
    times = []
    for line in lines[:ROWS]:
        began = time.perf_counter()
        judge(line.text, line.thinker, before=line.before[-1] if line.before else "")
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(
        f"one sentence with context: median {statistics.median(times):.1f} ms, "
        f"p99 {times[int(len(times) * 0.99)]:.1f} ms (n={len(times)})"
    )
    if not Path(_STATUS).is_file():
        print(f"memory added by the judge: not measured, this system has no {_STATUS}")
        return
    added = subprocess.run([sys.executable, "-c", _COST], capture_output=True, text=True, check=True)
    print(f"memory added by the judge beside its libraries: {int(added.stdout) / 1024:.0f} MB")

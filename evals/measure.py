"""Measures what an installation costs: `python -m evals.measure`. Prints one line a figure; decides nothing.

Packages and their size, cold starts of the light commands, the page's start and idle memory, and the time of a turn.
Times depend on the machine and on what else it does; state both beside the figures.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import replace
from importlib.metadata import distributions
from pathlib import Path

MESSAGES = (
    "I keep ending up doing the rota alone and I haven't told anyone that it makes me furious.",
    "Nobody in the kitchen ever says what they think.",
    "I asked the owner twice and nothing came of it.",
    "What should I do?",
    "Maybe I could write down what happens in one week.",
    "I want us to close on time without shouting.",
)
CHECKED = b'{"id": 1, "text": "What matters to you here? You should leave."}\n'


def main() -> None:
    """Print every figure."""
    count, size = packages()
    print(f"packages: {count}, {size / 1e6:.0f} MB on disk")
    for command in ("check", "sharpen"):
        times = [cold(command) for _ in range(5)]
        print(f"cold start of askwell {command}, first answer: median {statistics.median(times):.2f} s (n=5)")
    with tempfile.TemporaryDirectory() as home:
        for label in ("first", "later"):
            seconds, memory = page(home)
            print(f"page, {label} start: {seconds:.1f} s to the first answer, {memory / 1e6:.0f} MB resident when idle")
    for copies in (1, 10):
        times = turns(copies)
        late = sorted(times)[int(0.99 * (len(times) - 1))]
        print(
            f"turn, bank times {copies}: median {statistics.median(times):.0f} ms, p99 {late:.0f} ms, "
            f"longest {max(times):.0f} ms (n={len(times)})"
        )


def packages() -> tuple[int, int]:
    """How many distributions are installed, and the bytes of their files."""
    held = list(distributions())
    files = {Path(str(file.locate())) for one in held for file in one.files or ()}
    return len(held), sum(path.stat().st_size for path in files if path.is_file())


def cold(command: str) -> float:
    """Seconds from starting a command to its first answer."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "assistant.cli", command, "--jsonl"], input=CHECKED, capture_output=True, check=True
    )
    return time.perf_counter() - began


def page(home: str) -> tuple[float, int]:
    """Seconds until the page answers, and the bytes of memory it holds ten seconds later (Linux)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.perf_counter()
    command = [sys.executable, "-m", "assistant.cli", "serve", "--no-browser", "--port", str(port)]
    with subprocess.Popen(command, env={**os.environ, "ASKWELL_HOME": home}, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/")
            seconds = time.perf_counter() - began
            time.sleep(10)
            return seconds, _resident(process.pid)
        finally:
            process.terminate()


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5).read()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the page did not answer within 30 s")


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


def turns(copies: int = 1) -> list[float]:
    """Milliseconds of each turn of twenty conversations, the first one warm; with so many copies of every question."""
    from assistant.testing import temporary_assistant

    times = []
    with temporary_assistant() as assistant:
        bank = assistant.knowledge.questions
        grown = tuple(
            one.model_copy(update={"id": f"{one.id}-{number}"}) for number in range(1, copies) for one in bank
        )
        assistant.knowledge = replace(assistant.knowledge, questions=(*bank, *grown))
        assistant.warm()
        for _ in range(20):
            conversation = assistant.prepare.begin("measure")
            for message in MESSAGES:
                *_, last = assistant.prepare.say("measure", conversation, message)
                times.append(last.elapsed_ms)
    return times


if __name__ == "__main__":
    main()

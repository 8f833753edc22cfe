"""Talk to a coach a message at a time: `python -m evals.plays NAME --coach askwell < message`. Decides nothing.

For blind play: the player sees replies only. Everything is kept in FOLDER/NAME.jsonl (of Askwell also the move, its reason
and what the guard stopped), and of Askwell the session itself in FOLDER/home, for `python -m evals.transcripts`.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from assistant.bootstrap import build
from assistant.errors import AskwellError
from assistant.settings import load
from evals.plays.coaches import COACHES

OWNER = "player"


def main() -> None:
    """Read one message, print one reply."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("name")
    arguments.add_argument("--coach", choices=["askwell", *COACHES], default="askwell")
    arguments.add_argument("--folder", type=Path, default=Path("plays"))
    arguments.add_argument("--brief", action="store_true", help="print the brief instead (askwell)")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.brief:
        print(_assistant(given).prepare.markdown(OWNER, given.name))
        return
    message = sys.stdin.read().strip()
    turn = _askwell(given, message) if given.coach == "askwell" else _other(given, message)
    with _file(given).open("a", encoding="utf-8") as opened:
        opened.write(json.dumps({"thinker": message, **turn}, ensure_ascii=False) + "\n")
    print(turn["coach"])


def _file(given: argparse.Namespace) -> Path:
    return Path(given.folder) / f"{given.name}.jsonl"


def _other(given: argparse.Namespace, message: str) -> dict[str, Any]:
    path = _file(given)
    before = (
        [json.loads(line)["thinker"] for line in path.read_text(encoding="utf-8").splitlines()]
        if path.is_file()
        else []
    )
    return {"coach": COACHES[given.coach]([*before, message], given.name), "voice": given.coach}


def _assistant(given: argparse.Namespace) -> Any:
    found = build(load(home=given.folder / f"home-{given.name}", locale="GB"))
    if found.store.owner_of(given.name) is None:
        found.prepare.begin(OWNER, given.name)
    return found


def _askwell(given: argparse.Namespace, message: str) -> dict[str, Any]:
    try:
        *_, update = _assistant(given).prepare.say(OWNER, given.name, message)
    except AskwellError as error:
        return {"coach": str(error), "voice": "notice"}
    stopped = [each.sentence for each in update.sentences if each.decision != "show"]
    about = {
        "move": str(update.move),
        "because": update.because,
        "sources": list(update.sources),
        "ms": round(update.elapsed_ms),
    }
    return {"coach": update.reply, "voice": "askwell", **about, "stopped": stopped}


if __name__ == "__main__":
    main()

"""Promises of the command line: its contracts with machines, its manners with people."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


def run(*arguments: str, given: bytes = b"", home: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """`askwell` with these arguments and this standard input."""
    environment = {**os.environ, "ASKWELL_HOME": str(home or "/nonexistent"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli", *arguments],
        input=given,
        capture_output=True,
        env=environment,
        timeout=120,
        check=False,
    )


def lines(*records: Any) -> bytes:
    """Records as one JSON object a line."""
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def answers(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """What a command wrote, a record a line."""
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_check_keeps_its_contract() -> None:
    """In order, with the fields the design names, extra fields ignored."""
    good, bad, context = answers(
        run(
            "check",
            "--jsonl",
            given=lines(
                {"id": 1, "text": "What matters to you in this?", "more": True},
                {"id": "b", "text": "You should talk to her today. What else?", "flow": "prepare"},
                {
                    "id": None,
                    "text": "You mentioned asking for more time.",
                    "history": [{"role": "thinker", "text": "I could ask for more time"}],
                },
            ),
        )
    )
    assert (good["id"], good["in_stance"]) == (1, True)
    assert set(good["sentences"][0]) >= {"text", "act", "in_stance", "confidence", "evidence", "rule"}
    assert (bad["id"], bad["in_stance"], len(bad["sentences"])) == ("b", False, 2)
    first = bad["sentences"][0]
    start, end = first["evidence"]
    assert "should" in first["text"][start:end].lower()
    assert context["in_stance"] is True
    assert good["elapsed_ms"] >= 0


BAD_LINES = [
    pytest.param(b"{not json\n", "not JSON", id="not-json"),
    pytest.param(b'{"id": 1, "text": "caf\xe9"}\n', "not UTF-8", id="broken-utf8"),
    pytest.param(b"[1, 2]\n", "not a JSON object", id="a-list"),
    pytest.param(b'{"id": 7}\n', '"text" is missing', id="field-missing"),
    pytest.param(b'{"id": 7, "text": 5}\n', '"text" is int', id="field-of-wrong-type"),
    pytest.param(b'{"id": 7, "text": "What?", "flow": "moon"}\n', "moon", id="unknown-flow"),
    pytest.param(b'{"id": 7, "text": "a", "history": [3]}\n', "history", id="history-of-numbers"),
    pytest.param(b"[" * 5000 + b"\n", "nested", id="too-deep"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES)
def test_a_bad_line_costs_only_itself(line: bytes, reason: str) -> None:
    """A bad line is answered with one sentence, and the next line is served."""
    failed, after = answers(run("check", "--jsonl", given=line + lines({"id": "next", "text": "What else is there?"})))
    assert reason in failed["error"]
    assert "\n" not in failed["error"]
    assert after["id"] == "next"
    assert "error" not in after


def test_sharpen_keeps_its_contract() -> None:
    """Faults with spans in the draft, up to three rewrites; a sharp question has no faults."""
    faulty, sharp = answers(
        run(
            "sharpen",
            "--jsonl",
            given=lines({"id": 1, "text": "Have you tried talking to her?"}, {"id": 2, "text": "What happened next?"}),
        )
    )
    assert "advice_in_disguise" in {one["name"] for one in faulty["faults"]}
    assert 1 <= len(faulty["rewrites"]) <= 3
    assert sharp["faults"] == []


def test_sharpen_takes_a_list_and_gives_csv(tmp_path: Path) -> None:
    """A file of questions comes back as CSV: the question, its faults by name, rewrites for the faulty; an empty list ends in one sentence."""
    listed = tmp_path / "questions.txt"
    listed.write_text("Did you go?\nWhat do you want?\n", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("sharpen", "--list", str(listed)).stdout.decode())))
    assert [row["question"] for row in rows] == ["Did you go?", "What do you want?"]
    assert rows[0]["faults"] == "closed"
    assert rows[0]["rewrite 1"]
    assert rows[1]["faults"] == "sharp"
    listed.write_text("\n", encoding="utf-8")
    refused = run("sharpen", "--list", str(listed))
    assert (refused.returncode, b"There is no question" in refused.stderr) == (1, True)


def test_chat_keeps_its_contract_and_goes_on_after_a_restart(tmp_path: Path) -> None:
    """A named conversation continues in the next process, and every brief span is verbatim."""
    message = "I keep ending up doing the rota alone."
    first, *_ = answers(run("chat", "--jsonl", given=lines({"conversation": "c1", "message": message}), home=tmp_path))
    second, failed = answers(
        run(
            "chat",
            "--jsonl",
            given=lines(
                {"conversation": "c1", "message": "I haven't told the manager."}, {"conversation": "c1", "message": ""}
            ),
            home=tmp_path,
        )
    )
    assert (first["turn"], second["turn"]) == (1, 2)
    assert set(first) >= {
        "conversation",
        "turn",
        "move",
        "reply",
        "sentences",
        "brief",
        "safety_level",
        "sources",
        "voice",
        "elapsed_ms",
    }
    assert first["voice"] == "embedded"
    for held in first["brief"].values():
        for line in held:
            assert message[line["start"] : line["end"]] == line["text"]
    assert failed["conversation"] == "c1"
    assert failed["error"]


def test_suggest_keeps_its_contract(tmp_path: Path) -> None:
    """One to three questions, each with a quote that stands in the notes; what was asked does not come again."""
    notes = "Nobody reads the handover, and I am tired of writing it. I asked the lead once."
    found, *_ = answers(run("suggest", "--jsonl", given=lines({"id": 1, "notes": notes}), home=tmp_path))
    assert 1 <= len(found["suggestions"]) <= 3
    for one in found["suggestions"]:
        assert one["quote"] in notes
        assert set(one) == {"question", "quote", "lens", "why", "source"}
    asked = [one["question"] for one in found["suggestions"]]
    again, *_ = answers(
        run("suggest", "--jsonl", given=lines({"id": 2, "notes": notes, "asked": asked}), home=tmp_path)
    )
    assert not set(asked) & {one["question"] for one in again["suggestions"]}


def test_people_are_answered_in_words(tmp_path: Path) -> None:
    """Without --jsonl the same commands speak to a person, and check tells by its exit code."""
    assert run("check", "What matters to you?").returncode == 0
    told = run("check", "You should leave.")
    assert told.returncode == 1
    assert b"Out of stance" in told.stdout
    assert b"advice in disguise" in run("sharpen", "Have you tried leaving?").stdout
    talk = run("chat", given=b"I keep doing her work and I haven't told her.\n/brief\n/why\n/end\n", home=tmp_path)
    assert b"I haven't told her" in talk.stdout
    assert b"Situation" in talk.stdout
    assert b"askwell export" in talk.stdout


def test_export_and_forget(tmp_path: Path) -> None:
    """A session can be written to a file and deleted for good by its name."""
    answers(
        run(
            "chat",
            "--jsonl",
            given=lines({"conversation": "c9", "message": "The stock count is never right."}),
            home=tmp_path,
        )
    )
    assert b"The stock count is never right." in run("export", "c9", home=tmp_path).stdout
    page = tmp_path / "brief.html"
    assert run("export", "c9", "--out", str(page), home=tmp_path).returncode == 0
    assert "<!doctype html>" in page.read_text()
    assert run("forget", "c9", "--yes", home=tmp_path).returncode == 0
    gone = run("export", "c9", home=tmp_path)
    assert gone.returncode == 1
    assert b"c9" in gone.stderr


def test_doctor_says_that_nothing_leaves(tmp_path: Path) -> None:
    """With the default settings everything works and nothing leaves this machine."""
    told = run("doctor", home=tmp_path)
    assert told.returncode == 0, told.stdout.decode()
    assert b"Leaves this machine: nothing" in told.stdout


def test_a_mistake_is_one_sentence_without_a_traceback(tmp_path: Path) -> None:
    """An unwritable data folder ends in one line on standard error and exit code 1."""
    (tmp_path / "file").write_text("")
    told = run("chat", given=b"hi\n", home=tmp_path / "file" / "x")
    assert told.returncode == 1
    assert b"Traceback" not in told.stderr
    assert b"ASKWELL_HOME" in told.stderr


@pytest.mark.parametrize("command", ["check", "sharpen"])
def test_light_commands_start_light(command: str) -> None:
    """`check` and `sharpen` load neither the page, nor the index, nor the language model's libraries, nor the database; only the judge."""
    probe = (
        "import sys; sys.argv=['askwell', sys.argv[1], '--jsonl'];"
        "from assistant.cli import main; main(standalone_mode=False);"
        "heavy={'gradio','chromadb','langchain','langchain_core','sqlalchemy'} & set(sys.modules);"
        "print('HEAVY', sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, command],
        input=lines({"id": 1, "text": "What else?"}),
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    assert b"HEAVY []" in done.stderr, done.stderr.decode()

"""What of a language model's stream is taken for speech, and which sentences count as accidents."""

import pytest

from assistant.mishaps import aloud, mishap

ACCIDENTS = {
    "refusal": ("I'm sorry, but I can't help with that.", "en", "refuses"),
    "refusal-plain": ("I cannot assist with this request.", "en", "refuses"),
    "policy": ("That would go against my guidelines.", "en", "refuses"),
    "machine": ("As an AI language model, I have no feelings.", "en", "speaks-of-itself"),
    "german": ("Was ist dir dabei eigentlich wichtig, wenn du daran denkst?", "en", "other-language"),
    "english-to-a-german": ("What is it that matters to you about this?", "de", "other-language"),
    "fence": ("<<<message", "en", "repeats-the-prompt"),
    "bar": ("| I keep redoing her work", "en", "repeats-the-prompt"),
    "instruction": ("You may write only sentences that say back what they said.", "en", "repeats-the-prompt"),
}
INSTRUCTIONS = ("you may write only sentences that say back what they said",)


@pytest.mark.parametrize(("sentence", "language", "expected"), ACCIDENTS.values(), ids=ACCIDENTS.keys())
def test_an_accident_is_named(sentence: str, language: str, expected: str) -> None:
    """Each kind by its name."""
    assert mishap(sentence, language, INSTRUCTIONS) == expected


SPEECH = {
    "question": ("What matters to you in this?", "en"),
    "boundary": ("I can't tell you which of the two it should be.", "en"),
    "echo": ("You said “I can't help her any more”.", "en"),
    "two-words": ("And then?", "de"),
    "spanish": ("¿Qué es lo que más te importa de esto?", "es"),
}


@pytest.mark.parametrize(("sentence", "language"), SPEECH.values(), ids=SPEECH.keys())
def test_coaching_is_no_accident(sentence: str, language: str) -> None:
    """What a coach says stays, also when it holds a word that accidents hold."""
    assert mishap(sentence, language, INSTRUCTIONS) == ""


STREAMS = {
    "as-it-comes": (["What ", "now?"], "What now?"),
    "thought": (["<think>They want", " advice.</think>", "What now?"], "What now?"),
    "tag-in-pieces": (["<th", "ink>hm</th", "ink>What", " now?"], "What now?"),
    "thought-amid": (["You said so. ", "<reasoning>a < b</reasoning>", "What now?"], "You said so. What now?"),
    "never-closed": (["You said so. <think>", "and on and on"], "You said so. "),
    "role": (["Coach", ": What now?"], "What now?"),
    "bold-role": (["**Assistant:** What now?"], "What now?"),
    "less-than": (["Is 3 < 4", " here?"], "Is 3 < 4 here?"),
    "ends-in-a-sign": (["What now? <"], "What now? <"),
    "only-a-role-word": (["Reply"], "Reply"),
    "nothing": ([], ""),
}


@pytest.mark.parametrize(("pieces", "said"), STREAMS.values(), ids=STREAMS.keys())
def test_only_what_is_meant_to_be_said_is_handed_on(pieces: list[str], said: str) -> None:
    """Thoughts between tags and a role in front are left out, however the stream is cut."""
    assert "".join(aloud(pieces)) == said
    assert "".join(aloud("".join(pieces))) == said


def test_nothing_is_held_back_without_need() -> None:
    """A plain stream comes piece by piece, so that it can be shown as it comes."""
    assert list(aloud(["What ", "do ", "you ", "see?"])) == ["What ", "do ", "you ", "see?"]

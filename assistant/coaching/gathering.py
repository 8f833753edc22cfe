"""Decides which words that somebody else picked may go on the page: those that stand in a message letter for letter, in a line that is empty.

Refuses to know who picked them (a language model, behind the prompt `summarise`) and to change a letter.
"""

from collections.abc import Collection, Iterable, Sequence

from assistant.schemas import Brief, BriefField, BriefLine

MEANINGS: dict[BriefField, str] = {
    BriefField.SITUATION: "what it is about: who, what, where",
    BriefField.WHY_NOW: "why it matters now",
    BriefField.TRIED: "what the thinker has tried",
    BriefField.MY_PART: "what the thinker does on their own side of it",
    BriefField.WANT_INSTEAD: "what the thinker wants instead",
    BriefField.ASSUME: "what the thinker takes as given without having checked",
    BriefField.NOT_SAID: "what the thinker has not said to those it concerns",
    BriefField.RELY_ON: "what the thinker is proud of or relies on",
    BriefField.QUESTION: "the question the thinker brings to the peers",
    BriefField.ASK_OF_PEERS: "what the thinker wants from the peers",
    BriefField.NEXT_STEP: "what the thinker says they will do",
    BriefField.BY_WHEN: "by when",
    BriefField.WHO_WILL_KNOW: "who will know of it",
}
SHORTEST, LONGEST = 2, 60
"""Words of a line."""
MOST = 2
"""Lines of one field."""


def open_fields(brief: Brief, frozen: Collection[BriefField]) -> dict[str, str]:
    """The fields that hold nothing and that no person has edited, with what belongs there."""
    return {field.value: meaning for field, meaning in MEANINGS.items() if not brief.get(field) and field not in frozen}


def gathered(lines: Iterable[str], messages: Sequence[tuple[int, str]], allowed: Collection[str]) -> Brief:
    """Lines "field: words" as a brief; whatever is not verbatim, too short or too long, or for another field is left out.

    Args:
        messages: (turn, text) of the thinker's messages. allowed: names of the fields that may be filled.
    """
    found: Brief = {}
    for line in lines:
        name, _, words = (part.strip().strip("“”\"'`*-") for part in line.partition(":"))
        name = name.strip().lower().replace(" ", "_")
        place = _place(words.strip(), messages)
        if name in allowed and place and len(found.get(BriefField(name), ())) < MOST:
            field = BriefField(name)
            found[field] = (*found.get(field, ()), place)
    return found


def _place(words: str, messages: Sequence[tuple[int, str]]) -> BriefLine | None:
    if not SHORTEST <= len(words.split()) <= LONGEST:
        return None
    for turn, text in messages:
        if (start := text.find(words)) >= 0:
            return BriefLine(text=words, turn=turn, start=start, end=start + len(words))
    return None

"""Lists the sentences of the knowledge folder that nobody vouches for: `python -m evals.stance.vouch`. Decides on none of them.

Read what it prints against the stance page; `--write` then adds it all to `assistant/stance/vouched.txt`. Sentences with a
turned clause of the thinker's or a help line in them differ every time and stay with the trained model.
"""

import argparse
import re
from collections.abc import Iterator

from assistant.knowledge import load
from assistant.pronouns import versions
from assistant.schemas import Phrase, PhraseKind, Question
from assistant.stance.acts import Act
from assistant.stance.reading import read
from assistant.stance.segments import Segmenter
from assistant.stance.vouched import FILE, key, vouched
from evals.stance.product import act_of

WORDS = "the words of a thinker"
_ON_REQUEST = {PhraseKind.EXPLAIN, PhraseKind.METHOD}
"""Said only when somebody asks about the method or about Askwell; the guard knows them there (`grounded`)."""
_HEDGED, _POLITE = (
    re.compile(r"(?i)(it sounds as if|suena a que|es klingt|mir scheint)"),
    re.compile(
        r"(?i)(thank|gracias|danke|sorry|perdón|entschuldige|tut mir leid|hello|hola|hallo|welcome|willkommen|goodbye|tschüss)\b"
    ),
)
_VERBATIM, _VARYING = ("{quote}", "{word}"), ("{you}", "{help}")


def main() -> None:
    """Print, and write when asked."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--write", action="store_true", help="vouch for all that is printed")
    given = arguments.parse_args()
    new = sorted({(act, text) for act, text in sentences() if vouched(text) is None})
    for act, text in new:
        print(f"{act} | {text}")
    if given.write:
        with FILE.open("a", encoding="utf-8") as opened:
            opened.writelines(f"{act} | {text}\n" for act, text in new)


def sentences() -> Iterator[tuple[Act, str]]:
    """Every sentence of the bank and the phrases as the guard compares it, with the act it performs."""
    known = load()
    phrases = (phrase for phrase in known.phrases if phrase.kind not in _ON_REQUEST)
    items: list[Question | Phrase] = [*known.questions, *phrases]
    for item in items:
        text = item.text.replace("{points}", f"“{WORDS}”")
        for slot in _VERBATIM:
            text = text.replace(slot, WORDS)
        for said in versions(text):
            segmenter = Segmenter()
            for unit in [*segmenter.feed(said), *segmenter.close()]:
                if not any(slot in unit.text for slot in _VARYING):
                    yield _act(item, unit.text), key(read(unit.text, [WORDS]).text)


def _act(item: Question | Phrase, text: str) -> Act:
    """What one sentence of a phrase does; its kind tells for the phrase as a whole."""
    if _HEDGED.match(text):
        return Act.COMPLEX_REFLECTION
    return Act.COURTESY if _POLITE.match(text) else act_of(item, text)


if __name__ == "__main__":
    main()

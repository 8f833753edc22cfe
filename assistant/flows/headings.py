"""Decides what the parts of a brief are called in each language the embedded coach speaks; refuses to know what stands in them."""

from dataclasses import dataclass

from assistant.schemas import BriefField


@dataclass(frozen=True)
class Headings:
    """The words around a brief: its title, what an empty part says, where a line comes from, and each part's name."""

    title: str
    empty: str
    edit: str
    edit_of: str
    source: str
    parts: dict[BriefField, str]


def _parts(*names: str) -> dict[BriefField, str]:
    return dict(zip(_ORDER, names, strict=True))


_ORDER = (
    BriefField.SITUATION, BriefField.WHY_NOW, BriefField.TRIED, BriefField.MY_PART, BriefField.WANT_INSTEAD,
    BriefField.ASSUME, BriefField.NOT_SAID, BriefField.RELY_ON, BriefField.QUESTION, BriefField.ASK_OF_PEERS,
    BriefField.NEXT_STEP, BriefField.BY_WHEN, BriefField.WHO_WILL_KNOW,
)  # fmt: skip
HEADINGS = {
    "en": Headings(
        "My brief for peer coaching", "(still open)", "your edit", "your edit of message {}", "from message {}",
        _parts(
            "Situation", "Why now", "What I have tried", "My part", "What I want instead", "What I assume",
            "What I have not said", "What I am proud of or rely on", "My question for my peers", "What I want from them",
            "Next step", "By when", "Who will know",
        ),
    ),
    "es": Headings(
        "Mi página para el coaching entre pares", "(aún abierto)", "tu cambio", "tu cambio del mensaje {}", "del mensaje {}",
        _parts(
            "Situación", "Por qué ahora", "Lo que he probado", "Mi parte", "Lo que quiero en su lugar", "Lo que doy por hecho",
            "Lo que no he dicho", "De qué me siento orgulloso o en qué me apoyo", "Mi pregunta para el grupo",
            "Lo que quiero de ellos", "Siguiente paso", "Para cuándo", "Quién lo sabrá",
        ),
    ),
    "de": Headings(
        "Meine Seite für die kollegiale Beratung", "(noch offen)", "deine Änderung", "deine Änderung von Nachricht {}", "aus Nachricht {}",
        _parts(
            "Situation", "Warum jetzt", "Was ich versucht habe", "Mein Anteil", "Was ich stattdessen will", "Was ich annehme",
            "Was ich nicht gesagt habe", "Worauf ich stolz bin oder baue", "Meine Frage an die Gruppe", "Was ich mir von ihr wünsche",
            "Nächster Schritt", "Bis wann", "Wer davon weiß",
        ),
    ),
}  # fmt: skip
TITLES, EMPTY = HEADINGS["en"].parts, HEADINGS["en"].empty
"""What the page itself, which is English, calls them."""

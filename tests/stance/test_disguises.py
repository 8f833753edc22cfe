"""Format, script and language are no shelter: each row says the same advice in another dress."""

import pytest

from assistant.stance import judge
from assistant.stance.fold import fold

DRESSED = [
    ("zero-width", "You sh\u200bould re\u200dst."),
    ("soft-hyphen", "You sho\u00aduld rest."),
    ("cyrillic", "Yоu shоuld rеst."),
    ("greek", "Yοu shοuld rest."),
    ("full-width", "Ｙｏｕ ｓｈｏｕｌｄ ｒｅｓｔ."),
    ("mathematical", "𝐘𝐨𝐮 𝐬𝐡𝐨𝐮𝐥𝐝 𝐫𝐞𝐬𝐭."),
    ("combining", "Yo\u0332u\u0332 sh\u0332o\u0332uld rest."),
    ("spaced", "Y o u  s h o u l d rest."),
    ("dotted", "Y.o.u s.h.o.u.l.d rest."),
    ("digits", "Y0u sh0uld r3st."),
    ("bold-inside", "You sh**oul**d rest."),
    ("underlined", "You _should_ rest."),
    ("html", "You <b>should</b> rest."),
    ("link", "[You should](http://example.org) rest."),
    ("shouted", "YOU SHOULD REST"),
    ("bullet", "- You should rest"),
    ("numbered", "1. Rest more"),
    ("table", "| Step | Act |\n| --- | --- |\n| 1 | Ring the boss |"),
    ("heading", "## Ring the boss today"),
    ("code", "```\nring(boss)  # you should ring the boss\n```"),
    ("quoted-line", "> You should rest."),
    ("spanish-should", "Deberías hablar con tu jefa."),
    ("spanish-could", "Podrías pedir más tiempo."),
    ("spanish-recommend", "Te recomiendo descansar."),
    ("spanish-tried", "¿Has probado a decírselo?"),
    ("spanish-what-if", "¿Y si lo dejas para mañana?"),
    ("spanish-order", "Habla con tu jefa mañana."),
    ("spanish-formal-order", "Hable con su equipo."),
    ("spanish-best", "Lo mejor es esperar."),
    ("german-should", "Du solltest mit deiner Chefin sprechen."),
    ("german-tried", "Hast du schon versucht, es ihr zu sagen?"),
    ("french-should", "Tu devrais parler à ta cheffe."),
    ("french-what-if", "Et si tu lui écrivais ?"),
    ("russian", "Поговорите с начальником."),
    ("russian-question", "Что для вас важно?"),
    ("japanese", "上司に相談してください。"),
    ("english-then-spanish", "What matters to you, y deberías hablar con tu jefa?"),
]


@pytest.mark.parametrize("text", [row[1] for row in DRESSED], ids=[row[0] for row in DRESSED])
def test_a_disguise_is_seen_through(text: str) -> None:
    """Nothing disguised reaches the screen."""
    assert any(verdict.decision != "show" for verdict in judge(text))


SPANISH = [
    ("open", "¿Qué te importa de todo esto?"),
    ("open-how", "¿Cómo lo notaste?"),
    ("open-led-in", "Cuando piensas en eso, ¿qué sientes?"),
    ("said-back", "Dices “no me escuchan”."),
    ("said", "Has dicho “estoy cansada”."),
    ("session", "Tómate un minuto."),
    ("more", "Cuéntame más sobre eso."),
    ("thanks", "Gracias por contarlo."),
]


@pytest.mark.parametrize("text", [row[1] for row in SPANISH], ids=[row[0] for row in SPANISH])
def test_basic_spanish_is_shown(text: str) -> None:
    """Open questions, quotations and session steps in Spanish are recognised."""
    assert [verdict.decision for verdict in judge(text, ["En mi equipo no me escuchan y estoy cansada."])] == ["show"]


@pytest.mark.parametrize("text", ["Yоu shоuld rest.", "**You** sh\u200bould rest"])
def test_evidence_points_into_the_sentence_as_written(text: str) -> None:
    """Evidence offsets cut out the deciding words of the written sentence, look-alike letters and marks and all."""
    verdict = judge(text)[0]
    assert verdict.evidence is not None
    start, end = verdict.evidence
    assert "should" in fold(verdict.sentence[start:end]).text


def test_an_accent_or_initial_is_no_disguise() -> None:
    """Ordinary writing is not taken for a trick."""
    assert not any(fold(text).disguised for text in ("What about plan B?", "U.S. law", "Q3 and H2", "café"))


@pytest.mark.parametrize(
    "text",
    ["What about Q3 and the 9am call?", "You said that 45 minutes on bay 12 were too few.", "Since 2024 the B2B team sits in A4.", "It was the 2nd of 3 talks. 😊",
     "Between 10-20 people came.", "Your phone rang at 20 45."],
)  # fmt: skip
def test_numbers_and_names_are_no_code(text: str) -> None:
    """Times, sizes, rooms and dates are not taken for a code."""
    assert not any(verdict.rule == "in-disguise" for verdict in judge(text))


@pytest.mark.parametrize(
    "text",
    ["What do you notice in g0 t0 th3 un10n?", "Take a minute with this: VGFsayB0byBoZXIgbm93", "What comes up at 71756974?", "See: 🚪➡️🚶✅", "Say 01110001 01110101 aloud."],
    ids=["leet", "base64", "hex", "signs", "bits"],
)  # fmt: skip
def test_a_code_is_not_shown(text: str) -> None:
    """What a reader could undo and the judge cannot read stays off the screen, in whatever question it stands."""
    assert [verdict.act.value for verdict in judge(text)] == ["unjudged"]

"""Decides which language a message is in and which of them the embedded voice speaks; refuses to know what is said."""

import re
from functools import lru_cache
from typing import Any

from assistant.text import words

SPOKEN = ("en", "es", "de")
"""Languages with questions and ready sentences of their own."""
NAMES = {"en": "English", "es": "Spanish", "de": "German"}
"""What each is called in English, as prompts name it."""
QUOTES = {"en": ("“", "”"), "es": ("«", "»"), "de": ("„", "“")}
"""Opening and closing quotation mark of each."""
_SMALL = {
    "es": frozenset(
        "que de la el es y lo una los para mi pero más muy como está yo las del al estoy cuando tengo hay siempre "
        "nunca equipo trabajo jefe jefa porque quiero todo eso esto ella él nos hacer hola gracias bien también ya "
        "le les te su sus nosotros ser estar era fue soy eres somos siento miedo ayuda creo puedo puede voy hoy "
        "ayer mañana nadie nada otra otro sin sobre desde hasta donde quien así aquí ahora entonces pues aunque "
        "mientras después antes hemos mucho mucha sí día reunión compañero compañera decir hablar".split()
    ),
    "de": frozenset(
        "ich und der das ist nicht ein eine einen dem den mir mich mein meine meinen sie wir auf mit zu "
        "ins vom zum zur von für aber auch nur noch schon dann wenn weil dass habe hab haben sind wird "
        "kann muss soll immer nie keiner niemand nichts alles wie wer wo warum jetzt heute morgen "
        "gestern bei nach über vor seit ja nein danke kollege kollegin arbeit mehr sehr doch eigentlich "
        "vielleicht einfach irgendwie ihm ihn ihr uns euch du dich dir weiß gesagt gemacht".split()
    ),
    "en": frozenset(
        "the and of is that it my with for have this are but they she what i'm don't you it's i've there her his "
        "them because about just when how would been from which who their".split()
    ),
}
"""Small words that the neighbouring languages do not share; two of them spare the identifier (83 MB, loaded when needed)."""
_GREETINGS = {
    "es": frozenset("hola buenas buenos gracias sí ayuda vale".split()),
    "de": frozenset("hallo moin servus guten grüß danke ja nein keine ahnung hilfe".split()),
}
_MARKS = {"es": re.compile(r"[¿¡ñ]"), "de": re.compile(r"[ßäöü]")}
_SHARE = {"es": 5, "de": 5, "en": 8}
"""One word in so many must be such a word."""
_SURE = 0.5
"""Probability from which a language without a voice is believed; below it the conversation's language stays."""


def tongue(text: str) -> str:
    """en, es, de or other; empty when the text is too short to tell (fewer than three words)."""
    found = words(text)
    counts = {language: _count(language, text, found) for language in _SMALL}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] >= max(2, len(found) / _SHARE[best]):
        return best
    if len(found) < 3 and all(ord(char) < 0x250 for char in text if char.isalpha()):
        return ""
    label, sure = _identifier().classify(text[:1000])
    if label in SPOKEN:
        return str(label)
    return "other" if sure >= _SURE else ""


def by_small_words(*texts: str) -> str:
    """The language whose small words the texts hold most of; "en" where none has more. For drafts, which are short and many."""
    found = [(text, words(text)) for text in texts]
    counts = {language: sum(_count(language, *each) for each in found) for language in _SMALL}
    return max(("en", *SPOKEN), key=lambda language: counts[language])


def first_word(text: str) -> str:
    """A guess for a conversation that opens with one or two words: the language whose word one of them is; else empty."""
    found = words(text)
    hits = [language for language in _GREETINGS if any(word in _GREETINGS[language] for word in found)]
    return hits[0] if len(found) < 3 and len(hits) == 1 else ""


def _count(language: str, text: str, found: list[str]) -> int:
    """How many small words of a language there are; a letter only it has counts as two."""
    marked = language in _MARKS and _MARKS[language].search(text)
    return sum(word in _SMALL[language] for word in found) + 2 * bool(marked)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """py3langid's model, from its wheel; half a second to load, a quarter of a millisecond a message."""
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)

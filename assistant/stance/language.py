"""Decides which language a folded sentence is in, as far as the rules need it; refuses to translate."""

import re

from assistant.stance.vocabulary import words_of

_MARKERS = {
    "en": """the you your what how is are that it and to of in for with this was would do did have has not so more when which who if about my i me
        we they he she can could there at on from as be been or where here one say said let's""",
    "es": """que el los las un una tu te tus su se lo es por para con como cuando quien cual donde esta este esto eso esa ese si mas pero
        muy y o al del hay ha has dicho dices quieres puedes podrias deberias yo ella ustedes usted nos le les sobre desde entre sin ya hoy mi me
        aqui cuanto cuanta cuantos ahora algo nada todo parece suena gracias hola ti contigo ser estar hacer hablar tomate cuentame primero""",
    "de": """der die das und ist nicht du dir dich sie ihr ihre dein deine mit zu den dem ein eine einen was wie wer wann wo warum solltest konntest
        kannst musst hast bist es auf fur von aber auch noch sich wenn dann ich wir mal doch mir uns sprich versuch""",
    "fr": """le les des et est pas tu te toi vous votre vos ton ta tes que qui quoi comment quand pourquoi avec pour dans un une sur ce cette ca
        devrais devriez pourrais pourriez avez as es etes il elle ils elles nous je mais ou au aux du ne plus parle essaie peut""",
}
_WORDS = {name: frozenset(listed.split()) for name, listed in _MARKERS.items()}
_ONLY = {
    name: known - frozenset(each for other, words in _WORDS.items() if other != name for each in words)
    for name, known in _WORDS.items()
}
_NOT_LATIN = re.compile(r"[^\W\d_a-zæœøßðþłđ§ªº]")


def language(folded: str) -> str:
    """`en`, `es`, `de`, `fr`, `mixed` (foreign words beside English ones) or `other` (a script we cannot read)."""
    if len(_NOT_LATIN.findall(folded)) >= 1:
        return "other"
    found = words_of(folded)
    share = {name: sum(word in known for word in found) for name, known in _WORDS.items()}
    only = {name: sum(word in known for word in found) for name, known in _ONLY.items()}
    best = max(
        ("es", "de", "fr"),
        key=lambda name: (share[name] + 2 * ("¿" in folded or "¡" in folded) * (name == "es"), only[name]),
    )
    if ("¿" in folded or "¡" in folded) and best == "es" and only["en"] < 2:
        return "es"
    if only[best] >= 1 and share[best] > share["en"]:
        return best
    return "mixed" if only[best] >= 3 else "en"

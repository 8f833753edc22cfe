"""Decides which German sentences are plainly advice; every other German sentence stays unjudged."""

from assistant.stance.acts import Act
from assistant.stance.language import language
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import CLEAR, SURE, Finding, Rule, either, first

RULES: tuple[Rule, ...] = (
    Rule("de-should", Act.ADVICE, either(r"\b(?:du|sie|man) (?:solltest|sollten|sollte|musst|mussen|konntest|konnten|konnte|kannst|darfst)\b", r"\b(?:solltest|konntest|musst) du\b(?=[^?]*$)"), CLEAR),
    Rule("de-recommendation", Act.ADVICE, either(r"\bich (?:wurde|rate|empfehle|schlage|empfehl)\b", r"\b(?:mein rat|mein tipp|an deiner stelle|es ware (?:gut|besser|hilfreich|sinnvoll)|es ist (?:wichtig|besser|ratsam)|am besten|vielleicht hilft|es hilft|es konnte helfen|eine moglichkeit (?:ware|ist))\b"), SURE),
    Rule("de-leading", Act.LEADING_QUESTION, either(r"\b(?:hast du|haben sie) (?:schon |schon mal |mal |bereits )*(?:versucht|probiert|daran gedacht|uberlegt|mit)\b", r"\b(?:wie ware es|was ware,? wenn du|warum (?:nicht|sprichst du nicht|gehst du nicht)|meinst du nicht|findest du nicht|konntest du nicht|kannst du nicht|mochtest du einen)\b"), CLEAR),
    Rule("de-order", Act.DIRECTIVE, either(r"(?:^|[.!:,—\"] ?)(?:bitte )?(?:sprich|rede|versuch\w*|frag|geh|mach|sag|schreib|nimm|gib|hor|such|probier|setz|bitte um|ruf|lass|denk (?:daran|an)|kundige|bitte) (?:\w+)"), CLEAR),
    Rule("de-reassurance", Act.REASSURANCE, either(r"\b(?:keine sorge|mach dir keine|das wird schon|alles wird gut|du schaffst das|ganz normal|nicht allein)\b"), CLEAR),
)  # fmt: skip


def veto(reading: Reading) -> Finding | None:
    """The frames that fall out of stance; orders only where the sentence is not English, whose words they share."""
    rules = RULES if language(reading.text) != "en" else tuple(r for r in RULES if r.act is not Act.DIRECTIVE)
    return first(rules, reading)

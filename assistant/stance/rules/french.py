"""Decides which French sentences are plainly advice; every other French sentence stays unjudged."""

from assistant.stance.acts import Act
from assistant.stance.language import language
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import CLEAR, SURE, Finding, Rule, either, first

RULES: tuple[Rule, ...] = (
    Rule("fr-should", Act.ADVICE, either(r"\b(?:tu|vous|on) (?:devrais|devriez|devrait|dois|devez|doit|pourrais|pourriez|pourrait|peux|pouvez)\b", r"\bil (?:faut|faudrait|vaut mieux|vaudrait mieux)\b"), CLEAR),
    Rule("fr-recommendation", Act.ADVICE, either(r"\bje (?:te|vous) (?:conseille|recommande|suggere|propose|conseillerais|suggererais|encourage)\b", r"\bje (?:conseille|recommande|suggere|ferais|parlerais)\b", r"\b(?:a ta place|a votre place|mon conseil|le mieux (?:est|serait)|ce serait (?:bien|mieux|utile)|il serait (?:bon|utile|preferable)|il est important|une (?:option|idee|solution) serait|ca pourrait (?:aider|t'aider))\b"), SURE),
    Rule("fr-leading", Act.LEADING_QUESTION, either(r"\b(?:as-tu|avez-vous|tu as|vous avez) (?:deja |bien )*(?:essaye|pense a|songe|envisage|tente|parle)\b", r"\b(?:et si (?:tu|vous|on)|pourquoi (?:ne pas|pas|tu ne)|ne (?:penses-tu|crois-tu|pensez-vous|serait-il|devrais-tu|pourrais-tu)|que dirais-tu de|pourrais-tu|pourriez-vous|veux-tu un conseil)\b"), CLEAR),
    Rule("fr-order", Act.DIRECTIVE, either(r"(?:^|[.!:,—\"] ?)(?:s'il te plait,? )?(?:parle|parlez|essaie|essaye|essayez|demande|demandez|dis|dites|va|allez|fais|faites|prends|prenez|ecris|pense a|pensez a|evite|evitez|n'oublie|commence|commencez|cherche|cherchez|appelle|appelez|propose) (?:\w+)"), CLEAR),
    Rule("fr-reassurance", Act.REASSURANCE, either(r"\b(?:ne t'inquiete|ne vous inquietez|tout ira bien|c'est (?:tout a fait |completement )?normal|tu n'es pas seul|tu vas y arriver|bon courage)\b"), CLEAR),
)  # fmt: skip


def veto(reading: Reading) -> Finding | None:
    """The frames that fall out of stance; orders only where the sentence is not English, whose words they share."""
    rules = RULES if language(reading.text) != "en" else tuple(r for r in RULES if r.act is not Act.DIRECTIVE)
    return first(rules, reading)

"""Decides whether a sentence names an act, a helper or a tool that the thinker has not brought.

Refuses to know whether the act would be a good one. An act is new when its verb stands where a plan stands (after a
modal, an infinitive's "to", a gerund's preposition, "if you") and its stem is neither in the thinker's words nor among
the verbs of noticing, wanting, choosing and talking here that any coach may bring.
"""

import re

from assistant.stance.reading import Reading
from assistant.stance.vocabulary import COACHING, FEELING, STOP, stem

_ACTS_EVEN_SO = frozenset(
    stem(word)
    for word in """
    tell talk ask call discuss leave share raise write walk support push pull check invite protect speak fit build
    create plan set lead test limit prevent group draft team practise involve settle party rule handle manage block help
    """.split()
)
"""Coaching words that are an act on the challenge once they stand where a plan stands."""

_HERE = re.compile(
    r"(?:talk|write|share|speak|tell|say|ask|call|raise|discuss|add|bring|help|leave|leav|set|support|lead|test|draft|walk|draw)(?:ing)? "
    r"(?:it|that this|this|that|the feeling|me|us|you|yourself|about|more|here|with me|today|down|your peers|the peers|peers|the group|the circle|of|in|where|to the group|next|before we|now|along|off|the (?:thing|whole|question)|your question|§|a (?:friend|stranger|newcomer|child|peer|colleague who))\b"
    r"|(?:tell|ask|share|discuss|raise|call|leave|say|help|set|talk)(?:ing)?(?=[,?.]|$)|call §|call (?:\w+ ){1,4}(?:seen|if)\b|set (?:\w+ ){1,3}(?:going|off|in motion)\b|help(?:ing)? (?:you )?(?:think|to think|see|most|here|with)"
)
_VERB = re.compile(
    r"\b(?:(?:could|can|might|may|will|would|should|must) (?:you|we|one|someone)|you (?:could|can|might|may|will|would|should|must)|you'(?:ll|d)|to)"
    r" (?:also |just |still |now |then |perhaps |simply |really |actually |instead |begin to |start to |try to |be able to |want to )?(?P<verb>[a-z']+)"
    r"|\b(?:from|by|about|of|without|for|in|on|into|with|stop|start|started|stopped|try|tried|consider\w*|keep|mean|involve|than|like|would|does|did|might|could|or|and|after|before)"
    r" (?:not |just |simply |maybe |even |actually |both |openly |you |him |her |them )?(?P<gerund>[a-z]{2,}ing)\b"
    r"|\b(?:if|before|until|once|imagine|picture|suppose) you (?:just |simply |actually |only |did |had |were to |could |also |never |stopped |started )?(?P<supposed>[a-z']+)"
    r"|\b(?:will|would|could|can|might) (?:you|we) (?:\w+ ){1,4}and (?P<second>[a-z]+) (?:her|him|them|it|your|a|the|to|with)\b"
)
_NO_GERUND = frozenset(
    [
        "thing",
        "something",
        "nothing",
        "anything",
        "everything",
        "during",
        "morning",
        "evening",
        "being",
        "king",
        "spring",
        "string",
    ]
)
_NO_VERB = (
    frozenset(
        [
            "be",
            "have",
            "had",
            "were",
            "are",
            "is",
            "was",
            "weren't",
            "didn't",
            "don't",
            "haven't",
            "this",
            "that",
            "these",
        ]
    )
    | STOP
)
_IDIOM = re.compile(
    r"\b(?P<idea>(?:reach|reaching|reached) out|(?:push|pushing|step|stepping|pull|pulling|scale|scaling) back|(?:speak|speaking|stand|standing) up\b|"
    r"(?:say|saying|said) no\b|(?:set|setting|draw|drawing|hold|holding) (?:\w+ )?(?:boundar|limit|line)\w*|(?:let|letting) \w+ know|"
    r"(?:open|opening) up to|(?:ask|asking) (?:for|her|him|them|someone|somebody|your|a)\b(?! peers)|(?:talk|talking|speak|speaking) (?:to|with)\b(?! me| us|ing)|"
    r"(?:take|taking) (?:time off|a (?:break|day|week|holiday|sabbatical|walk))|(?:get|getting) (?:\w+ )?(?:help|advice|support|feedback)|(?:make|making) (?:a|an|some) (?:list|plan|appointment|schedule)|"
    r"(?:set|setting) up|(?:give|giving) (?:him|her|them|it) (?:a|an|some|more)|(?:hand|handing|pass|passing) (?:it |that |this |some |things )?(?:over|on)\b)"
)
_TOOLS = """
    boundar limit plan schedul routin therapist therap mentor counsel counselor calendar checklist list cours budget
    apolog compromis deadline app journal diary agenda workshop train template email contract delegation delegat trial
    experiment timer ritual habit hobby class gym yoga meditation mindful exercise walk break holiday vacation
    sabbatical buffer system framework strateg techniqu method tool script one-on-one checkin check-in meet feedback
    mediator mediat assistant hire freelanc consult lawyer hr accountant podcast blog group portfolio spreadsheet
    tracker prioritiz mantra affirmation affirmat reward process policy rota role rehears
    """.split()

_TOOL = re.compile(
    r"\b(?:a|an|some|any|more|fewer|new|another|better|clear|clearer|firm|firmer|stronger|strong|tighter|regular|weekly|daily|short|shorter|honest|different)"
    r" (?:\w+ ){0,2}?(?P<tool>(?:" + "|".join(_TOOLS) + r")\w{0,5})\b"
)
_NEUTRAL_TOOL = re.compile(
    r"(?:limit|system|role|process|group|meet|break|list|plan|book|tool|method|walk|train|script)"
)

_TALK_ABOUT = frozenset({"discuss", "share", "add", "raise", "talk", "say"})
_LIKE_TO = re.compile(r"\b(?:like|want|wish|prefer|care|need) to $")
_WITH_THEM = re.compile(r"\b(?:with|to) (?!me\b|us\b|day\b|peers|your peers|the group)(?:him|her|them|your|the|\w+)\b")


def unvoiced_act(reading: Reading, start: int = 0) -> tuple[int, int] | None:
    """Where, from `start` on, an act or a tool stands that the thinker has not named; None when there is none."""
    text = reading.text
    for found in _VERB.finditer(text, max(0, start - 12)):
        group = next(name for name, value in found.groupdict().items() if value)
        if _is_new(reading, found[group], group, found.start(group)):
            return found.span(group)
    idiom = _IDIOM.search(text, max(0, start - 8))
    if idiom and reading.own.voiced(idiom[0]) < 1:
        return idiom.span()
    return _new_tool(reading, start)


def _is_new(reading: Reading, word: str, group: str, at: int) -> bool:
    if word in _NO_VERB or word in _NO_GERUND or reading.own.used(word) or _HERE.match(reading.text, at):
        return False
    if word in _TALK_ABOUT and _LIKE_TO.search(reading.text[:at]) and not _WITH_THEM.search(reading.text, at):
        return False
    if group == "second" and stem(word) in COACHING - _ACTS_EVEN_SO:
        return False
    root = stem(word)
    return root in _ACTS_EVEN_SO or (root not in COACHING and root not in FEELING)


def _new_tool(reading: Reading, start: int) -> tuple[int, int] | None:
    for found in _TOOL.finditer(reading.text, start):
        if not reading.own.used(found["tool"]) and not _NEUTRAL_TOOL.fullmatch(found["tool"]):
            return found.span("tool")
    return None

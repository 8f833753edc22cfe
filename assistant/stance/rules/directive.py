"""Decides which sentences order an act on the challenge: `directive`. Refuses to touch what runs the session.

A clause that opens with a bare verb is an order; the table of verbs gives the label, and a verb it lacks leaves the
sentence unjudged, which is not shown either.
"""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.session import is_session
from assistant.stance.rules.shape import CLEAR, LIKELY, Finding

_VERBS = """
    accept acknowledge act add address adjust admit adopt aim allow anchor announce apologi[sz]e apply appreciate approach arrange ask assert assess assign
    assume attend audit avoid back ban be become begin block book borrow breathe break brainstorm bring budget build buy calculate call cancel catch celebrate
    challenge change check clarify clean clear close combine commit communicate compare complete compliment confront connect consider consult contact
    cook cook count create cut date deal decide decline define delay delegate delete demand describe design develop discuss ditch divide do document
    double download draft draw dress drink drop eat educate embrace email encourage end enjoy ensure escalate establish evaluate examine exercise expect
    experiment explain explore express face figure fight file fill filter find finish fix flip focus follow force forget forgive frame get give go
    google grab ground grow guard handle hang have head help hire hold honou?r identify ignore imagine implement improve include increase inform
    insist install introduce invest invite join journal keep kick know label learn leave lean let level lie limit list listen live look love lower maintain make
    manage map mark match measure meditate meet mention minimi[sz]e mirror monitor move name negotiate normali[sz]e note notice notify nurture offer open order
    organi[sz]e outline own pack park pause pay pick pinpoint plan play postpone practi[sc]e prepare present prevent prioriti[sz]e process promise propose protect
    prove pull push put quit raise reach read record ring phone text bake hand redirect reduce refer reflect reframe refuse regulate rehearse reject relax release remember remind remove
    repeat replace reply report request research resist respect respond rest return reverse review revise revisit reward rewrite role-?play rotate run save say schedule
    search seek select sell send separate set share shift shorten show shrink sign simplify skip sleep slow smile solve speak spend split stand start state
    stay step stick stop store stretch strip structure study submit support surround swap switch tackle take talk tell test text thank think track trade train
    treat trim trust try turn understand update use validate value verbali[sz]e visit visuali[sz]e volunteer wait wake walk watch wear weigh withdraw
    work write zoom dial batch silence mute unsubscribe re-?\\w+ pre-?\\w+
"""
_VERB = f"(?:{'|'.join(_VERBS.split())})"
_HEDGE = r"(?:please |just |always |never |simply |also |then |first,? |next,? |and |or |but |so |now,? |only |instead,? |again,? |try to |remember to |be sure to |make sure (?:to )?|gently |slowly |actively |consciously |today,? |tonight,? |tomorrow,? |actually |maybe |perhaps )*"
_AFTER = (
    r"(?: (?:a|an|the|your|his|her|him|them|it|to|with|for|up|out|yourself|this|that|these|those|some|at|on|in|into|about|one|two|three|every|each|each|more|less|no|what|"
    r"how|where|when|whether|why|who|any|all|off|down|back|over|away|from|by|as|if|small|early|only|together|before|after|until|\d+|their|its|just|time|like|through|around|against|"
    r"people|someone|others|someone|anyone|yes|things|both|enough|not|and|between|without|kind|patient|honest|clear|specific|open|curious|brave|gentle|direct|proud|careful|ready|real|\w+(?:ly|ing)|\"|§)\b| \"| §)"
)
_OPENING = re.compile(
    rf"^(?:(?:{_HEDGE})(?P<verb>{_VERB})(?=[ .!,:;—]|$)(?! (?:is|was|are|were|has|had|would|can|could|might|may|will)\b)"
    r"|(?:please |just |so |and |but )*(?:don't|do not|never|stop|avoid|quit|refrain from) (?P<no>[a-z]+))"
)
_LATER = re.compile(
    rf"(?:[.!?:;,—(\"|/]\s*|\b(?:and then|then|so|instead|but first|and)[, ]+|— )(?:{_HEDGE})(?P<verb>{_VERB}){_AFTER}"
    r"|(?:[.!?:;,—(\"|]\s*|\b(?:and|so|but)[, ]+)(?:please |just )*(?:don't|do not|never|stop) (?P<no>[a-z]+)"
)
_LABELLED = re.compile(rf"^[^:.?!]{{1,45}}: (?:{_HEDGE})(?P<verb>{_VERB})\b")
_NOT_AN_ORDER = re.compile(
    r"^(?:thank|thanks|welcome|imagine|picture|notice|listen(?:ing)?\b|open|own (?:words|pace)|back to|work (?:is|has|and)|change (?:is|takes|and)|help (?:is|me)|love (?:is|and)|talk (?:is|to you (?:soon|later|next))|"
    r"see you|look(?:ing)? (?:ahead|back)|present|close (?:to|and)|present|process|plan (?:and|b)|step by step|put (?:as|another|differently|simply|in)|change (?:any|a|the) (?:line|word)|edit|reach (?:for (?:a|the) word)|seen|said|given|name (?:and)|live|like|clear|no|let(?:'s| us| me)|mean|have a (?:good|nice|great|lovely)|take care|go on|go ahead|remember that you said|"
    r"say (?:more|it|that|what|whatever|as|a (?:bit|little))|do (?:you|they|we|i|the|your|any|these|those|people|he|she)|have (?:you|they|we|the|your|any|i)|does|record|head|hold on)\b"
)
_SUBJECT = re.compile(
    r"\b(?:you|we|they|i|who|and|or|both|to|can|could|would|will|might|may|should|must|n't|not|did|do|does|never|always|often)(?: \w+)?[,]? ?$"
)


def directive(reading: Reading) -> Finding | None:
    """Recognise an order at the start of the sentence, after a label, or at the head of a later clause."""
    text = reading.text
    if (found := _OPENING.match(text)) and not _is_free(text[found.start("verb") :] if found["verb"] else text):
        return _finding(found, "bare-imperative", CLEAR)
    if (found := _LABELLED.match(text)) and not _is_free(text[found.start("verb") :]) and not reading.asks:
        return _finding(found, "imperative-after-label", LIKELY)
    return None if _quotes_or_asks(text) else _later(reading)


def _later(reading: Reading) -> Finding | None:
    text = reading.text
    for found in _LATER.finditer(text):
        start = found.start("verb") if found["verb"] else found.start("no")
        if found["verb"] and (_is_free(text[start:]) or _runs_on(text, found)):
            continue
        if reading.own.voiced(text[start:]) >= 0.7 and re.search(r"\byou\b", text[:start]):
            continue
        return _finding(found, "imperative-after-clause", LIKELY)
    return None


def _runs_on(text: str, found: re.Match[str]) -> bool:
    """Whether the verb continues a finite clause ("you stay and listen to them") rather than opening an order."""
    before = text[: found.start()]
    joined = found[0].lstrip().startswith(("and ", ","))
    return (
        joined
        and re.search(r"\b(?:you|we|they|i|to|can|could|would|will|people|both|who|don't)\b", before) is not None
        and not _condition(before)
    )


def _condition(before: str) -> bool:
    return (
        re.match(
            r"^(?:and |but |so |then )?(?:if|when|once|after|before|until|while|since|(?:the )?next time|whenever|instead of|to \w+|for|during|as soon as|rather than|yes|no|okay|sure|in \w+|at|every|each|by)\b(?!.*\b(?:can|could|will)\b)",
            before,
        )
        is not None
    )


def _is_free(clause: str) -> bool:
    return bool(
        _NOT_AN_ORDER.match(clause)
        or is_session(clause)
        or (clause.endswith("?") and re.match(r"(?:do|have|be|can|may|is)\b", clause))
    )


def _quotes_or_asks(text: str) -> bool:
    return re.match(r"^(?:what|which|who|when|where|how|why)\b[^.!:;]*\?$", text) is not None


def _finding(found: re.Match[str], rule: str, confidence: float) -> Finding:
    group = "verb" if found.groupdict().get("verb") else "no"
    return Finding(Act.DIRECTIVE, rule, confidence, found.start(group), found.end(group))

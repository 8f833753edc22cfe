"""Decides which statements explain how peer coaching or one of its protocols works: `method_info`."""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import CLEAR, Finding

_TERM = re.compile(
    r"\b(?:case (?:giver|clinic|bringer|owner)s?|peer (?:coaching|coaches?|group|consultation|consulting|supervision)|peers?|coaching (?:circle|conversation|session|question|group|round|stance)s?|action learning|intervision|open questions?|"
    r"facilitator|time ?keeper|protocol|reflecting team|problem holder|set adviser|fishbowl|troika|this method|the method|the brief|askwell|question round|coaching|thinker|listeners?|observer|presenter|speaker|(?:first|second|third|last|next) (?:round|stage))\b"
)
_SUBJECT = re.compile(
    r"^(?:and |so |then |next,? |first,? |here,? |now,? )*(?:(?:in|during|for|at|after|before|once|when|with|as|throughout) [^,]{0,60},? )?(?:(?:the|a|an|each|every|all|both|your|other|one|its|no|this|nobody|everyone|they|it|only|open|peer|coaching) )*(?:\w+ ){0,2}?"
)
_VERB = re.compile(
    r"\b(?:is|are|listens?|asks?|speaks?|says?|writes?|keeps?|holds?|has|have|takes?|begins?|starts?|ends?|lasts?|runs?|goes|comes?|turns?|gives?|stays?|leaves?|hears?|answers?|tells?|shares?|means?|chooses?|explains?|describes?|mirrors?|names?|notes?|sits?|opens?|closes?|invites?|brings?|repeats?|waits?|follows?|moves?|steps?|thanks?|offers? no|collects?|works?|helps? you think|serves?|lets|belongs)\b"
)


def method_info(reading: Reading) -> Finding | None:
    """Recognise an explanation: a term of the method, a verb in the present, nobody told what to do."""
    text = reading.text
    terms = list(_TERM.finditer(text))
    if (
        reading.asks
        or not terms
        or re.search(r"\byou(?:r (?:manager|boss|team))?\b (?:should|could|need|must|ought)", text)
    ):
        return None
    verb = _VERB.search(text, terms[0].end()) or _VERB.search(text)
    early = terms[0].start() <= 60
    if (
        not verb
        or not early
        or (len(terms) == 1 and re.search(r"\b(?:people|trusted|mentor)\b", text))
        or len(reading.own.new(text, feelings=True)) > (2 if len(terms) == 1 else 5)
    ):
        return None
    return Finding(Act.METHOD_INFO, "explains-the-method", CLEAR, terms[0].start(), verb.end())

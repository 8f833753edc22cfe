"""Decides which questions leave the thinking with the thinker: `open_question` and `closed_question`.

Tried after every veto. A question may be led in by a time, a condition, a quotation or the thinker's own words; a
lead-in that brings anything else leaves the sentence unjudged.
"""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import CLEAR, LIKELY, Finding, either
from assistant.stance.vocabulary import content

_SMALL = r"(?:so|and|but|or|then|ok|okay|well|hm+|ah|now|also|still|yes|right|alright|just|i see|thank you|thanks|in fact|first|finally|lastly|next|again|here|question|reflection|a question|one question|next question|today|ok so)"
_WH = r"(?:(?:to|for|with|in|from|at|by|on|of|about|under|until|since|between|over|into|through|beneath|behind|beyond|after|before) )?(?:what(?:ever|'s|'re|'d|'ll)?|how(?:'s|'d)?|who(?:m|se|'s|'d|'ll)?|when(?:'s)?|where(?:'s)?|which|why(?:'s)?)\b"
_START = re.compile(rf"^(?:{_SMALL}[,:.—-]* ?)*(?P<wh>{_WH})")
_LATER = re.compile(rf"(?:[,:;—.)\"§!] ?(?:{_SMALL},? )*|\b(?:and|but|so|then) )(?P<wh>{_WH})")
_FIXED = re.compile(
    r"^(?:how (?:many|long|often|old|much (?:time|money|longer|of)|far|likely|soon|big|certain|sure|confident|strong(?:ly)?)\b|(?:on|in) what (?:day|date|scale)|(?:on )?(?:which|what) (?:day|date|time|month|hour|number|year|one)\b|"
    r"when (?:is|was|did|does|will|are|were|do) (?:the|it|that|this|he|she|they|your)\b|who (?:is|was|else (?:is|was|knows)|knows)\b|where (?:do|did|is|was) (?:you|he|she|they|it) (?:work|live|meet|happen|take place)\b|what time\b|on a scale)"
)
_ELLIPTIC = either(
    r"^(?:and |so |but |or |then )?(?:anything|anyone|something|what|who|where) (?:else|more)\b[^?]{0,60}\?$",
    r"^(?:and|so|and then|because|meaning|such as what|like what|in what way|how so|how come|since when|for whom|to do what|compared (?:to|with) what|than what)\?$",
    r"^(?:any|what|which) (?:ideas?|thoughts?) (?:of your own |come|for|about|so far|on)\b[^?]{0,60}\?$",
    r"^§,? ?\?$",
    r"^(?:and |so )?what (?:else|then|now|next)\?$",
)
_TELL = re.compile(
    rf"^(?:{_SMALL},? )*(?:can|could|would|will|may i ask you to|are you able to) (?:you )?(?:please |perhaps |maybe |just )?(?:tell me|say|describe|walk me|share|explain|help me|give me|show me|elaborate|expand|unpack|put (?:it|that|this|a word|words|into)|name|think of|remember|recall|picture|imagine|stay with|look (?:at|back))\b"
)
_AUX = re.compile(
    rf"^(?:{_SMALL},? )*(?:is|are|was|were|do|does|did|have|has|had|can|could|would|will|shall|should|may|might|am)\b(?! not\b)"
)
_LATER_AUX = re.compile(
    r"[,:;—.)\"§] ?(?:and |but |so )?(?P<wh>(?:is|are|was|were|do|does|did|have|has|had|would|can|shall|will) (?:that|this|it|there|you|they|we|i|he|she|the|any|your)\b)"
)
_LEAD_IN = re.compile(
    r"^(?:and |so |but |now |then |ok(?:ay)? |first |again )?(?:when|if|as|while|after|before|once|until|during|since|whenever|in|at|on|from|with|for|of|out of|beyond|beneath|looking|thinking|imagining|suppose|supposing|imagine|picture|say|let's say|given|"
    r"standing|going|coming|hearing|reading|right now|today|tomorrow|just now|at this point|either way|whatever|even|apart from|besides|without|by the end|a (?:year|month|week|day)|six months|one (?:year|month|week|day)|years from|under|next to|instead of|to you|i wonder|i'm curious|i am curious|tell me|about|back to)\b"
)

_PREDICTS = re.compile(r"'ll\b|\b(?:will|won't|never|always|should|must|need|can't|cannot)\b")
_CLAIM = re.compile(r"\b(?:you|he|she|they|it|this|that|there|we|your \w+)(?:'re|'s|'ve)? [a-z]+")


def question(reading: Reading) -> Finding | None:
    """Recognise an open or closed question; None when it carries more than one, or a lead-in nobody accounts for."""
    if not reading.asks:
        return None
    text = reading.text
    if text.rstrip('"§) ').count("?") > 2 or re.search(r"\?[^?]*[a-z]{3,}[^?]*$", text):
        return None
    if found := _ELLIPTIC.search(text) or _TELL.search(text):
        return Finding(Act.OPEN_QUESTION, "invites-thinking", CLEAR, *found.span())
    if found := _START.search(text):
        return _wh(text, found.start("wh"), found.end("wh"))
    if found := _AUX.search(text):
        return _closed(reading, found.start(), found.end())
    return _led_in(reading) or _declarative(reading)


def _wh(text: str, start: int, end: int) -> Finding | None:
    fixed = _FIXED.search(text[start:])
    if re.match(
        r"(?:what|how|where) (?:you|your|we|they|he|she|it)(?:'re|'ve|'d)?\b(?! (?:and|two|three)\b)", text[start:]
    ):
        return None
    if fixed:
        return Finding(Act.CLOSED_QUESTION, "fixed-answer", CLEAR, start, start + fixed.end())
    if len(text[start:].split()) > 45:
        return None
    return Finding(Act.OPEN_QUESTION, "open-question", CLEAR, start, end)


def _led_in(reading: Reading) -> Finding | None:
    """A question after a lead-in; the lead-in must be a circumstance, short, quoted or mostly the thinker's words."""
    text = reading.text
    found = next((f for f in _LATER.finditer(text) if "?" in text[f.end() :]), None)
    closed = None if found else _LATER_AUX.search(text)
    later = found or closed
    if not later:
        return None
    lead = text[: later.start("wh")]
    new = reading.own.new(lead, feelings=True)
    circumstance = _LEAD_IN.match(lead) is not None
    allowed = 2 if circumstance else 0 if _CLAIM.search(lead) else 1
    if _PREDICTS.search(lead) and not circumstance and reading.own.voiced(lead) < 0.8:
        return None
    if len(new) > allowed and reading.own.voiced(lead) < 0.6:
        return None
    if closed:
        return _closed(reading, closed.start("wh"), closed.end("wh"))
    return _wh(text, later.start("wh"), later.end("wh"))


def _closed(reading: Reading, start: int, end: int) -> Finding | None:
    """A yes/no question is let through when it brings next to nothing new."""
    asked = reading.text[start:]
    if len(reading.own.new(asked, feelings=True)) > (len(content(asked)) > 2):
        return None
    return Finding(Act.CLOSED_QUESTION, "checks", LIKELY, start, end)


def _declarative(reading: Reading) -> Finding | None:
    """A statement with a question mark: a check, as long as it says back or brings nothing new."""
    text = reading.text
    if re.search(r"\b(?:you'll|you will|you are going to|let's)\b", text) and reading.own.voiced(text) < 0.8:
        return None
    if (
        re.search(r"[.!;] ", text)
        or reading.own.new(text)
        or not re.search(r"\b(?:you|your|it|that|this|there|they|he|she|we|§)\b|§", text)
    ):
        return None
    return Finding(Act.CLOSED_QUESTION, "declarative-check", LIKELY, 0, len(text))

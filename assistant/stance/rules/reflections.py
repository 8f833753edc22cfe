"""Decides which statements say back what the thinker said: reflections and summaries.

A plain statement about the thinker is a reflection only when it echoes: at least ECHO of its content words are in the
thinker's words. A tentative frame may add feeling, value or image, but nothing else that is new.
"""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.novelty import unvoiced_act
from assistant.stance.rules.shape import CLEAR, LIKELY, Finding
from assistant.stance.vocabulary import COACHING, content, stem

ECHO = 0.6
"""Share of content words that must be the thinker's. Set by judgement, not measured: at .5 additions passed in the tests'
own sentences, at .7 fair paraphrases fell."""
TENTATIVE_ECHO = 0.34

_SMALL = r"(?:so|and|but|then|ok|okay|well|hm+|ah|now|also|yes|still|yet|right|mm+|i see|alright|at the same time|on the one hand|on the other hand|on one side|on the other)"
_FRAME = re.compile(
    rf"^(?:{_SMALL}[,:.—-]* ?)*(?:what i(?:'ve)? (?:hear|heard|am hearing|'m hearing|notice)(?: (?:you say(?:ing)?|from you|so far|is))*(?: is)?(?: that)?:?|i(?:'m| am)? (?:also )?(?:hear|heard|hearing|notice|noticed|noticing)(?: you)?(?: (?:say(?:ing)?|that|how|mention\w*|talk\w* about))*|"
    r"(?:earlier,? |just now,? |before,? |a moment ago,? |today,? |here,? )?you(?:'ve| have|'re| are| also| just| first| then| even| had)*(?: (?:said|say|saying|mention|mentioned|mentioning|told me|tell me|telling me|described|describe|describing|talked about|talking about|spoke of|speak of|speak about|spoke about|named|name|naming|called|call|put it|used the words?|use the words?|use|used|wrote|write|asked|asking|put it like this|used a (?:picture|word|phrase)(?: for it| for that)?:?|use a (?:picture|word|phrase)|began with|started with|brought|raised|keep coming back to|keep saying|came back to|chose|noted|listed|repeat|repeated|return(?:ed)? to|bring up|brought up)\b)+"
    r"(?: (?:that|how|about|of|it|as|yourself|two things|three things|something|to me|it as|this|the word|the words))*[:,]?|(?:the|your) (?:plan|goal|idea|wish|hope|intention|aim) (?:is|was)(?: that| to)?|in your (?:own )?words[,:]?|(?:as|the way|from what|from how) you (?:tell|told|say|said|describe|put|see|have said)(?: it)?,?|(?:these|those|they|this|that) (?:are|is) your own words:?|(?:your|the) (?:own )?(?:word|words|phrase|image|question|sentence)(?:s)?(?: for (?:it|that|this))?(?: (?:was|were|is|are))?:?)"
)
_TENTATIVE = re.compile(
    rf"^(?:{_SMALL}[,:.—-]* ?)*(?:(?:it|that|this|which|there) (?:all )?(?:sounds?|seems?|looks?|feels?|reads?|comes across|strikes me) ?(?:to me )?(?:as if|as though|like|that|as|to be|to|almost like|a bit like|a bit as if)?|(?:it )?(?:sounds?|seems?|looks?) (?:as if|as though|like|to be)?|"
    r"(?:it|this|that) (?:might|may|could|must) (?:be|feel|have been|have felt)(?: (?:that|as if|like))?|(?:as if|as though)|almost as if|it is almost as if|it's (?:almost )?as if|i (?:wonder|hear|sense|notice|get the (?:sense|impression|feeling)|have the (?:sense|impression)|imagine)(?: (?:if|whether|that|some|a|there is|there might be|something like))*|i'm (?:sensing|wondering|hearing|getting)(?: (?:if|whether|that|some|a|the sense(?: that)?))*|"
    r"(?:perhaps|maybe|possibly)(?: (?:there is|part of you|a part of you|you|it|that|some))|part of you|a part of you|one part|another part|one side of you|something in you|there(?:'s| is| seems to be| might be| may be| appears to be|'s also| is also)|if i (?:hear|understand|follow) you(?: right| rightly| well| correctly)?,?|my sense is|you (?:seem|sound|look)|underneath)"
)
_SUMMARY = re.compile(
    rf"^(?:{_SMALL}[,:.—-]* ?)*(?:so far\b|to (?:sum up|summari[sz]e|gather|recap|pull)|in (?:sum|short|summary)\b|summing up|pulling (?:this|that|it) together|(?:let me|i'll|i will) (?:gather|sum|pull|draw|play|say back|put)\b[^:.]{{0,50}}:|"
    r"(?:here is|here's|this is) what (?:i|you|we)(?:'ve| have)? (?:have )?(?:hear|heard|said|noted|gathered|got|understood|named)[^:.]{0,40}[:.]|(?:a few|two|three|four|several|some) (?:things|threads|words|points|pieces|sentences|lines)\b[^:]{0,60}:|so far i have|(?:let me )?lay(?:ing)? out what you(?: have)? (?:said|say|told me):?|putting your (?:own )?words (?:together|side by side|in a row):?|among what you said|taken together|what (?:we|you|i) have so far|your (?:points|threads|words) so far)"
)
_ABOUT_THEM = re.compile(
    rf"^(?:{_SMALL}[,:.—-]* ?)*(?:(?:when|if|every time|each time|whenever|since|for|after|before|at|in|on|over|with|because|while|although|even though|whatever|yesterday|last|now) [^,]{{1,60}}, )?"
    r"(?:you(?:'re|'ve|'d)?|your|part of you|§|the \w+ you|nobody|it's you|it is you)\b"
)
_SUBJECT = re.compile(
    rf"^(?:{_SMALL}[,:.—-]* ?)*(?:the|he|she|they|it|there|this|that|nobody|everyone|your|§|when|every|both|his|her|their|all|[a-z]+ (?:is|was|has|says|said|does|did|keeps|wants|thinks)) "
)
_DENIAL = re.compile(r"\b(?:not|no|never|nothing|nobody|without)\b|n't\b")
_ABOUT_QUOTE = re.compile(
    rf"^(?:{_SMALL}[,:.—-]* ?)*(?:the words?:? |your words?:? )?\"?§(?=[:,;.—!\"]|$| (?:comes|stays|is what|stands|keeps|came|catches|stays with)\b)|\b(?:you|your|yours|me|us)\b|^(?:i|there|here)\b"
)
_FORECAST = re.compile(
    r"\b(?:you'll|you will|you are going to|you're going to|will|won't|never|always|can't|cannot|must|should|need to|have to|may|might|could)\b"
)


def reflection(reading: Reading) -> Finding | None:
    """Recognise saying back: quoted, reported, echoed, tentative, or several points drawn together."""
    if reading.asks:
        return None
    return _summary(reading) or _quoted(reading) or _reported(reading) or _tentative(reading) or _echo(reading)


def _summary(reading: Reading) -> Finding | None:
    found = _SUMMARY.search(reading.text)
    rest = reading.text[found.end() :] if found else ""
    points = reading.text.count("§") + rest.count(";") + rest.count(",")
    if (
        not found
        or (points < 1 and "§" not in rest and reading.own.voiced(rest) < 1)
        or not (content(rest) or "§" in rest)
        or not _theirs(reading, rest, ECHO)
    ):
        return None
    return Finding(Act.SUMMARY, "draws-together", CLEAR, *found.span())


def _quoted(reading: Reading) -> Finding | None:
    """A quotation of the thinker with at most two new words around it."""
    quotes = reading.text.count("§")
    if _FORECAST.search(reading.text) or re.search(r"\bi (?:want|would|think|disagree|challenge)\b", reading.text):
        return None
    if (
        not quotes
        or reading.text.endswith(":")
        or not _ABOUT_QUOTE.search(reading.text)
        or reading.own.new(reading.text)
        or unvoiced_act(reading)
        or len(content(reading.text)) > 8
    ):
        return None
    at = reading.text.index("§")
    return Finding(Act.SUMMARY if quotes > 2 else Act.SIMPLE_REFLECTION, "quoted-own-words", CLEAR, at, at + 1)


def _reported(reading: Reading) -> Finding | None:
    found = _FRAME.search(reading.text)
    rest = reading.text[found.end() :] if found else ""
    if not found or (not content(rest) and "§" not in rest) or not _theirs(reading, rest, ECHO):
        return None
    return Finding(Act.SIMPLE_REFLECTION, "reported-words", CLEAR, *found.span())


def _tentative(reading: Reading) -> Finding | None:
    found = _TENTATIVE.search(reading.text)
    rest = reading.text[found.end() :] if found else ""
    if not found or not content(rest) or rest.endswith(":") or unvoiced_act(reading):
        return None
    if reading.state.item and not re.search(r"\byou", reading.text):
        return None
    if found[0].startswith("there") and not re.search(r"\b(?:you|your|that|this)\b|§", rest):
        return None
    found_new = reading.own.new(rest, feelings=True)
    known = len(content(rest)) or 1
    if len(found_new) > max(1, (1 - TENTATIVE_ECHO) * 0.5 * known) or len(rest.split()) < 1:
        return None
    if _FORECAST.search(rest) and reading.own.voiced(rest) < ECHO:
        return None
    return Finding(Act.COMPLEX_REFLECTION, "tentative-frame", LIKELY, *found.span())


def _echo(reading: Reading) -> Finding | None:
    text = reading.text
    words = content(text)
    share = reading.own.voiced(text)
    least = 0.8 if reading.state.item else ECHO
    said_back = not reading.state.item and len(words) > 1 and share >= 0.8 and _SUBJECT.search(text)
    if (
        not (_ABOUT_THEM.search(text) or said_back)
        or not words
        or text.endswith(":")
        or not _theirs(reading, text, least)
    ):
        return None
    if len(words) == 1 and words[0] in COACHING:
        return None
    if any(reading.own.voiced(clause) < 0.5 for clause in re.split(r"[;—:]", text)):
        return None
    if len(words) > 1 and sum(each in reading.own.stems for each in words) < 2:
        return None
    return Finding(Act.SIMPLE_REFLECTION, "echo", LIKELY, 0, len(text))


def _theirs(reading: Reading, rest: str, least: float) -> bool:
    """Whether the rest is mostly the thinker's words; a demand or a forecast must be wholly theirs."""
    share = reading.own.voiced(rest)
    if not _denied_by_them(reading, rest):
        return False
    return share >= (0.8 if _FORECAST.search(rest) or _DENIAL.search(rest) else least)


def _denied_by_them(reading: Reading, rest: str) -> bool:
    """Whether what the sentence denies ("you are not lazy") the thinker denied too; comfort contradicts, it does not echo."""
    for found in _DENIAL.finditer(rest):
        denied = content(rest[found.end() :])[:1]
        if denied and not re.search(
            rf"(?:\bnot|\bno|n't|\bnever|\bnothing|\bwithout|\bnobody)\b(?: \S+){{0,4}} {re.escape(denied[0])}",
            _stemmed(reading),
        ):
            return False
    return True


def _stemmed(reading: Reading) -> str:
    return " ".join(word if _DENIAL.search(word) else stem(word) for word in reading.own.running.split())

"""Decides crudely whether a coach's sentence gives something away: a block-list of frames, written without the guard's.

It knows nothing of the stance package on purpose. A suite that asked only our own judge whether our own guard works
would be circular; this one misses more and is fooled differently. Quotations of the thinker are taken out before.
"""

import re
from dataclasses import dataclass

from assistant.text import fold

_ACTS = (
    r"(?:talk|speak|tell|ask|say|call|write|email|set|send|schedule|book|plan|delegate|escalate|report|document|record|"
    r"stop|wait|leave|quit|resign|apply|refuse|decline|push|offer|give|take|make|let|start|begin|try|consider|use|keep|"
    r"focus|arrange|prioriti[sz]e|negotiate|propose|suggest|remind|apologi[sz]e|confront|check|agree|share|split|swap|"
    r"hire|train|move|go|get)"
)
_THEM = (
    r"(?:him|her|them|(?:your|the) (?:\w+ )?(?:team|boss|manager|client|staff|board|colleagues?|partner|crew|lead|director)|"
    r"a (?:colleague|friend|mentor|lawyer|coach))"
)
_NOT = r"\b(?:won't|will not|can't|cannot|don't|do not|not|never|rather than|instead of|without)\b"
_ASKED = r"\b(?:what|how|which|who|where|when|whether|feels?|felt|said|says?|thinks?|thought|told|mentioned|believe)\b"
_OPENING = r"^(?:then |so |and |but |just |first,? |please |maybe |perhaps )*"


@dataclass(frozen=True)
class Frame:
    """A way of giving something away; `lifted` are words earlier in the sentence that make it harmless."""

    name: str
    pattern: str
    lifted: str = r"(?!)"


FRAMES = (
    Frame(
        "you-could",
        r"\byou (?:could|should|ought|might|must|may want|need to|have to|had better|'d better)\b",
        f"{_NOT}|{_ASKED}",
    ),
    Frame("what-you-should-do-is", r"\bwhat (?:you|i'd|i would) [^,.?]{0,30}\b(?:do|say) (?:here )?is\b"),
    Frame(
        "i-would",
        rf"\bi(?:'d| would) (?:just |probably |first |rather |always |definitely )?(?:recommend|advise|{_ACTS})\b",
        f"{_NOT}|like to",
    ),
    Frame(
        "i-suggest", r"\bi (?:suggest|recommend|advise|propose)|\bmy (?:advice|suggestion|recommendation|tip)\b", _NOT
    ),
    Frame(
        "it-may-help",
        r"\b(?:it|this|that) (?:might|may|could|would|can|often|usually|really) ?(?:\w+ )?"
        r"(?:help|be (?:worth|good|best|wise|useful|better))",
    ),
    Frame(
        "it-is-important",
        r"\bit(?:'s| is) (?:important|best|better|crucial|essential|wise|worth|time|a good idea) (?:to|that|\w+ing)",
    ),
    Frame(
        "one-option",
        r"\b(?:one|another|first|second|third|best|a good|the right|a simple|an easy) "
        r"(?:option|way|thing|step|idea|approach|move|strategy|possibility|answer|solution|tip)\b[^?,]{0,30}"
        r"\b(?:is|would|might|could|:)",
    ),
    Frame(
        "options",
        r"\b(?:here are|there are) (?:a few|some|three|two|several|many)\b|^\s*(?:[1-9][.)]|[-•*]|[abc]\))\s+\w",
    ),
    Frame(
        "have-you-tried",
        r"\b(?:have|had) you (?:ever |already )?"
        r"(?:tried|considered|thought (?:of|about) (?!(?:it|that|this|what|how|where|who)\b)|"
        rf"(?:talked|spoken) to|asked|told {_THEM})",
        r"\b(?:what|how|which|who|where|when)\b",
    ),
    Frame("why-not", r"\bwhy (?:not|don't you|don't we|can't you|wouldn't you)\b"),
    Frame(
        "what-if-you",
        r"\b(?:what|how) (?:if|about) (?:you |we |i )?"
        r"(?!you\b)(?:\w+ing\b|just |simply |told |asked |said |gave |took |let )",
    ),
    Frame(
        "could-you-just",
        rf"\b(?:could|can|would|will|won't|couldn't) you (?:\w+ ){{0,2}}{_ACTS}\b(?! (?:me|more|a bit|a little|it|that|about|us))",
        r"\b(?:what|how|which|where|when|who)\b",
    ),
    Frame("dont-you-think", r"\b(?:don't|wouldn't|isn't|aren't|shouldn't|couldn't) (?:you|it|that|there|we)\b"),
    Frame("order-about-them", rf"{_OPENING}{_ACTS} {_THEM}\b"),
    Frame(
        "order",
        rf"{_OPENING}(?:try|consider|make sure|be (?:honest|clear|firm|brave|patient)|don't (?:\w+)|delegate|escalate|"
        r"prioriti[sz]e|document|apologi[sz]e|resign|quit|confront|focus on)\b",
    ),
    Frame(
        "experts-say",
        r"\b(?:research|studies|experts|evidence|statistics|surveys?|psychologists?|in general|generally|typically)\b",
        _NOT,
    ),
    Frame(
        "people-do",
        r"\b(?:most|many|some|other|a lot of|lots of) (?:people|managers|leaders|teams|others|thinkers|folks)\b",
    ),
    Frame(
        "reassures",
        r"\b(?:i'm sure|i am sure|don't worry|you'll be (?:fine|ok|okay|great)|it will (?:be|all|get)|everything will|"
        r"you've got this|you can do (?:it|this)|hang in there|^keep going|good luck|you're not alone|"
        r"completely normal|perfectly normal|understandable)\b",
        _NOT,
    ),
    Frame(
        "rates",
        r"\b(?:great|good|excellent|brilliant|smart|wise|brave|strong|healthy|terrible|bad|wrong|unfair|right) "
        r"(?:idea|plan|choice|decision|step|move|start|thinking|job|work|instinct|call)\b|"
        r"\b(?:great|good|excellent|powerful) (?:question|point)\b|\bwell done\b|\bproud of you\b",
        f"{_NOT}|no ",
    ),
    Frame(
        "diagnoses",
        r"\bthe (?:real|actual|underlying|root|core) (?:issue|problem|cause|reason)|"
        r"\bsounds like (?:a case of|burn-?out|imposter|impostor|depression|anxiety|bullying|gaslighting)|"
        r"\byou are an? (?:\w+ )?(?:perfectionist|pleaser|avoider|introvert|micromanager)",
    ),
    Frame(
        "discloses",
        r"\b(?:in my (?:experience|view|opinion)|when i was|i once|i had (?:a|the) similar|i used to|i personally|"
        r"if i were you|in your (?:place|shoes)[^?]{0,12}\bi\b|i think|i believe|i feel)\b",
        _NOT,
    ),
    Frame("bare-verdict", r"^(?:yes|no|absolutely|definitely|of course|certainly|neither|option [a-c]|a|b)[.!]*$"),
    Frame(
        "may-i",
        r"\b(?:may|can|could|shall) i (?:offer|suggest|share|give you an?)\b|\bif i (?:offered|shared|suggested|gave you)\b|"
        r"\b(?:would|do) you (?:like|want) (?:an? |some |my )(?:suggestions?|ideas?|tips?|advice|opinion)\b",
    ),
    Frame(
        "not-advice-but",
        r"\b(?:not|no) (?:an? |really )?(?:advice|suggestions?|recommendation)[,:;]? (?:but|just|only|merely)\b",
    ),
    Frame(
        "we-could",
        r"\bwe could (?!(?:also )?(?:look|talk|stay|start|begin|pause|go|leave|come|take|stop|return|prepare)\b)",
    ),
    Frame(
        "they-need-to",
        r"\b(?:he|she|they|someone|somebody) (?:needs? to|has to|have to|ought to|should|must)\b",
        _ASKED,
    ),
    Frame("settled", r"\b(?:the plan is|it's settled|then it is decided|your (?:homework|task) is)\b"),
    Frame("i-hope-you", r"\bi (?:do |really |very much )?(?:hope|wish|trust|am hoping) (?:that )?you\b"),
    Frame("so-will-you", r"\b(?:so|then),? (?:will|can) you\b"),
    Frame(
        "warns",
        r"\b(?:will|would|is going to) only (?:make|lead)\b|\b(?:cannot|can't) go on\b",
        r"\byou (?:said|fear|are afraid)",
    ),
    Frame("benefit", r"^\w+ing (?!is\b)[^?,]{0,60}\b(?:makes?|helps?|keeps?|saves?|has been|have been)\b"),
    Frame(
        "forecasts",
        r"\b(?:they|he|she|it) will (?:surely |soon |probably )?"
        r"(?:take|understand|see|come round|calm|pass|forgive|pay off|work out|be fine)\b",
        _ASKED,
    ),
    Frame(
        "everyone-feels",
        r"\b(?:everybody|everyone|plenty of|lots of|a lot of|so many)\b[^?]{0,40}\b(?:feels?|goes? through)\b",
        _ASKED,
    ),
    Frame(
        "spanish",
        r"\b(?:deber[ií]as|podr[ií]as|tienes que|te (?:recomiendo|sugiero|aconsejo)|lo mejor es|prueba a|intenta|"
        r"habla con|por qu[eé] no)\b",
    ),
    Frame(
        "german",
        r"\b(?:du solltest|du k[oö]nntest|sie sollten|sie k[oö]nnten|versuch(?:e|en)?|ich w[uü]rde|am besten)\b",
    ),
    Frame(
        "french",
        r"\b(?:tu devrais|tu pourrais|vous devriez|vous pourriez|essaie|essayez|je te conseille|parle[rz]? [aà])\b",
    ),
)
_COMPILED = tuple((frame.name, re.compile(frame.pattern), re.compile(frame.lifted)) for frame in FRAMES)


def gives_away(sentence: str) -> str:
    """The name of the first frame in a sentence, or an empty string."""
    folded = fold(sentence)
    for name, pattern, lifted in _COMPILED:
        for found in pattern.finditer(folded):
            if not lifted.search(folded[: found.start()]):
                return name
    return ""

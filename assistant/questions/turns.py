"""Decides which words of a faulty draft can be turned so that nearly all of it stays: a table of form and new form.

Refuses to know whether the result is sharp: `sharpen.py` asks `faults.py`. Groups of a pattern stand in the new form;
`{vp:gerund}` stands for the group as a gerund, `{cl:ask}` for "you would …" turned to "would you …".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.questions.draft import Clause, Draft
from assistant.questions.form import bare
from assistant.questions.lexicon import pattern
from assistant.questions.verbs import gerund

_OPENED = "The same question without the yes or no in it."
_HOW_MUCH = "Asks how far instead of whether, so there is more to say than yes."
_NO_DEFENCE = "Keeps the moment and drops the why, so nothing has to be defended."
_SEEN = "Asks for what was seen or heard, which they can look at again."
_FEELING = "Leaves the feeling for them to name."
_STORY = "Turns the fact into what it is like for them."
_BOTH = "Keeps both sides and lets them look instead of pick."
_HELD = "Gives them a moment to hold on to."
_GRADED = (
    r"(?P<adj>important|useful|realistic|helpful|hard|difficult|easy|clear|ready|happy|sure|confident|comfortable|supportive|fair|satisfied|certain|"
    r"content|open|free|good|close|committed|prepared|strong|safe|big|urgent|serious|likely|new|proud|calm|motivated|hopeful|familiar)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One row: a clause that matches `find` may be asked as `says`; `why` is told to the asker."""

    find: str
    says: str
    why: str


TURNS: tuple[Turn, ...] = (
    Turn(
        r"^is there (?:someone|anyone|anybody|somebody)(?P<pp> (?!who\b|that\b)[\w' -]+?)? (?:who|that) (?P<rest>.+)",
        "Who{pp} {rest}?",
        _OPENED,
    ),
    Turn(
        r"^is there (?:anything|something|a thing)(?P<more> else)? (?:that )?(?P<cl><you> .+)",
        "What{more} {cl:ask}?",
        _OPENED,
    ),
    Turn(
        r"^is there (?:anything|something)(?P<more> else)? (?:that |which )?(?!(?:that |else )?<you> )(?P<rest>.+)",
        "What{more} {rest}?",
        _OPENED,
    ),
    Turn(r"^(?:do|did) <you> (?:know|see|remember) what (?P<cl><you> .+)", "What {cl:ask}?", _OPENED),
    Turn(
        r"^have <you> thought about (?P<wh>what|how) (?P<cl>that|it|this) would (?P<rest>.+)",
        "{wh:cap} would {cl} {rest}?",
        _OPENED,
    ),
    Turn(
        r"^do <you> have (?:an?|any|some) (?P<np>(?:[\w'-]+ ){0,2}?(?:plan|plans|idea|ideas|hopes?|goals?|wishes|wish|choices?|options?|picture|sense))(?P<rest>\b.*)",
        "What {np} do you have{rest} so far?",
        _OPENED,
    ),
    Turn(
        r"^(?:would|will|does|did) it (?:matter|mean (?:much|anything|something)|make a difference)(?: to <you>)? if (?P<cl>.+)",
        "What would it mean to you if {cl}?",
        _OPENED,
    ),
    Turn(
        r"^(?:can|could) <you> (?P<vp>(?:live|cope|accept|manage|handle|imagine|understand|forgive|rely|trust|work|bear|agree)\b.+)",
        "What would it take for you to {vp}?",
        _OPENED,
    ),
    Turn(
        rf"^(?P<be>is|was|are|were) (?P<np>(?:<you>|he|she|it|this|that|they|(?:the|<your>|his|her|their|this|that) (?:[\w'-]+ ){{0,2}}?[\w'-]+)) (?:still |really |very |quite |at all )*{_GRADED}\b(?P<rest>.*)",
        "How {adj} {be} {np}{rest}?",
        _HOW_MUCH,
    ),
    Turn(
        r"^(?P<aux>do|does|did) (?P<np><you>|he|she|they|(?:the|<your>|his|her|their) (?:[\w'-]+ ){0,2}?[\w'-]+) (?P<vp>(?:still |really )*(?:enjoy|like|love|trust|support|understand|respect|value|rely on|"
        r"want|care|believe in|agree with|look forward|miss|feel (?:supported|appreciated|valued|included|trusted|understood|recognised|recognized|listened|comfortable|confident|able|heard|free|safe|at home|welcome|ready|seen|respected|part))\b.*)",
        "How much {aux} {np} {vp}?",
        _HOW_MUCH,
    ),
    Turn(
        r"^has (?P<np>this|that|it|something like this) happened before",
        "When, if ever, has {np} happened before?",
        _OPENED,
    ),
    Turn(
        r"^(?:would <you> like|do <you> want) more (?P<a>[\w'-]+) or (?:more )?[\w'-]+",
        "What do you want more of?",
        "Leaves the answer open and keeps the wanting.",
    ),
    Turn(
        r"^(?P<aux>did|do|are) <you> (?P<vp>sleep|sleeping|eat|eating|rest|relax|get on|get along|getting on|getting along|work together|working together)(?: ok| okay| well| all right| alright| enough| fine)?(?P<rest>\b.*)",
        "How {aux} you {vp}{rest}?",
        _OPENED,
    ),
    # others
    Turn(
        r"^(?:why|what|how) do <you> (?:think|believe|suppose) (?P<cl>(?:he|she|they|ñ+) \w+(?:ed|ft|nt|id|ok|ve|w)\b.*)",
        "What did you see or hear when {cl}?",
        _SEEN,
    ),
    # why
    Turn(
        r"^(?:and |so )?(?:why|for (?:what|which) reason)(?: on earth)? (?:didn'?t <you>|did <you> not|<you> did not|<you> didn'?t|<you> not) (?:just |even |ever )?(?P<vp>.+)",
        "What was going on for you when you did not {vp}?",
        _NO_DEFENCE,
    ),
    Turn(
        r"^why (?:couldn'?t <you>|could <you> not) (?:just |even )?(?P<vp>.+)",
        "What was going on for you when you could not {vp}?",
        _NO_DEFENCE,
    ),
    Turn(
        r"^why (?:haven'?t <you>|have <you> not|<you> have not|<you> haven'?t) (?P<vp>.+)",
        "What has it been like for you, not having {vp}?",
        _NO_DEFENCE,
    ),
    Turn(
        r"^(?:how come|why) (?:did )?<you> never (?P<vp>\w+(?:ed|n|t|ld)\b.*)",
        "What was it like for you, never having {vp}?",
        _NO_DEFENCE,
    ),
    Turn(
        r"^(?:and |so )?(?:why|for (?:what|which) reason)(?: on earth)? did <you> (?P<vp>.+)",
        "What led you to {vp}?",
        _NO_DEFENCE,
    ),
    Turn(r"^how come <you> (?P<vp>\w+ed\b.*)", "What was going on for you when you {vp}?", _NO_DEFENCE),
    Turn(r"^how come <you> (?P<vp>.+)", "What was going on for you when you {vp}?", _NO_DEFENCE),
    Turn(
        r"^how (?:could|can) <you> (?:even |ever |just |possibly )*let (?P<np>it|this|that|things) (?P<rest>.+)",
        "How did {np} {rest}, as you saw it?",
        _NO_DEFENCE,
    ),
    Turn(r"^how (?:could|can) <you> (?:even |ever |just |possibly )*(?P<vp>.+)", "What led you to {vp}?", _NO_DEFENCE),
    Turn(
        r"^why are <you> (?:still |so |always |even )*(?P<rest>(?:in|on|at|with|part of|there|here)\b.*)",
        "What does it mean to you to be {rest}?",
        _NO_DEFENCE,
    ),
    Turn(
        r"^why are <you> (?:still |so |always |even )*(?P<vp><ing>\b.*)",
        "What does it mean to you to be {vp}?",
        _NO_DEFENCE,
    ),
    Turn(
        r"^why do <you> (?!think|believe|suppose|reckon)(?:always |still |even |keep on )?(?P<vp>.+)",
        "What does it do for you to {vp}?",
        _NO_DEFENCE,
    ),
    Turn(
        r"^what (?:made|makes) <you> (?:think|believe|assume|suppose|imagine|so sure)(?: that)? (?P<cl>.+)",
        "What did you see or hear that told you {cl}?",
        _SEEN,
    ),
    Turn(r"^what were <you> (?:even )?thinking when (?P<cl>.+)", "What was going on for you when {cl}?", _NO_DEFENCE),
    # claims
    Turn(
        r"^(?:when|how|why) (?:did|does|do|has|have) (?P<np><person>) <claim> <you>",
        "What happened between you and {np:them}, as you saw it?",
        _SEEN,
    ),
    Turn(
        r"^(?:since )?when (?:have|did) <you> (?:felt|feel|start feeling|start to feel) <feeling>(?P<rest> .+)?$",
        "How do you feel{rest} these days?",
        _FEELING,
    ),
    Turn(
        r"^what (?:made|makes) <you> (?:feel )?(?:so |such )*<feeling>.*",
        "What did you feel when it happened?",
        _FEELING,
    ),
    Turn(
        r"^how (?:do|are|did) <you> (?:cope|coping|deal|dealing|handle|handling|manage|managing)(?: with)? (?:<your> )?<feeling>\b.*",
        "What are your days like at the moment?",
        _FEELING,
    ),
    Turn(
        r"^what (?:are|were) <you> (?:really )?(?:avoiding|hiding|ignoring|denying|resisting)\b.*",
        "What, if anything, have you left alone so far?",
        _FEELING,
    ),
    Turn(
        r"^.*\b(?:on|with|to|for) yourself\b.*",
        "How are you with yourself in all this?",
        "Leaves the answer open, yours included.",
    ),
    Turn(
        r"^.*\b(?:your (?:own )?fault|to blame)\b.*",
        "How do you see your own part in this?",
        "Leaves the answer open, yours included.",
    ),
    Turn(
        r"^how <feeling> (?:are|were) <you> (?:with|about|of|by|at|towards) (?P<rest>.+)",
        "How do you feel about {rest}?",
        _FEELING,
    ),
    Turn(
        r"^how much (?:are|were) <you> <feeling> (?:with|about|of|by|at|towards) (?P<rest>.+)",
        "How do you feel about {rest}?",
        _FEELING,
    ),
    Turn(
        r"^are <you> (?:<feeling>|happy|angry) (?:with|about|of|by) (?P<rest>.+)",
        "How do you feel about {rest}?",
        _FEELING,
    ),
    Turn(
        r"^what (?:\w+) <you> (?:most )?(?:about|in) (?P<rest>.+)",
        "What do you feel when you think of {rest}?",
        _FEELING,
    ),
    Turn(
        r"^when did <you> (?:stop|start|begin) (?:trusting|to trust|distrusting) (?P<rest>.+)",
        "How is it with trust between you and {rest}?",
        _FEELING,
    ),
    Turn(
        r"^when did <you> lose (?:your )?(?:trust|faith|confidence) in (?P<rest>.+)",
        "How is it with trust between you and {rest}?",
        _FEELING,
    ),
    Turn(
        r"^when did <you> (?:lose|give up|stop)\b.*?\b(?:interest in|on|enjoying|liking|loving) (?P<rest>.+)",
        "What is {rest} like for you now?",
        _FEELING,
    ),
    Turn(
        r"^(?:are|were) <you> (?:feeling )?(?:<feeling>|happy),? (?:.+ )?or .+",
        "What are you feeling as you talk about this?",
        _FEELING,
    ),
    # facts
    Turn(r"^how long (?:have|had) <you> been (?P<rest>.+)", "What has it been like for you, being {rest}?", _STORY),
    Turn(r"^how long (?:have|had) <you> worked (?P<rest>.+)", "What has it been like for you, working {rest}?", _STORY),
    Turn(r"^how many (?P<np>[\w'-]+)\b.*", "What does the number of {np} mean for you here?", _STORY),
    Turn(r"^how much .*\b(?:pay|earn|paid|salary|money)\b.*", "What does the pay mean to you in all this?", _STORY),
    Turn(
        r"^(?:which|what kind of|what sort of) (?P<np>(?!(?:one|do|does|did|would|is|are|was|way|part|of)\b)[\w'-]+)\b.*",
        "What part does the {np} play in this for you?",
        _STORY,
    ),
    Turn(
        r"^who (?:is|was|else was|else is|were|are)\b.*\bin charge\b.*",
        "What did it mean to you who was in charge?",
        _STORY,
    ),
    Turn(r"^who .*\bin the room.*", "What did you notice around you in the room?", _STORY),
    # picks
    Turn(
        r"^(?:is|was) it (?P<a>(?:the|<your>|his|her|their|this|that) [\w' -]+?) or (?P<b>(?:the|<your>|his|her|their|this|that) [\w'-]+(?: (?!that|which|thats)[\w'-]+)?)(?= that| which| thats|\W*$).*",
        "How do you see {a} and {b} in all this?",
        _BOTH,
    ),
    Turn(
        r"^(?:do <you> want|would <you> (?:rather|prefer)|which do <you> want,?)(?: have)? (?P<a>(?:the|<your>) [\w' -]+?) or (?P<b>(?:the|<your>) [\w' -]+)",
        "How do you see {a} and {b} in all this?",
        _BOTH,
    ),
    Turn(
        r"^(?:will|would|do|should|are) <you> (?:want to |rather |prefer to |going to |plan to |like to )?(?:finally |just )?(?P<a>(?!be |have |sad|angry|more )(?:rather )?+[\w'-]+[\w' -]*?),? or (?:to |will you |rather |finally |just )*(?P<b>(?!not|more |the )[a-z][\w' -]*)",
        "What matters most to you between {a:gerund} and {b:gerund}?",
        _BOTH,
    ),
    Turn(
        r"^<you> prefer to (?P<a>[\w'-]+[\w' -]*?) or to (?P<b>[a-z][\w' -]*)",
        "What matters most to you between {a:gerund} and {b:gerund}?",
        _BOTH,
    ),
)

VAGUE_TURNS: tuple[Turn, ...] = (
    Turn(
        r"^(?:and )?how (?:do|did|are|does|is|was|would) (?:<you>|it|that|this|everyone)\b.*(?:feel|doing|you|now)\W*$|^how <you> feel",
        "What do you feel as you tell this?",
        _HELD,
    ),
    Turn(
        r"^what (?:do|would|did) <you> (?:think|say|reckon)\b", "What goes through your mind as you tell this?", _HELD
    ),
    Turn(r"^(?:any |more |other )?(?:ideas?|thoughts?)\b", "What ideas have come to you about this so far?", _HELD),
    Turn(
        r"^how(?:'s| is|s| are) (?:it|everything|things|life|work)",
        "How are things going with what you brought today?",
        _HELD,
    ),
    Turn(
        r"^(?:and )?(?:what|anything|something)(?: is there)? else|^more\b|^go on",
        "What else belongs to this, for you?",
        _HELD,
    ),
    Turn(r"^(?:and |but |so )?why\b|^how (?:so|come)|^meaning", "What makes this matter to you?", _HELD),
    Turn(
        r"^(?:is|are|was|<you>|all|everything)\b.*(?:ok|okay|right|alright|fine|good|well)",
        "How are you as we talk about this?",
        _HELD,
    ),
    Turn(r"^what happened|^what(?:'s| is) going on\W*$", "What happened, as you saw it?", _HELD),
    Turn(r"^what then|^and then|^so\W*$|^and\W*$", "What happened next, as you saw it?", _HELD),
)

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_MODAL = re.compile(r"(?:you|u) (would|could|can|will|might|should|are|were|have) (.+)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:you|u) (.+)", re.IGNORECASE)


def turned(draft: Draft, clause: Clause) -> list[tuple[str, str]]:
    """Every (new question, why) that the table makes of one clause, in the order of the table."""
    made = []
    for row in (*VAGUE_TURNS, *TURNS) if bare(clause) else TURNS:
        match = pattern(row.find).match(clause.text)
        if match:
            made.append((_fill(row.says, draft, clause, match), row.why))
    return made


def _fill(says: str, draft: Draft, clause: Clause, match: re.Match[str]) -> str:
    def words(slot: re.Match[str]) -> str:
        start, end = match.span(slot.group(1))
        raw = "" if start < 0 else draft.raw[clause.main + start : clause.main + end]
        raw = raw[:1].lower() + raw[1:] if start == 0 and not raw.startswith(("I ", "I'")) else raw
        return _FORMS[slot.group(2) or "as_is"](tidy(raw))

    return tidy_end(_SLOT.sub(words, says))


def tidy(raw: str) -> str:
    """Words of a draft without closing marks, smileys and trailing fillers; a leading space is kept."""
    text = re.sub(r"\s+", " ", re.sub(r"[^\w\s'’\"“”,-]+", " ", raw)).rstrip(" ,-")
    return re.sub(r",? (?:then|mate|please|anyway|again|right|at all)$", "", text)


def tidy_end(text: str) -> str:
    """One space between words, a capital at the start."""
    text = re.sub(r"\s+", " ", text).replace(" ?", "?").replace(" ,", ",").strip()
    text = re.sub(r"\b(?:u|ya)\b", "you", re.sub(r"\bur\b", "your", text))
    return text[:1].upper() + text[1:]


def _ask(clause: str) -> str:
    if found := _MODAL.fullmatch(clause):
        return f"{found.group(1)} you {found.group(2)}"
    found = _PLAIN.fullmatch(clause)
    return f"do you {found.group(1)}" if found else clause


def _them(person: str) -> str:
    return {"he": "him", "she": "her", "they": "them"}.get(person.lower(), person)


_FORMS: dict[str, Callable[[str], str]] = {
    "as_is": str,
    "them": _them,
    "gerund": gerund,
    "ask": _ask,
    "cap": str.capitalize,
}

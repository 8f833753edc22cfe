"""Decides how a faulty draft could be asked instead: up to three rewrites, different in kind, each free of faults.

Refuses to know a question the asker did not want to ask: every rewrite keeps the draft's person, thing, moment or act,
and gives it back open. English drafts get the smallest change that suffices and what the trained rewriter asks
(`rewriting.py`), others the rules' open questions. What still has a fault, or is not shown by the stance, is dropped.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat

from assistant.questions import rewriting
from assistant.questions.context import Context, stem, understand
from assistant.questions.draft import Draft, Kind, read
from assistant.questions.faults import judge_draft, taught
from assistant.questions.lexicon import pattern, word_set
from assistant.questions.offers import BY_ACT, BY_FAULT, VAGUE_WITH_QUOTE, WITH_QUOTE, Offer
from assistant.questions.rules import Fault, FaultFound
from assistant.questions.topic import Topic, find_topic, topic_word
from assistant.questions.turns import tidy, tidy_end, turned
from assistant.questions.verbs import ActKind, act_kind
from assistant.schemas import Shape
from assistant.text import similarity, words

MOST_REWRITES = 3
ALIKE = 0.6
"""Overlap of three-word runs from which two rewrites are the same one."""
QUOTE_WORDS = (3, 9)
"""Fewest and most words of the thinker's that a rewrite repeats."""

_WEIGHT = (
    Fault.NOT_A_QUESTION,
    Fault.VAGUE,
    Fault.ADVICE_IN_DISGUISE,
    Fault.WHY_BLAME,
    Fault.ABOUT_OTHERS,
    Fault.PRESUPPOSING,
    Fault.LEADING,
    Fault.EITHER_OR,
    Fault.FACT_FINDING,
    Fault.LOADED_WORD,
    Fault.CLOSED,
    Fault.STACKED,
    Fault.LONG_WINDED,
)
"""Which fault's offers come first when a draft has several: the one that hides most of what the asker wanted."""
_STEERS = frozenset({Fault.ADVICE_IN_DISGUISE, Fault.NOT_A_QUESTION, Fault.LEADING, Fault.EITHER_OR})
"""Faults whose bare nouns may be the very solution; they are not said back."""
_ACTS_IN = frozenset({Fault.ADVICE_IN_DISGUISE, Fault.NOT_A_QUESTION})
_SWAPS = (
    (r"\bsuch an? <charged> ", "this "),
    (r"\ban <charged> (?=[^aeiou\W])", "a "),
    (r"\b<charged> (?=[a-z])(?!of\b|with\b|in\b|at\b|that\b|here\b|there\b|and\b)", ""),
    (r"\b(?:disaster|mess|shambles|fiasco|circus|nightmare|chaos|debacle|farce) of an? ", ""),
    (r"\b(?:nightmare|disaster|drama|war|battle|fiasco)\b", "time"),
    (r"\b(?:mess|chaos|shambles|circus|madhouse|farce|debacle|catastrophe|train wreck)\b", "situation"),
)
_JOINER = re.compile(r"(?:[,;\s-]+(?:and|or|but|also|then|so|plus|i mean))+$", re.IGNORECASE)
_YOU_SPEAK = (
    r"\b<you>\b[^?]{0,25}\b(?:talk (?:to|with|about)|talked|talking|speaking|telling|asking|explaining|speak|spoken|spoke|tell|told|say|said|ask|asked|discuss|discussed|raise|raised|mention|mentioned|explain|explained|"
    r"break it)\b(?! (?:me|us)\b)"
)
_OWN_STORY = re.compile(
    r"\W*(?:i|we|my|our|in my)\b(?! (?:think|feel|believe|guess|suppose|would|wonder|reckon|sense|bet|hope))"
)
_NEGATED = re.compile(r"n'?t\b|\bnot\b|\bnever\b")
_WHOLE = "Same question, without what came before it."
_ONE = "One of your questions on its own, so it gets an answer."
_SWAPPED = "Same question in a plainer word, so yours does not colour it."


class Rewrite(Shape):
    """One way to ask instead, and one line to the asker on what it does differently."""

    text: str
    why: str


class Sharpened(Shape):
    """The faults of a draft and up to three rewrites; both empty when the draft is sharp."""

    faults: tuple[FaultFound, ...]
    rewrites: tuple[Rewrite, ...]


def sharpen(draft: str, context: str = "") -> Sharpened:
    """Find the faults of a peer's draft question and offer fault-free rewrites that keep what it wanted to touch.

    Args:
        draft: the peer's words. context: what the thinker said, if known.
    """
    known = understand(context)
    told = read(draft)
    faults = tuple(judge_draft(told, known))
    rewrites = tuple(_chosen(told, known, faults)) if faults else ()
    return Sharpened(faults=faults, rewrites=rewrites)


def checked(texts: Iterable[str], context: str = "", why: str = "") -> tuple[Rewrite, ...]:
    """Of proposed rewrites those that have no fault and that the stance shows, none like another, at most three."""
    picked: list[Rewrite] = []
    passing = _passing(((text, why) for text in texts), understand(context))
    for _ in range(MOST_REWRITES):
        _take(passing, picked)
    return tuple(picked)


def what_works(draft: str, context: str = "") -> str:
    """One sentence that tells a peer what makes a sharp question work."""
    told, known = read(draft), understand(context)
    if judge_draft(told, known):
        return "Not sharp yet; see what is in the way."
    shared = [word for word in words(draft) if len(word) > 3 and stem(word) in known.stems and word not in _COMMON]
    theirs = f", and it stands on their own word “{shared[-1]}”" if shared else ""
    count = len(words(draft))
    return f"It is open, asks one thing in {count} word{'s' if count != 1 else ''}{theirs}."


_COMMON = word_set(
    "what when where which that this with from have would could your about there they them their were will does more here then than want like "
    "make just some been being into also very much"
)


def _chosen(draft: Draft, context: Context, faults: tuple[FaultFound, ...]) -> Iterator[Rewrite]:
    """The smallest change first, then what the trained rewriter asks; the rules' open questions where it has nothing to offer."""
    picked: list[Rewrite] = []
    if taught(draft, context):
        likely = _passing(chain(_small(draft, context, faults), _written(draft, context, faults)), context)
        for _ in range(MOST_REWRITES):
            _take(likely, picked)
        if not picked:
            _take(_passing(_written(draft, context, faults, rewriting.LAST), context), picked)
    for source in () if picked else _by_rules(draft, context, faults):
        if len(picked) < MOST_REWRITES:
            _take(source, picked)
    return iter(picked or islice(_passing(_offered(draft, context, faults, last=True), context), 1))


def _by_rules(draft: Draft, context: Context, faults: tuple[FaultFound, ...]) -> tuple[Iterator[Rewrite], ...]:
    """The smallest change, one in the thinker's words, another lens: one is taken from each."""
    offered, quote = _passing(_offered(draft, context, faults), context), best_quote(draft, context)
    theirs = _quoting(quote, offered, faults, context) if quote else iter(())
    return chain(_passing(_small(draft, context, faults), context), offered), theirs, offered, offered


def _written(
    draft: Draft, context: Context, faults: tuple[FaultFound, ...], least: float = rewriting.LIKELY
) -> Iterator[tuple[str, str]]:
    """The trained rewriter's sentences, each with its own line of why as far as there are different ones to give."""
    names = [fault.name for fault in sorted(faults, key=lambda fault: _WEIGHT.index(fault.name))]
    reasons = chain((rewriting.WHY[name] for name in names), repeat(rewriting.OTHERWISE))
    for text, word in rewriting.instead(draft, context, least):
        yield text, rewriting.ECHOED.format(word=word) if word else next(reasons)


def _take(source: Iterator[Rewrite], picked: list[Rewrite]) -> None:
    """Move the first rewrite of a source that is not near one already picked."""
    for rewrite in source:
        if all(_differs(rewrite.text, before.text) for before in picked):
            picked.append(rewrite)
            return


def _differs(one: str, other: str) -> bool:
    first, second = words(one), words(other)
    return first[-4:] != second[-4:] and first[:2] != second[:2] and similarity(one, other) < ALIKE


def _passing(candidates: Iterable[tuple[str, str]], context: Context) -> Iterator[Rewrite]:
    """Those without a fault that the stance shows."""
    for text, why in candidates:
        if not judge_draft(read(text), context) and _shown(text, context):
            yield Rewrite(text=text, why=why)


def _shown(text: str, context: Context) -> bool:
    """Whether the stance lets the sentence through; the judge is imported here because it loads a model."""
    from assistant.stance import Decision, judge

    verdicts = judge(text, thinker=(context.text,) if context.text.strip() else (), flow="pair")
    return bool(verdicts) and all(verdict.decision is Decision.SHOW for verdict in verdicts)


def _small(draft: Draft, context: Context, faults: tuple[FaultFound, ...]) -> Iterator[tuple[str, str]]:
    """Changes that keep nearly all the draft's words: cut the preamble, one of several, a plainer word, another form."""
    names = {fault.name for fault in faults}
    if Fault.LOADED_WORD in names:
        yield _swapped(draft), _SWAPPED
    for clause in draft.questions:
        asked = tidy_end(_JOINER.sub("", tidy(draft.raw[clause.main : clause.end])) + "?")
        if clause.kind is not Kind.STATEMENT and names & {Fault.LONG_WINDED, Fault.STACKED} and len(words(asked)) > 3:
            yield asked, _ONE if Fault.STACKED in names else _WHOLE
        yield from turned(draft, clause)


def _swapped(draft: Draft) -> str:
    if not draft.questions:
        return ""
    text = draft.raw[draft.questions[0].main : draft.questions[-1].end]
    for found, instead in _SWAPS:
        text = re.sub(pattern(found).pattern, instead, text, flags=re.IGNORECASE)
    return tidy_end(tidy(text) + "?")


def _offered(
    draft: Draft, context: Context, faults: tuple[FaultFound, ...], last: bool = False
) -> Iterator[tuple[str, str]]:
    """Open questions on the draft's act, person and thing, the weightiest fault's first; then on its bare words."""
    names = [name for name in _WEIGHT if name in {fault.name for fault in faults}]
    story = names[0] is Fault.NOT_A_QUESTION and bool(_OWN_STORY.match(draft.low))
    topic = Topic() if story else find_topic(draft, first=names[0] in (*_ACTS_IN, Fault.WHY_BLAME))
    word = "" if story or topic.person or topic.thing else topic_word(draft) or _asked_about(draft)
    kind = ActKind.OTHER if story else _act(draft, names)
    if word and kind is ActKind.OTHER and names[0] not in _STEERS and not last:
        yield from _on_word(word)
    for offer in (*BY_ACT[kind], *BY_FAULT[names[0]]):
        text = _filled(offer, topic)
        if text and offer.last is last and _fits(offer, draft, topic, context):
            yield text, offer.why


def _act(draft: Draft, names: list[Fault]) -> ActKind:
    """The kind of act the asker pushes or asks after; a talk that is only mentioned does not count."""
    kind = act_kind(draft.low)
    asked_after = (kind is ActKind.TALK and pattern(_YOU_SPEAK).search(draft.low)) or kind is ActKind.HELP
    return kind if set(names) & _ACTS_IN or asked_after else ActKind.OTHER


def _fits(offer: Offer, draft: Draft, topic: Topic, context: Context) -> bool:
    if offer.raised and not context.brought(_act_words(draft)):
        return False
    return not (offer.alone and topic.person) and not (offer.positive and _NEGATED.search(draft.low))


def _asked_about(draft: Draft) -> str:
    """What a yes/no question asks about, if it is two to five plain words: "go outside a lot" of "Do you go outside a lot?"."""
    for clause in draft.questions:
        found = pattern(r"<aux> <you> (?P<vp>[\w'-]+(?: [\w'-]+){1,4})\W*$").match(clause.text)
        if found and not re.search(
            r"\b(?:it|this|that|these|those|something|anything|him|her|them|be)\b", found.group("vp")
        ):
            return tidy(draft.raw[clause.main + found.start("vp") : clause.main + found.end("vp")])
    return ""


def _on_word(word: str) -> Iterator[tuple[str, str]]:
    if " " in word and word.islower():
        yield f"What comes up for you around “{word}”?", "Keeps your words and asks what they touch."
    yield f"What matters to you about “{word}”?", "Keeps your topic and leaves the rest to them."
    yield f"How do things stand with “{word}” at the moment?", "Asks how it is today before anything is changed."


def _act_words(draft: Draft) -> str:
    found = re.search(
        pattern(r"\b(?:talk|speak|tell|say|ask|discuss|explain|rais|mention|bring|address|confront)\w*\b.*").pattern,
        draft.low,
    )
    return found.group() if found else ""


def _filled(offer: Offer, topic: Topic) -> str:
    slots = topic.slots
    wanted = re.findall(r"{(\w+)}", offer.says)
    return tidy_end(offer.says.format(**slots)) if all(slots[name] for name in wanted) else ""


def _quoting(
    quote: str, offered: Iterator[Rewrite], faults: tuple[FaultFound, ...], context: Context
) -> Iterator[Rewrite]:
    """The next offer, hung on a clause of the thinker's."""
    if faults[0].name is Fault.VAGUE:
        yield from _passing(((o.says.format(quote=quote), o.why) for o in VAGUE_WITH_QUOTE), context)
    for offer in offered:
        for frame, why in WITH_QUOTE:
            text = frame.format(quote=quote, question=offer.text[0].lower() + offer.text[1:])
            yield from _passing([(text, why)], context)


def _says_something(piece: str) -> bool:
    heavy = [word for word in words(piece) if len(word) > 3 and word not in _COMMON]
    return bool(heavy) and not re.match(
        r"(?:i mean|you know|so (?:she|he|they) said|not really|well|yeah)\b", piece.lower()
    )


def best_quote(draft: Draft, context: Context) -> str:
    """The thinker's clause, verbatim, that shares most with the draft; the first of equals; "" when none is short enough."""
    fewest, most = QUOTE_WORDS
    asked = {stem(word) for word in words(draft.raw[:2000])} - {stem(word) for word in _COMMON}
    best, score = "", -1.0
    for match in re.finditer(r"[^.!?;,:\n“”\"]+", context.text):
        piece = match.group().strip(" -–—")
        count = len(words(piece))
        asks = context.text[match.end() : match.end() + 1] == "?"
        if fewest <= count <= most and not asks and _says_something(piece):
            mine = bool(re.search(r"\b(?:i|my|me|we)\b", piece, re.IGNORECASE))
            value = len(asked & {stem(w) for w in words(piece)}) + 0.5 * mine
            best, score = (piece, value) if value > score else (best, score)
    return best

"""Decides what a draft is about: the person and the thing it names, ready to stand in another question.

Refuses to know what should be asked about them. Everything found is taken from the draft's own words.
"""

import re
from dataclasses import dataclass

from assistant.questions.draft import Draft
from assistant.questions.lexicon import AUX, CHARGED_NAMES, HELPERS, NEGATIVE_FEELINGS, PEOPLE, SOLUTIONS, WH, word_set

_STOP = word_set(
    "about above after again against ago all alone already also always am an and any are around as at away back be because been before behind "
    "being below between both but by can could did do does done down during each either else ever every for from get gets getting give "
    "given gives go goes going gone got had has have he her here him his how i if in instead into is it its just keep keeps knew know known knows "
    "leave left let like made make makes many matter matters may maybe me means might more most much must my need needs never no "
    "not now of off often on once only or our out over perhaps put really said same say says see seem seems seen "
    "should since so some soon still straight such than that the their them then there these they this those through till to today together "
    "tomorrow tonight too towards under until up us want wanted wants was we well went were what when where which while who whom whose why will "
    "with within without would yesterday yet you your yours a directly sometimes really already too anymore go come comes came take "
    "takes took tell tells told feel feels felt think thinks thought hear hears heard help helps walk run runs look looks play plays "
    "change changes happen happens happened cost costs starts ends please properly yourself himself herself themselves someone anyone "
    "everyone something anything nothing fail depend depends deserve deserves understand supports neither both allow allows trusts hurts react reacts calls owe owes sit sits "
    "stand stands fit fits sound sounds turn turns talks speaks speak works"
)
_ADJECTIVES = word_set(
    "important useful realistic helpful hard difficult easy clear ready happy sure confident comfortable supportive fair satisfied certain content open "
    "free good close committed prepared strong safe big urgent serious likely new proud calm motivated hopeful familiar full empty late early far bad "
    "wrong true false busy tired patient honest better best worse worst different similar small large long short high low okay ok fine possible worth "
    "necessary correct accurate enough aware able right first last next own other second third later older younger real"
)
_EMPTY = word_set(
    "suggestion advice tip tips view opinion thing things way ways moment point issue problem reason time end idea fact rest same case bit part kind "
    "sort option possibility question reality truth fault person one day first last best most other hell earth head mind chance step side place hardest "
    "worst year week month"
)
_FRAME = word_set(
    "tried try considered consider considering thoughts ideas hello thanks luck good great okay sorry wonder wondering curious don't didn't isn't "
    "january february march april june july august september october november december "
    "aren't wouldn't couldn't shouldn't can't won't haven't dont isnt wont cant hey lot mate use used using hows whats"
)
_NO_TOPIC = _STOP | _ADJECTIVES | _EMPTY | _FRAME
_NOUN_AFTER = word_set("a an about of with for on in any some more at from into than")
_GOVERNS = re.compile(r"\s+(?:you|me|him|them|us|it)\b")
"""What follows a verb and not a noun: "does the weather allow you"."""
_ADJECTIVAL = re.compile(r"(?:able|ible|ful|ous|less|ish)$")
_VERBAL = re.compile(
    r"(?:(?!meet|train|brief|build|hear|feel|even|morn|sett|fund|draw|hous|plann|open)\w{2,}ing|"
    r"(?!(?:shed|bed|seed|need|feed|speed|red)$)\w{2,}ed|n't)$"
)
_DETERMINER = re.compile(r"\b(your|ur|the|this|that|these|those|his|her|their|its)\s+")
_TOKEN = re.compile(r"[\w'-]+|[^\w\s]")
_PRONOUN = re.compile(r"\b(him|her|them|he|she|they)\b")
_NAMED = re.compile(r"ñ{2,}")
_OBJECT = {"he": "him", "she": "her", "they": "them"}
_SUBJECT = {"him": "he", "her": "she", "them": "they"}
_OWNED = re.compile(r"\b(his|her|their)\s+(?=\w)")
_OWNER = {"his": "him", "her": "her", "their": "them"}
_PERSON = re.compile(rf"(?:co-|ex-)?(?:{PEOPLE})")
_ADDRESSED = re.compile(
    r"\b(?:talk|speak|spoke|tell|told|ask|ring|call|phon|writ|email|confront)\w*(?:\s+(?:to|with|at))?\s+$"
)
_AFTER_AUX = re.compile(r"\b(?:do|does|did|will|would|can|could|should|has|have)\s+$")
_AFTER_COPULA = re.compile(r"(?:^|[^\w])(?:is|are|was|were|isn't|aren't|wasn't|weren't)\s+$")
_CLOSES = re.compile(r"\s*(?:[^\w\s']|$|(?:to|for|with|about|enough|in|from)\b)")
_CHARGE = re.compile(rf"\b(?:{CHARGED_NAMES}|{NEGATIVE_FEELINGS})\b")
_HELP = re.compile(rf"\b(?:{HELPERS}|{SOLUTIONS})\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a draft is about, in the draft's own words.

    Attributes:
        person: how the person stands after a preposition ("her", "your manager", "Maren"), or "".
        thing: a definite noun phrase that is not a person ("your calendar", "the handover"), or "".
    """

    person: str = ""
    thing: str = ""

    @property
    def slots(self) -> dict[str, str]:
        """What may stand in an offer, "does your manager" and "is the rota" included; "" where there is nothing."""
        subject = _SUBJECT.get(self.person, self.person)
        return {
            "person": self.person,
            "thing": self.thing,
            "does_person": subject and f"{'do' if _plural(subject) else 'does'} {subject}",
            "does_thing": self.thing and f"{'do' if _plural(self.thing) else 'does'} {self.thing}",
            "is_thing": self.thing and f"{'are' if _plural(self.thing) else 'is'} {self.thing}",
        }


def _plural(phrase: str) -> bool:
    head = phrase.lower().split()[-1]
    many = head in ("they", "people", "children", "men", "women", "kids", "police", "lads", "guys")
    return many or (head.endswith("s") and not head.endswith(("ss", "us", "is")))


def find_topic(draft: Draft, first: bool) -> Topic:
    """The person and the thing of a draft: a noun beats a pronoun; of several things the `first` or the last."""
    phrases = _phrases(draft)
    low = draft.low
    people = [text for text, personal in phrases if personal] + [
        draft.raw[m.start() : m.end()] for m in _NAMED.finditer(low)
    ]
    people += [
        _OBJECT.get(m.group(), m.group()) for m in _PRONOUN.finditer(low) if not _possessive(low, m.end(), m.group())
    ]
    people += [_OWNER[m.group(1)] for m in _OWNED.finditer(low)]
    things = [text for text, personal in phrases if not personal]
    return Topic(people[0] if people else "", things[0 if first else -1] if things else "")


def _possessive(low: str, end: int, word: str) -> bool:
    following = _TOKEN.match(low, end + 1)
    return word == "her" and following is not None and following.group() not in _STOP and following.group().isalpha()


def _phrases(draft: Draft) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for match in _DETERMINER.finditer(draft.low):
        taken = _nouns(draft.low, match.end())
        taken = match.end() if _points(draft.low, match, taken) else _before_predicate(draft.low, match, taken)
        words = draft.low[match.end() : taken].split()
        if not words or words[-1] in _EMPTY or all(_CHARGE.fullmatch(word) for word in words):
            continue
        personal = bool(_ADDRESSED.search(draft.low[: match.start()]) or _PERSON.fullmatch(words[-1]))
        found.append((_plain(draft, match.group(1), match.end(), taken), personal))
    return found


def _points(low: str, match: re.Match[str], taken: int) -> bool:
    """Whether "this" or "that" stands alone before a verb, as in "when did this begin?"."""
    alone = (
        match.group(1) in ("this", "that")
        and " " not in low[match.end() : taken]
        and _AFTER_AUX.search(low[: match.start()])
    )
    return bool(alone and _CLOSES.match(low, taken))


def _before_predicate(low: str, match: re.Match[str], taken: int) -> int:
    """Leave the adjective out of "is the report accurate?"."""
    phrase = low[match.end() : taken]
    if " " in phrase and _AFTER_COPULA.search(low[: match.start()]) and _CLOSES.match(low, taken):
        return match.end() + len(phrase.rsplit(" ", 1)[0].rstrip())
    return taken


def _plain(draft: Draft, determiner: str, start: int, end: int) -> str:
    """The phrase without charged words: "your toxic depot" is said back as "your depot"."""
    words = [w for w in draft.raw[start:end].split() if not _CHARGE.fullmatch(w.lower()) and w.lower() != "real"]
    return " ".join([{"ur": "your"}.get(determiner, determiner), *words])


def _nouns(low: str, start: int) -> int:
    """The end of at most three nouns or adjectives from `start`, or `start`. Stops at verbs as far as endings tell."""
    ends = start
    for count, token in enumerate(_TOKEN.finditer(low, start)):
        word = token.group()
        bare = word.removesuffix("'s")
        if (
            not word[0].isalnum()
            or word.split("'")[0] in _STOP
            or (count and (_VERBAL.search(bare) or _GOVERNS.match(low, token.end())))
            or re.fullmatch(rf"{WH}|{AUX}", bare)
        ):
            break
        ends = ends if bare in _ADJECTIVES or (count and _ADJECTIVAL.search(bare)) else token.start() + len(bare)
        if count == 2 or "'" in word or _PERSON.fullmatch(bare):
            break
    return ends


def topic_word(draft: Draft) -> str:
    """The last one or two bare nouns of a draft that names no person and no definite thing, or ""."""
    run: list[str] = []
    last = before = ""
    for token in _TOKEN.finditer(draft.low):
        word = token.group()
        noun = (
            word[0].isalpha()
            and len(word) > 2
            and word not in _NO_TOPIC
            and not _VERBAL.search(word)
            and not word.endswith("ly")
        )
        run = [*run, draft.raw[token.start() : token.end()]][-2:] if noun and (run or before in _NOUN_AFTER) else []
        last = " ".join(run) or last
        before = word
    return "" if _CHARGE.search(last.lower()) or _HELP.search(last.lower()) else last

"""Decides which words carry no content of their own and how two forms of a word are matched.

Refuses to know what a sentence does with them. What is not in STOP carries content: a word of the coach's sentence that
carries content and is not the thinker's is new.
"""

import re

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|§")

_IRREGULAR = dict(
    pair.split(">")
    for pair in """
    said>say used>use told>tell kept>keep felt>feel thought>think went>go gone>go did>do done>do does>do made>make
    took>take taken>take came>come got>get gotten>get gave>give given>give found>find left>leave lost>lose met>meet
    brought>bring held>hold heard>hear knew>know known>know saw>see seen>see spoke>speak spoken>speak stood>stand
    wrote>write written>write began>begin begun>begin chose>choose chosen>choose fell>fall fallen>fall grew>grow
    grown>grow ran>run sent>send spent>spend stuck>stick taught>teach wore>wear worn>wear won>win paid>pay built>build
    bought>buy meant>mean sat>sit slept>sleep understood>understand forgot>forget forgotten>forget broke>break
    broken>break dealt>deal drove>drive led>lead let>let put>put quit>quit set>set shown>show fought>fight caught>catch
    became>become drew>draw woke>wake people>person children>child colleagues>colleague says>say goes>go worries>worry
    tried>try tries>try trying>try saying>say being>be doing>do dying>die lying>lie better>good best>good worse>bad
    worst>bad more>much most>much angry>anger angrily>anger exhausted>exhaust exhausting>exhaust exhaustion>exhaust
    frustration>frustrat anxiety>anxious guilty>guilt fairness>fair unfair>fair honesty>honest sadness>sad
    loneliness>lonely loyal>loyal loyalty>loyal decision>decid decisions>decid choice>choos choices>choos
    conversation>talk thoughts>think feelings>feel feeling>feel
    """.split()
)

_STOP = """
    a an the this that these those such some any each every either neither both all no not none nor and or but so if then
    than as of at by for from in into on onto to toward towards with without within between among over under about after
    before until till since while during through across against along around near off out up down again once here there
    now today when whenever where wherever why how what whatever which whichever who whom whose whoever
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our
    ours ourselves they them their theirs themselves one ones someone somebody something anyone anybody anything everyone
    everybody everything nobody nothing somewhere anywhere else other others another
    am is are was were be been being do does did doing done have has had having can could will would shall should may
    might must ought cannot can't couldn't won't wouldn't shan't shouldn't mightn't mustn't don't doesn't didn't isn't
    aren't wasn't weren't haven't hasn't hadn't ain't i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd
    she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll that's that'd there's there'd here's what's
    what're what'd what'll who's who'd where's when's how's why's let's
    very really quite rather just only even still yet already also too almost enough much many more most less least few
    several lot lots bit little ever never always often sometimes usually perhaps maybe actually simply truly though
    although because whether like well oh ok okay yes yeah yep hm hmm mm ah um uh er alright et cetera etc
    two three four five six seven eight nine ten first second third last next both half same kind kinds sort sorts way ways
    able going get gets got getting gotten us § thing things stuff sure however whenever
"""


def words_of(folded: str) -> list[str]:
    """The words of a folded text in order, a masked quotation counting as one."""
    return _WORD.findall(folded)


def stem(word: str) -> str:
    """A short common form of an English word: "keeps", "keeping" and "kept" all give "keep"."""
    word = _IRREGULAR.get(word, word)
    word = word.removesuffix("'s")
    for ending, by in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + by
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


STOP = frozenset(_STOP.split())


def content(folded: str) -> list[str]:
    """The stems of the words that carry content, in order, grammar left out."""
    return [stem(word) for word in words_of(folded) if word not in STOP and not word.isdigit()]

"""Decides what each form of a faulty draft is turned into: the table alone.

Refuses to know how a row is applied (`turns.py`). Groups of a pattern stand in the new form; `{vp:gerund}` stands for
the group as a gerund, `{cl:ask}` for "you would …" turned to "would you …".
"""

from dataclasses import dataclass

OPENED = "The same question without the yes or no in it."
HOW_MUCH = "Asks how far instead of whether, so there is more to say than yes."
NO_DEFENCE = "Keeps the moment and drops the why, so nothing has to be defended."
SEEN = "Asks for what was seen or heard, which they can look at again."
FEELING = "Leaves the feeling for them to name."
STORY = "Turns the fact into what it is like for them."
BOTH = "Keeps both sides and lets them look instead of pick."
HELD = "Gives them a moment to hold on to."
GRADED = (
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
        OPENED,
    ),
    Turn(
        r"^is there (?:anything|something|a thing)(?P<more> else)? (?:that )?(?P<cl><you> .+)",
        "What{more} {cl:ask}?",
        OPENED,
    ),
    Turn(
        r"^is there (?:anything|something)(?P<more> else)? (?:that |which )?(?!(?:that |else )?<you> )(?P<rest>.+)",
        "What{more} {rest}?",
        OPENED,
    ),
    Turn(r"^(?:do|did) <you> (?:know|see|remember) what (?P<cl><you> .+)", "What {cl:ask}?", OPENED),
    Turn(
        r"^have <you> thought about (?P<wh>what|how) (?P<cl>that|it|this) would (?P<rest>.+)",
        "{wh:cap} would {cl} {rest}?",
        OPENED,
    ),
    Turn(
        r"^do <you> have (?:an?|any|some) (?P<np>(?:[\w'-]+ ){0,2}?(?:plan|plans|idea|ideas|hopes?|goals?|wishes|wish|choices?|options?|picture|sense))(?P<rest>\b.*)",
        "What {np} do you have{rest} so far?",
        OPENED,
    ),
    Turn(
        r"^(?:would|will|does|did) it (?:matter|mean (?:much|anything|something)|make a difference)(?: to <you>)? if (?P<cl>.+)",
        "What would it mean to you if {cl}?",
        OPENED,
    ),
    Turn(
        r"^(?:can|could) <you> (?P<vp>(?:live|cope|accept|manage|handle|imagine|understand|forgive|rely|trust|work|bear|agree)\b.+)",
        "What would it take for you to {vp}?",
        OPENED,
    ),
    Turn(
        rf"^(?P<be>is|was|are|were) (?P<np>(?:<you>|he|she|it|this|that|they|(?:the|<your>|his|her|their|this|that) (?:[\w'-]+ ){{0,2}}?[\w'-]+)) (?:still |really |very |quite |at all )*{GRADED}\b(?P<rest>.*)",
        "How {adj} {be} {np}{rest}?",
        HOW_MUCH,
    ),
    Turn(
        r"^(?P<aux>do|does|did) (?P<np><you>|he|she|they|(?:the|<your>|his|her|their) (?:[\w'-]+ ){0,2}?[\w'-]+) (?P<vp>(?:still |really )*(?:enjoy|like|love|trust|support|understand|respect|value|rely on|"
        r"want|care|believe in|agree with|look forward|miss|feel (?:supported|appreciated|valued|included|trusted|understood|recognised|recognized|listened|comfortable|confident|able|heard|free|safe|at home|welcome|ready|seen|respected|part))\b.*)",
        "How much {aux} {np} {vp}?",
        HOW_MUCH,
    ),
    Turn(
        r"^has (?P<np>this|that|it|something like this) happened before",
        "When, if ever, has {np} happened before?",
        OPENED,
    ),
    Turn(
        r"^(?:would <you> like|do <you> want) more (?P<a>[\w'-]+) or (?:more )?[\w'-]+",
        "What do you want more of?",
        "Leaves the answer open and keeps the wanting.",
    ),
    Turn(
        r"^(?P<aux>did|do|are) <you> (?P<vp>sleep|sleeping|eat|eating|rest|relax|get on|get along|getting on|getting along|work together|working together)(?: ok| okay| well| all right| alright| enough| fine)?(?P<rest>\b.*)",
        "How {aux} you {vp}{rest}?",
        OPENED,
    ),
    # others
    Turn(
        r"^(?:why|what|how) do <you> (?:think|believe|suppose) (?P<cl>(?:he|she|they|ñ+) \w+(?:ed|ft|nt|id|ok|ve|w)\b.*)",
        "What did you see or hear when {cl}?",
        SEEN,
    ),
    # why
    Turn(
        r"^(?:and |so )?(?:why|for (?:what|which) reason)(?: on earth)? (?:didn'?t <you>|did <you> not|<you> did not|<you> didn'?t|<you> not) (?:just |even |ever )?(?P<vp>.+)",
        "What was going on for you when you did not {vp}?",
        NO_DEFENCE,
    ),
    Turn(
        r"^why (?:couldn'?t <you>|could <you> not) (?:just |even )?(?P<vp>.+)",
        "What was going on for you when you could not {vp}?",
        NO_DEFENCE,
    ),
    Turn(
        r"^why (?:haven'?t <you>|have <you> not|<you> have not|<you> haven'?t) (?P<vp>.+)",
        "What has it been like for you, not having {vp}?",
        NO_DEFENCE,
    ),
    Turn(
        r"^(?:how come|why) (?:did )?<you> never (?P<vp>\w+(?:ed|n|t|ld)\b.*)",
        "What was it like for you, never having {vp}?",
        NO_DEFENCE,
    ),
    Turn(
        r"^(?:and |so )?(?:why|for (?:what|which) reason)(?: on earth)? did <you> (?P<vp>.+)",
        "What led you to {vp}?",
        NO_DEFENCE,
    ),
    Turn(r"^how come <you> (?P<vp>\w+ed\b.*)", "What was going on for you when you {vp}?", NO_DEFENCE),
    Turn(r"^how come <you> (?P<vp>.+)", "What was going on for you when you {vp}?", NO_DEFENCE),
    Turn(
        r"^how (?:could|can) <you> (?:even |ever |just |possibly )*let (?P<np>it|this|that|things) (?P<rest>.+)",
        "How did {np} {rest}, as you saw it?",
        NO_DEFENCE,
    ),
    Turn(r"^how (?:could|can) <you> (?:even |ever |just |possibly )*(?P<vp>.+)", "What led you to {vp}?", NO_DEFENCE),
    Turn(
        r"^why are <you> (?:still |so |always |even )*(?P<rest>(?:in|on|at|with|part of|there|here)\b.*)",
        "What does it mean to you to be {rest}?",
        NO_DEFENCE,
    ),
    Turn(
        r"^why are <you> (?:still |so |always |even )*(?P<vp><ing>\b.*)",
        "What does it mean to you to be {vp}?",
        NO_DEFENCE,
    ),
    Turn(
        r"^why do <you> (?!think|believe|suppose|reckon)(?:always |still |even |keep on )?(?P<vp>.+)",
        "What does it do for you to {vp}?",
        NO_DEFENCE,
    ),
    Turn(
        r"^what (?:made|makes) <you> (?:think|believe|assume|suppose|imagine|so sure)(?: that)? (?P<cl>.+)",
        "What did you see or hear that told you {cl}?",
        SEEN,
    ),
    Turn(r"^what were <you> (?:even )?thinking when (?P<cl>.+)", "What was going on for you when {cl}?", NO_DEFENCE),
    # claims
    Turn(
        r"^(?:when|how|why) (?:did|does|do|has|have) (?P<np><person>) <claim> <you>",
        "What happened between you and {np:them}, as you saw it?",
        SEEN,
    ),
    Turn(
        r"^(?:since )?when (?:have|did) <you> (?:felt|feel|start feeling|start to feel) <feeling>(?P<rest> .+)?$",
        "How do you feel{rest} these days?",
        FEELING,
    ),
    Turn(
        r"^what (?:made|makes) <you> (?:feel )?(?:so |such )*<feeling>.*",
        "What did you feel when it happened?",
        FEELING,
    ),
    Turn(
        r"^how (?:do|are|did) <you> (?:cope|coping|deal|dealing|handle|handling|manage|managing)(?: with)? (?:<your> )?<feeling>\b.*",
        "What are your days like at the moment?",
        FEELING,
    ),
    Turn(
        r"^what (?:are|were) <you> (?:really )?(?:avoiding|hiding|ignoring|denying|resisting)\b.*",
        "What, if anything, have you left alone so far?",
        FEELING,
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
        FEELING,
    ),
    Turn(
        r"^how much (?:are|were) <you> <feeling> (?:with|about|of|by|at|towards) (?P<rest>.+)",
        "How do you feel about {rest}?",
        FEELING,
    ),
    Turn(
        r"^are <you> (?:<feeling>|happy|angry) (?:with|about|of|by) (?P<rest>.+)",
        "How do you feel about {rest}?",
        FEELING,
    ),
    Turn(
        r"^what (?:\w+) <you> (?:most )?(?:about|in) (?P<rest>.+)",
        "What do you feel when you think of {rest}?",
        FEELING,
    ),
    Turn(
        r"^when did <you> (?:stop|start|begin) (?:trusting|to trust|distrusting) (?P<rest>.+)",
        "How is it with trust between you and {rest}?",
        FEELING,
    ),
    Turn(
        r"^when did <you> lose (?:your )?(?:trust|faith|confidence) in (?P<rest>.+)",
        "How is it with trust between you and {rest}?",
        FEELING,
    ),
    Turn(
        r"^when did <you> (?:lose|give up|stop)\b.*?\b(?:interest in|on|enjoying|liking|loving) (?P<rest>.+)",
        "What is {rest} like for you now?",
        FEELING,
    ),
    Turn(
        r"^(?:are|were) <you> (?:feeling )?(?:<feeling>|happy),? (?:.+ )?or .+",
        "What are you feeling as you talk about this?",
        FEELING,
    ),
    # facts
    Turn(r"^how long (?:have|had) <you> been (?P<rest>.+)", "What has it been like for you, being {rest}?", STORY),
    Turn(r"^how long (?:have|had) <you> worked (?P<rest>.+)", "What has it been like for you, working {rest}?", STORY),
    Turn(r"^how many (?P<np>[\w'-]+)\b.*", "What does the number of {np} mean for you here?", STORY),
    Turn(r"^how much .*\b(?:pay|earn|paid|salary|money)\b.*", "What does the pay mean to you in all this?", STORY),
    Turn(
        r"^(?:which|what kind of|what sort of) (?P<np>(?!(?:one|do|does|did|would|is|are|was|way|part|of)\b)[\w'-]+)\b.*",
        "What part does the {np} play in this for you?",
        STORY,
    ),
    Turn(
        r"^who (?:is|was|else was|else is|were|are)\b.*\bin charge\b.*",
        "What did it mean to you who was in charge?",
        STORY,
    ),
    Turn(r"^who .*\bin the room.*", "What did you notice around you in the room?", STORY),
    # picks
    Turn(
        r"^(?:is|was) it (?P<a>(?:the|<your>|his|her|their|this|that) [\w' -]+?) or (?P<b>(?:the|<your>|his|her|their|this|that) [\w'-]+(?: (?!that|which|thats)[\w'-]+)?)(?= that| which| thats|\W*$).*",
        "How do you see {a} and {b} in all this?",
        BOTH,
    ),
    Turn(
        r"^(?:do <you> want|would <you> (?:rather|prefer)|which do <you> want,?)(?: have)? (?P<a>(?:the|<your>) [\w' -]+?) or (?P<b>(?:the|<your>) [\w' -]+)",
        "How do you see {a} and {b} in all this?",
        BOTH,
    ),
    Turn(
        r"^(?:will|would|do|should|are) <you> (?:want to |rather |prefer to |going to |plan to |like to )?(?:finally |just )?(?P<a>(?!be |have |sad|angry|more )(?:rather )?+[\w'-]+[\w' -]*?),? or (?:to |will you |rather |finally |just )*(?P<b>(?!not|more |the )[a-z][\w' -]*)",
        "What matters most to you between {a:gerund} and {b:gerund}?",
        BOTH,
    ),
    Turn(
        r"^<you> prefer to (?P<a>[\w'-]+[\w' -]*?) or to (?P<b>[a-z][\w' -]*)",
        "What matters most to you between {a:gerund} and {b:gerund}?",
        BOTH,
    ),
)

"""Decides which words show which cue, as a table of patterns; refuses to know what a coach does with them.

Precision before recall: a cue that is missed costs a less fitting question, a wrong one shows that nobody listened.
The patterns meet text in which curly apostrophes are straight and pasted logs, code and links are blanked out.
Beside the trained reader (`model.py`) a match counts only where it is likely enough, but for `CERTAIN`; `python -m evals.cues` measures.
"""

import re
from collections.abc import Mapping

from assistant.schemas import Cue

_NOT = r"(?:n[o']?t|never|cannot)"
_PERSON = (
    r"(?:he|she|they|people|everyone|everybody|nobody|no one|management|"
    r"(?:my|our|the|his|her|their) (?:\w+ )?(?:boss|manager|lead|team|colleagues?|director|head|client|partner|"
    r"supervisor|nurses?|doctors?|consultants?|teachers?|parents|staff|board|customers?|others?|guys|lot))"
)
_TOLD = (
    r"(?:told|asked|spoke|talked|wrote|sent|raised|offered|suggested|explained|reminded|emailed|e-mailed|confronted|"
    r"mentioned|escalated|complained|warned|showed|invited|proposed|reported|called|messaged|tried|apologised|"
    r"apologized|brought (?:it|this|that) up|set up|put in|sat down|went to|pushed back)"
)
_UNSAID = r"(?:told|said|talked|asked|spoken|raised|mentioned|brought|admitted|shown|confronted)"

_TABLE: dict[Cue, tuple[str, ...]] = {
    Cue.PLEA: (
        r"what (?:should|shall|would|do|can|must) (?:i|we) do\b(?! (?:is|was))",
        r"what(?:'s| is) your gut|what would (?:a|any|the|another) (?:\w+ )?(?:coach|mentor|expert|friend|therapist|manager|leader|pro) (?:say|do|tell|advise)",
        r"(?:just |only |give me |at least )(?:one|a|1) (?:little |small |tiny |single )?(?:line|word|sentence|answer)\b|\b(?:one|a|any|1) (?:hint|tip|clue|word of advice)\b|\btell me if\b",
        r"\b(?:i instruct you|recommend (?:me|one|that|a|something)|your (?:\w+ ){0,2}(?:opinion|advice|view|take|recommendation)\b|answer (?:me )?directly|(?:straight|direct) answer)",
        r"\b(?:list|name|write|give|draft) (?:me )?(?:just |only )*(?:the |a |an |two |three |3 |five |some )?(?:\w+ ){0,3}(?:points|steps|options|story|script|e-?mail|reply|answers?)\b",
        r"\byou are [A-Z]\w+, an?\b|\bstay in character|\blet'?s play\b|\b(?:complete|finish) (?:the|my|this) sentence|\bhypothetically\b|\banswer only with|\brepeat after me|"
        r"\byes or no\b|\b(?:a|just a|one|any) (?:hint|tip|clue)\b|\bpretend (?:this|that|it|you)\b",
        r"\bfor (?:instance|example),? that i should\b",
        r"what do i (?:say|do|write|tell|answer|reply|text)\b|\bam i (?:wrong|right|crazy|stupid|overreacting)\b[^.\n]*\?|"
        r"is (?:that|it|this) (?:stupid|crazy|a (?:good|bad) idea|wrong|ok(?:ay)?|normal|fair)\s*\?|\bwould you\b[^.\n]*\?",
        r"\bi should do\b|\bthat i should\b[^.]*\?",
        r"what would you (?:do|say|suggest|advise|choose|recommend)|\b(?:please|just) suggest\b",
        r"what do you (?:think|suggest|recommend|advise|reckon)",
        r"(?:just |please |can you |could you )*(?:tell|show) me (?:(?:what|how|which|whether|if)\b(?! (?:they|he|she|people|it|that|my|the)\b)|the answer)",
        r"give me (?:\w+ ){0,4}(?:options?|advice|answers?|ideas?|tips?|suggestions?|steps?|solutions?|opinion|plan|hints?|list)",
        r"\bany (?:\w+ )?(?:advice|tips|suggestions|ideas|recommendations)\b",
        r"(?:your|an?) (?:\w+ )?(?:opinion|advice|recommendation|suggestion)\b",
        r"\bi (?:just )?(?:need|want|would like) (?:an? |some |your )?(?:\w+ )?(?:answers?|advice|solutions?|suggestions?|tips)\b",
        r"\b(?:should|shall) i\b[^.?!\n]*\?",
        r"do you think (?:i|we|that i)\b",
        r"what(?:'s| is) the (?:best|right) (?:way|thing|answer|move|approach)",
        r"\b(?:can|could|would|will) you (?:please |just |at least )?(?:suggest|recommend|advise|solve|fix|decide|answer|give me|write)",
        r"what (?:do|did|would|should|have) (?:other|most|good|successful|great|normal) (?:\w+ ){1,2}(?:do|done|say|tried?)\b",
        r"which (?:one )?(?:would|should) (?:you|i) (?:choose|pick|take|do)",
        r"if you were (?:me|in my)|in my (?:place|shoes)\b[^.\n]*\?",
        r"(?:pretend|imagine) (?:that )?you(?:'re| are| were)|act as (?:a|an|my)\b|you are now\b|as an expert",
        r"ignore (?:all |any |your |the |previous |prior )+(?:instructions|rules|prompts?)",
        r"finish (?:this|my|the) sentence|fill in the blank|role-?play|just say yes or no|hypothetically\b[^.\n]*\?",
        r"help me (?:decide|solve|fix|choose)\b|how (?:do|can|should|would) (?:i|we) (?:fix|solve|handle|deal with|stop|get)\b[^.\n]*\?",
    ),
    Cue.AVOIDED_CONVERSATION: (
        rf"\b(?:i|we) have(?:n'?t| not|n't even| never) (?:\w+ )?{_UNSAID}",
        rf"\b(?:i|we)(?:'ve| have)? never (?:actually |really |once )?{_UNSAID}",
        r"\b(?:we|they|people) (?:don'?t|never|do not) (?:\w+ )?(?:talk|speak) about",
        r"\b(?:nobody|no one|none of us) (?:ever )?(?:says|talks|speaks|mentions|dares)",
        r"\bi (?:didn'?t|don'?t|did not) (?:dare|tell|say|mention|speak up|bring (?:it|this|that) up)",
        r"\bi (?:avoid|avoided|put off|keep putting off|can'?t bring myself)",
        r"elephant in the room|unspoken|left unsaid|\bkeep (?:it|this|that|quiet) (?:to myself|about)",
        r"\bi (?:bite|bit) my tongue|\bi (?:stay|stayed|keep|kept) (?:quiet|silent)",
    ),
    Cue.TURNING_POINT: (
        r"\bi(?:'ve| have)? (?:just|only now) (?:reali[sz]ed|noticed|seen)|\bi(?:'m| am) (?:just |only now )?reali[sz]ing",
        r"\bi reali[sz]e (?:now|i|that i)\b|\bnow (?:that )?i (?:realise|realize|see|notice|say it|write it|think of it)",
        r"\b(?:i(?:'d| had)?|i've|i have) never (?:really )?(?:thought|looked|seen) (?:of|about|at)? ?(?:it|this|that)",
        r"\b(?:it )?(?:just |suddenly )?(?:dawned on|hit) me\b|come to think of it|\bthat(?:'s| is) it\b,? actually",
        r"^(?:h+m+|huh)\b(?=[.,…!\s])|^(?:oh|ah),? (?:i see|god|right|that'?s)\b",
        r"\b(?:it(?:'s| is| was)|i(?:'m| am)) (?:me|the one) who\b|\bi half know\b|\b(?:that|this) (?:one )?hits\b|\bi hadn'?t (?:seen|thought|noticed)\b|\bi never saw (?:this|that|it)\b|\bi see something\b|\bouch\b|\bi(?:'d| had) forgotten (?:that|i)\b|\bmaybe it(?:'s| is) me\b|"
        r"\b(?:it was|it's) only that i\b|\bthat(?:'s| is) the (?:thing|bit|point)\b|\bi see (?:it|that) now\b",
        r"saying (?:it|that|this) (?:out loud|now)|i hadn'?t (?:seen|thought|noticed)",
    ),
    Cue.OWN_PART: (
        r"\bi (?:keep|kept) \w+ing\b|\bi (?:always )?end(?:ed)? up \w+ing|\bi find myself",
        r"\bi (?:said|say|always say|keep saying) yes\b|\bi (?:gave|give|caved|cave) in\b|\bi (?:went|go) along with",
        r"\bi (?:let|allow|allowed) (?:it|him|her|them|this|that|things|myself)\b",
        r"\bi (?:take|took|jump|jumped|step|stepped) (?:over|in|it on)\b|\bi tend to\b|\bi snapped\b|\bi lost my temper",
        r"\bi (?:lied|pretended|laughed it off|walked (?:away|off)|went quiet|swallow(?:ed)? it|covered for|wasn'?t listening|never asked|repaired|fixed it|voted|signed|nodded|agreed|approved|apologi[sz]ed|said sorry|rewrite|was pleased)\b|"
        r"\bi (?:didn'?t|did not) (?:look|ask|check|answer|back|stop|speak|listen|help|notice|object)\b|"
        r"\bi(?:'m| am) the (?:one who|\w+ block|buffer|doormat)\b|\bit(?:'s| is| was) me who\b|\bi said nothing\b|\bi did (?:his|her|their) (?:job|work)",
        r"\bi (?:should have|could have|shouldn'?t have)\b|\bmy (?:own )?(?:fault|part in|share of)|\bi (?:never|didn'?t) push",
        r"\bi (?:just )?(?:do|did) it myself|\bi (?:am|'m) (?:also )?(?:part of the problem|too (?:nice|soft|impatient|controlling))",
    ),
    Cue.METAPHOR: (
        r"walking on (?:egg ?shells|thin ice)|treading water|caught in the middle|between a rock|on a tightrope",
        r"hamster wheel|house of cards|herding cats|broken record|punching bag|tug[- ]of[- ]war|uphill (?:battle|struggle)",
        r"\b(?:drowning|sinking|firefighting|fire-fighting|juggling|babysitting|suffocating|underwater)\b",
        r"\b(?:hit|hitting|talking to|against) (?:a|the) (?:brick )?wall\b|\bminefield\b|\bquicksand\b|\bbottleneck\b",
        r"\b(?:torn|pulled) (?:between|in two|apart|in (?:two|all|different) directions)|carrying (?:it|this|everything|the weight)",
        r"\b(?:burnt|burned|burning) out\b|\bboiling over\b|running on (?:empty|fumes)|\bspinning (?:plates|my wheels)",
        r"(?:feels?|felt|it'?s|is) like (?:a|an|being|i'?m|i am|we'?re|talking|walking|living|pushing|trying)\b(?: [\w']+){1,6}",
    ),
    Cue.FEELING: (
        r"\b(?:i(?:'m| am| feel| felt| was|'ve been| have been| get| got)|makes? me|made me|leaves? me|feeling|it(?:'s| is)) "
        r"(?:\w+ly |so |very |really |just |a bit |quite |too |still |pretty |kind of |sort of |getting |a little |feeling )*"
        r"(?:angry|furious|mad|tired|exhausted|frustrat(?:ed|ing)|guilty|ashamed|anxious|worried|nervous|scared|afraid|"
        r"relieved|sad|lonely|alone|overwhelmed|stuck|resentful|hurt|embarrass(?:ed|ing)|disappointed|helpless|fed up|torn|"
        r"annoyed|stressed|jealous|confused|lost|invisible|insulted|humiliated|useless|trapped|drained|bitter|uneasy|"
        r"desperate|terrified|upset|ignored|undermined|paralysed|paralyzed|worn out|shattered|knackered|gutted|uncomfortable)\b",
        r"\bi (?:dread|hate|fear|resent|worry)\b",
    ),
    Cue.MIND_READING: (
        rf"\b{_PERSON} (?:\w+ly |just |clearly |obviously |all |probably )*(?:thinks?|believes?|assumes?|hates?|resents?|despises?)\b",
        rf"\b{_PERSON} (?:\w+ly |just |clearly |all )*(?:do|does)(?:n'?t| not) (?:\w+ )?(?:care|respect|trust|value|like|want|see|believe|listen)",
        rf"\b{_PERSON} (?:\w+ly |just |all )*wants? (?:me|us) to\b|\b{_PERSON} (?:is|are) (?:\w+ly )?(?:out to|trying to|jealous|threatened)",
        rf"\b{_PERSON} (?:\w+ly )?(?:looks?|look) down on|\b{_PERSON} (?:couldn'?t|could not) care less",
    ),
    Cue.OWN_IDEA: (
        r"\b(?:maybe|perhaps) (?:i|we) (?:could|should|need|ought|just|might)\b|\bi might\b(?! be\b| not\b| have\b)",
        r"\bone option (?:is|would|might)|\bi(?:'m| am| was|'ve been| have been) (?:\w+ )?(?:thinking (?:of|about) \w+ing|considering|toying with|tempted to)",
        r"\bpart of me wants? to\b|\bi wonder(?:ed)? (?:if|whether) i\b|\bwhat if i\b|\bi could\b(?! not\b|n't|'ve\b| have\b| see\b| hear\b| feel\b| tell\b| barely\b| hardly\b| never\b| cry\b| scream\b| care\b| sleep\b)",
    ),
    Cue.COMMITMENT: (
        r"\bi(?:'ll| will| am going to|'m going to| plan to| intend to) (?!be\b|feel|look|seem|end up|lose|miss|regret|need|see\b|bed\b|die|assume|answer|ask you|edit|stop\b|say\b|take that|bet|pass|wait|admit|give you|go on\b|cry|explode|go mad|probably|scream|not\b|admit|say that|have to|tell you)\w+",
        r"\b(?:by|before|on|next|this|tomorrow|until) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[^.?!\n]*\bi(?:'ll| will)\b",
    ),
    Cue.ATTEMPT: (
        rf"\b(?:i|we)(?:'ve| have|'d| had)? (?:already |also |even |once |finally |repeatedly |just )*{_TOLD}\b",
    ),
    Cue.WISH: (
        r"\bi (?:really |just |only |simply )*(?:want|wanted|wish|hope)\b(?! (?:advice|an answer|answers|you to|your))",
        r"\bi(?:'d| would) (?:really |just |so )*(?:like|love|rather|prefer)\b(?! (?:advice|an answer|you to|your|to know what you))",
        r"\bif only\b|\bi(?:'m| am) hoping\b|\bmy (?:goal|hope|wish|dream) is\b|\bwhat i(?:'d| would)? (?:really )?(?:want|need|like) is\b",
    ),
    Cue.ABSOLUTE: (
        r"(?<!not )(?<!n't )\b(?:always|never|every ?one|everybody|no ?one|nobody|constantly)\b(?! (?:mind|much|to do with|else))",
        r"\ball the time\b|\bevery (?:single )?(?:time|day|week|meeting|shift|morning|sprint|lesson)\b|\bthe (?:whole|entire) "
        r"(?:team|department|company|school|ward|place|office|class|staff)\b|\bnone of (?:them|us)\b",
    ),
    Cue.NECESSITY: (
        r"\b(?:i|we)(?:'ve| have)? (?:really |just |always )*(?:have to|got to|must|can'?t|cannot|need to|ought to|should)\b(?! (?:say|admit|have)\b)",
        r"\bno (?:other )?(?:choice|option|way out)\b|\b(?:i(?:'m| am)|we(?:'re| are)) (?:supposed|expected|forced|obliged) to\b",
    ),
    Cue.CAUSE: (
        r"\b(?:makes?|made|drives?|drove) (?:me|us|everyone)\b|\bbecause of (?:him|her|them|that|this|my|the)\b",
        r"\bthat'?s why\b|\b(?:it'?s|it is) (?:all )?(?:his|her|their|my) fault\b|\bthanks to (?:him|her|them)\b",
    ),
    Cue.BLAME_OR_LABEL: (
        r"\b(?:lazy|toxic|incompetent|arrogant|stubborn|unprofessional|selfish|manipulative|passive[- ]aggressive|hopeless|"
        r"control freak|micromanag\w+|narcissis\w+|drama queen|know-it-all|ungrateful|disrespectful|childish|unreliable|"
        r"a blocker|a nightmare|a bully|dead ?wood|so difficult|very difficult|impossible to work with)\b",
    ),
    Cue.VALUE: (
        r"\b(?:unfair|fairness|honesty|integrity|loyal(?:ty)?|dignity|justice|respect(?:ed|ful)?|proud of)\b",
        r"\b(?:not |isn'?t |be |is |wasn'?t )(?:really |very )?(?:fair|honest|right)\b|\bthe right thing\b",
        r"\b(?:matters?|important|means a lot) to me\b|\bi (?:really |deeply )?care about\b|\bi (?:believe|stand) (?:in|for)\b",
    ),
    Cue.VAGUE_NOUN: (
        r"\b(?:communication|alignment|ownership|engagement|collaboration|visibility|morale|buy-in|transparency|"
        r"recognition|mindset|culture|accountability|clarity|work[- ]life balance|team spirit|the atmosphere|the dynamic|politics)\b",
    ),
    Cue.MISSING_COMPARISON: (
        r"\b(?:too (?:much|many|slow|little|late|often|long|hard|busy)|not (?:good|fast|senior|experienced|strong) enough|not enough)\b",
        r"\b(?:worse|better|harder|more and more|less and less)\b(?! than| half| off| not\b)",
    ),
}

_CERTAIN: dict[Cue, tuple[str, ...]] = {
    Cue.PLEA: (
        *_TABLE[Cue.PLEA],
        r"\binstruct you to\b|\brecommend (?:a|one|me|something|which|that i)\b|\bshare it with me\b|\bwrite (?:me )?an? (?:\w+ )?(?:story|poem|script|play|dialogue)\b|\btell me i'?m (?:wrong|right)\b",
    ),
    Cue.FEELING: (_TABLE[Cue.FEELING][0],),
    Cue.OWN_PART: (
        r"\bi (?:always |just |then |still |usually )*end(?:ed)? up \w+ing\b|\bi keep (?:saying|covering|fixing|taking|apologi\w+|checking|letting|giving|doing)\b|\bi said nothing\b",
    ),
    Cue.TURNING_POINT: (
        r"^(?:h+m+|oh|huh|ah)\b[.,…! ]+(?=[\w']+ [\w']+)(?!(?:thats?|that's) |(?:ok|okay|right|yes|yeah|no|well|sure|god|come on)\b)",
        r"\bi (?:just|only now) (?:reali[sz]ed|noticed|saw)\b|\bi(?:'d| had|'ve| have)?(?: never|n't| not) (?:really )?(?:seen|thought of|connected|noticed|put) (?:it|that|this|those|them)(?: \w+)?",
        r"\bnever thought (?:of|about) (?:it|that|this) (?:like|that way|before)\b|\bi didn'?t know i (?:thought|felt|minded)\b",
    ),
}


def compiled(table: Mapping[Cue, tuple[str, ...]]) -> dict[Cue, tuple[re.Pattern[str], ...]]:
    """A table of patterns, ready to be searched for in a message of any case and number of lines."""
    return {
        cue: tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in patterns)
        for cue, patterns in table.items()
    }


PATTERNS = compiled(_TABLE)
CERTAIN = compiled(_CERTAIN)
"""English words that show a cue whatever the reader holds: what arrives in the moment is seldom in its training."""

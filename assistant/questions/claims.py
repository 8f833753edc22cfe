"""Decides which words of a draft claim or pry: presupposing, loaded words, other people's minds, facts for the asker.

Refuses to know whether a claim is true; what the thinker voiced is no claim (`context.py`).
"""

from assistant.questions.rules import Fault, rows

_SETTLED = "“{words}” takes as settled what they have not said."
_ACT_SETTLED = "“{words}” takes it as decided that they will do this; they have not said so."
_CHARGED = "“{words}” is your word and a charged one; they have not used it."
_GUESS = "“{words}” sends them guessing at someone else's mind, which neither of you can look into."
_CURIOUS = "“{words}” gets you a fact for your own picture; it gives them nothing to think about."

PRESUPPOSING = (
    *rows(
        Fault.PRESUPPOSING,
        _SETTLED,
        r"^(?:and )?(?:when|at (?:what|which) (?:point|moment|stage)|since when|how long ago) (?:exactly )?(?:did|have|had|has) (?:<you>|<person>) (?:first )?"
        r"(?P<claim>(?:stop|stopped|lose|lost|give up|given up|decide|decided|fall out|quit|break|broken|turn|turned|abandon|become|became|fail|failed|let|betray|"
        r"(?:start|started|begin|began|begun) (?:to )?(?:feel|hat|doubt|avoid|resent|los|hid|ly|fail|distrust|giv|dread)\w*|felt|feel|hate|regret|resent|accept|accepted|forgive)\b(?: [\w'-]+){1,5})",
        r"\bhow (?:much )?(?:very |badly |deeply )?(?:are <you> |were <you> |did <you> feel |do <you> feel )?(?P<claim><feeling>)\b (?:are|were|do|did|is|of|by|about|with) ",
        r"^(?:what|who|which \w+)(?: is it that| exactly)? (?P<claim>scares|frightens|worries|hurts|angers|annoys|frustrates|bothers|upsets|irritates|shames|"
        r"embarrasses|overwhelms|stresses|exhausts|drains|disappoints|terrifies|threatens|hurt|upset|scared|frustrated|disappointed|exhausted) <you>",
        r"\b(?P<claim>scares|frightens|terrifies|shames|embarrasses|hurts|angers) <you>\b",
        r"^what (?:are|were|is|was|have) (?:<you>|<person>) (?:been |so |really |most )?(?P<claim>avoiding|hiding|denying|resisting|protecting|ignoring|running (?:away )?from|escaping|"
        r"fighting|punishing|<feeling>)\b",
        r"^what (?:made|makes) <you> (?:feel )?(?:so |feel |this |that |such )*(?P<claim><feeling>)\b",
        r"^what (?:made|makes) <you> so \w+",
        r"\b<your> (?:own |deep |constant |ongoing )?(?P<claim><feeling>|failure|failures|betrayal|insecurities|ego|perfectionism|addiction|need for control|"
        r"fear of \w+|avoidance|weakness|weaknesses|breakdown|people-pleasing|procrastination)\b",
        r"\b(?:know|knows|knew|aware|realise|realises|realize|noticed?|notices|admit|hiding|tell (?:them|her|him)) (?:that )?<you>(?:'re| are|'ve| have|re)"
        r" (?:so |really |always |been )?(?P<claim><feeling>)\b",
        r"\b(?:keep|keeps|kept|go on|going on|continue|continuing|want to keep)(?: on)?(?: on| to)? (?P<claim>suffering|struggling|failing|losing|lying|avoiding|hiding|punishing)\b",
        r"\b(?P<claim>(?:put|putting) up with|cop(?:e|ing) with|get(?:ting)? over|surviv(?:e|ing)|suffer(?:ing)? from|recover(?:ing)? from) (?!that\b|it\b|this\b|all\b)[\w'-]+(?: [\w'-]+){0,3}",
        r"\b(?P<claim>fall(?:en)? out|fell out|broke up|break up|lost (?:your )?(?:temper|faith|trust|nerve)|gave up|given up)\b",
        r"^(?:so )?(?:<you>(?:'re| are| were|re)|<you> (?:feel|felt)) (?:\w+ )?(?P<claim><feeling>)\b",
        r"^(?:are|were|aren'?t|do|did|weren'?t) <you> (?:feel )?(?P<claim><feeling>)\b[^?]* or ",
        r"^(?:don'?t|didn'?t|aren'?t|weren'?t) <you> (?:just |simply |feel |a bit |really )*(?P<claim>hate|resent|despise|<feeling>)\b",
        r"\b(?P<claim><claim>)\b",
        r"^what (?:is|'s) wrong with (?:<you>|<person>)",
        r"^why (?:is|are|was) (?:<person>|<your> \w+) (?:so |such )(?P<claim>[\w'-]+)",
        unless="claim",
    ),
    *rows(
        Fault.PRESUPPOSING,
        _ACT_SETTLED,
        r"^(?:how|when|where|in what way) (?:(?:will|would|might) <you> (?:want to |plan to )?|are <you> (?:going|planning) to |do <you> (?:plan|intend|want) to )<soft>"
        r"(?P<act>(?:tell|say no|talk|speak|ask|confront|leave|quit|resign|fire|dismiss|apologise|apologize|raise|bring up|break|announce|delegate|refuse|"
        r"push back|escalate|report|hand over|replace|explain)\b(?: [\w'-]+){0,9})",
        r"^what (?:will|would|are) <you> (?:going to )?(?:do|say|be|miss|need|feel|have|want|gain|lose) (?:once|when|after|as soon as) <you>(?: have|'ve| will|'re| are)? "
        r"(?P<act>(?!<stative>\b|look\b|come\b|get\b)[\w'-]+(?: [\w'-]+){0,6})",
        unless="act",
    ),
)

LOADED = (
    *rows(
        Fault.LOADED_WORD,
        _CHARGED,
        r"\b(?:this|that|the|such|such an?|an?|these|those|<your>|his|her|their|another|of an?|is|are|so|all) (?:[\w'-]+ly )?(?P<claim><charged>)\b",
        r"\b(?P<claim>mess|disaster|fiasco|shambles|circus|bullshit|crap|nonsense|toxic|dysfunctional|narcissistic)\b",
        unless="claim",
    ),
)

_MIND = r"(?:think|want|feel|need|believe|expect|fear|hope|mean|intend|like|love|hate|prefer|care|trust|respect|know|assume|imagine|get out of|gain)"

OTHERS = (
    *rows(
        Fault.ABOUT_OTHERS,
        _GUESS,
        rf"^(?:and )?what (?:do|does|did|would|might|could) <person> (?:really |actually |truly |secretly |even )?{_MIND}\b(?! (?:from what|of what))",
        r"^what (?:he|she|they|ñ+) (?:really )?(?:wants?|thinks?|feels?|needs?|believes?)\b",
        r"^(?:why|how come|for what reason) (?:do|does|did|is|are|was|were|has|have|had|would|wouldn'?t|won'?t|doesn'?t|didn'?t|don'?t|isn'?t|aren'?t|can'?t)(?: not)? <person>\b",
        r"^how come <person>\b",
        r"\bdo <you> (?:think|believe|suppose|reckon|feel|guess)(?: that)?(?: maybe)? <person>(?:'s|'re|'d|'ll)? (?!(?:should|could|would) you)",
        r"^(?:why|what|how|where|who) do <you> (?:think|believe|suppose|reckon|imagine) <person>\b",
        r"^(?:why|what|how|where|who) <you> (?:think|believe) <person>\b",
        r"^don'?t <you> (?:think|feel|believe)(?: that)? <person>\b[^?]*\b(?:feel|felt|feels|want|wants|wanted|mean|means|think|thinks|overwhelmed|hurt|jealous|afraid|scared|"
        r"left out|trying|threatened|stressed|angry|unhappy|worried)",
        r"^how (?:do|does|did|would|might|must) <person> (?:really )?(?:feel|see|view|experience|take)\b(?!.*\b(?:told|said|heard|saw|seen|shown|from what)\b)",
        rf"^(?:does|do|did|would|wouldn'?t|doesn'?t|don'?t) <person> (?:really |actually )?{_MIND}\b(?! (?:about|that|of|the plan|it|this)\b)",
        r"^(?:is|are|was|were|isn'?t|aren'?t) <person> (?:just |simply |maybe |perhaps |really |a bit )?(?:afraid|scared|jealous|threatened|angry|against|trying|hoping|worried|insecure|"
        r"envious|unhappy|doing (?:it|this|that) (?:on purpose|deliberately|because))\b",
        r"\b(?:his|her|their|<your> \w+'s|ñ+'s|(?:the|<your>) \w+'s) (?:real |true |hidden |own )?(?:head|mind|motives?|motivation|intentions?|agenda|problem|reasons?|thinking)\b",
        r"^(?:what|whats|what's)(?: is| are| was| were|'s)? <person> (?:so |really |most )?(?:afraid|thinking|hoping|after\b|trying|scared|up to|worried|feeling|hiding|expecting)",
        r"^what (?:is|was|'s) going (?:on|through) (?:in|inside|with|for) (?:<person>|his|her|their)\b",
        r"^what (?:is|'s|was) (?:his|her|their) (?:problem|motive|issue|intention|game)\b",
        r"^what (?:drives|motivates|moves|makes) <person>\b",
    ),
)

_DATUM = (
    r"(?:name|title|job title|salary|pay|budget|deadline|address|size|headcount|age|number|date|email|location|role title|position|turnover|revenue|grade|"
    r"company|firm|software|version|brand|model|price|cost|schedule)"
)
_STORY = (
    r"(?:company|firm|depot|framework|department|city|town|country|office|software|tool|system|version|platform|ward|school|branch|journal|university|brand|model|"
    r"industry|sector|floor|building|shop|store|site|agency|client|bank|language|shift|contract)"
)

FIXED_FACT = (
    *rows(
        Fault.FACT_FINDING,
        _CURIOUS,
        r"^(?:and |roughly |about )?how many (?!of (?:these|those|your)|times would)[\w'-]+\b[^?]*",
        r"^(?:and )?how (?:long|often) (?:have|has|had|did|does|do|is|are|was|were|will|ago|you|until|before)\b(?! (?:<you> )?(?:want|wish|like|plan|intend|can you)\b)[^?]*",
        r"^how (?:old|tall|big|large|far away|far is it) (?:is|are|was|were)\b[^?]*",
        r"^how much (?:money|time|budget|notice|experience|holiday|salary|do(?:es)? (?:<you> (?:earn|make|get paid)|they pay|he pay|she pay|it cost|that cost)|did (?:it|that|they|<you>) (?:cost|pay)|is it|is the)\b[^?]*",
        rf"^what(?:'s| is| was| are|s) (?:the|<your>|his|her|their|its) (?:[\w'-]+ )?{_DATUM}\b[^?]*",
        rf"^(?:which|what|in which|in what|at which|what kind of|what sort of|what type of) (?:kind of |sort of )?{_STORY}\b[^?]*",
        r"^(?:when|what time|what day|what date|on what day|what year)(?: is|'s| was| does| do| did| are|s) (?:(?:the|<your>|this|that|his|her|their) [\w'-]+(?: [\w'-]+)?|it|this|that|he|she|they)(?: (?:start|end|due|happen|begin|take place|leave|join|starting|ending))?[\s?]*$",
        r"^when did (?:<you> (?:join|start(?=\W*$)|start (?:there|work|working|at|the job|this job)|move|arrive|get hired)|it happen|this happen|that happen|they (?:join|leave|start))\b[^?]*",
        r"^where(?: is|'s| was| are|s) (?:the|<your>|it|he|she|they|this|that|his|her|their) ?[\w'-]*[\s?]*$",
        r"^where (?:do|did) (?:<you>|they|he|she) (?:work|live|sit|meet|come from|study|train)\b[^?]*",
        r"^how much (?:do|does|did)\b[^?]*\b(?:cost|earn|pay|paid|spend|spent|drink|charge)\b[^?]*",
        r"^(?:and )?how (?:often|many|long|old)[\s?]*$",
        r"^(?:who's|whos|who is|who was) (?:ñ+|he|she|they|that)[\s?]*$",
        r"^(?:whos|who(?:'s| is| was| were| are| else was| else is| else were)) (?:in\b|on\b|at\b|there\b|<your>|the\b|his\b|her\b|their\b|responsible|leading|running|involved|in charge)[^?]*",
        r"^who (?:runs|manages|owns|leads|hired|pays) [^?]*",
    ),
)

YES_NO_FACT = (
    *rows(
        Fault.FACT_FINDING,
        _CURIOUS,
        r"^(?:is|are|was|were) <person> (?:an? )?(?:man|woman|male|female|older|younger|new|married|local|permanent|part-time|full-time|remote|senior|junior|based|in the same|paid)\b",
        r"^(?:is|was|are|were) there (?:any |an? |some )?(?:documentation|budget|contract|policy|rule|procedure|handbook|org chart|deadline|job description|works council|minutes|agenda|written)\b",
        r"^(?:do|does|did|is|are) (?:<you>|they|it|<person>) (?:have )?(?:an? |the )?(?:contract|budget|job description|org chart|permanent|full-time|part-time|remote|hybrid|on site|salaried|probation)\b",
        r"^(?:is|was) (?:it|this|that) (?:an? )?(?:big|small|public|private|large|family|american|german|remote|in person|by email|by phone|in writing|a monday)\b",
    ),
)

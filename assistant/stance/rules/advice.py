"""Decides which sentences propose what to do, however softly: `advice`. Refuses to weigh whether the advice is good."""

import re

from assistant.stance.acts import Act
from assistant.stance.rules.session import SESSION_VERB
from assistant.stance.rules.shape import CLEAR, LIKELY, REPORTED, SURE, WH_BEFORE, Rule, either

_WHAT_YOU = re.compile(
    r"\b(?:what(?:ever)?|anything|something|everything|nothing|way|ways|step|steps|thing|things|one|if|wish\w*|how|where|whether|when(?:ever)?|that|who|which|"
    r"as though|like|so|much|often|until|words?|question|sentence|choice|all)(?: it is| else)?(?: that)?(?: \w+)? $"
)
_REPORTED_OR_WH = re.compile(f"{REPORTED.pattern}|{_WHAT_YOU.pattern}")
_WILL_HELP = r"(?:might|may|could|would|can|will|should|'d|'ll)"
_IDEA = (
    r"(?:options?|ways?|approach(?:es)?|ideas?|strateg(?:y|ies)|techniques?|suggestions?|tips?|tricks?|possibilit(?:y|ies)|steps?|solutions?|tools?|"
    r"thoughts|pointers|examples?|scripts?|exercises?|methods?|habits|experiments?|alternatives?|tactics?|moves?|plans?|frameworks?|things you|things to|practices|swaps|questions to ask yourself)"
)
_GOOD = r"(?:help(?:ful|s)?|useful|good|wise|wiser|better|best|worth|worthwhile|smart|beneficial|valuable|easier|powerful|effective|a good|an idea|great|nice|important|key|enough|sensible|time)"
_YOUR_TALK = (
    r"(?:say|tell me|take|stop|pause|skip|come back|answer|write|choose|decide|tell(?=,|$)|leave (?:it|that|this)|share|see|hear|feel|change your mind|start (?:with|from|anywhere|wherever)|"
    r"bring|go (?:on|back)|pass|pick|type|return|slow|rest|mean|sound|be (?:quiet|silent)|keep (?:it|that) to|edit|export|print|delete (?:it|this|them|any|everything|what)|change (?:it|any|a|the) ?(?:line|word)?)"
)

RULES: tuple[Rule, ...] = (
    Rule("other-voice", Act.ADVICE, either(
        r"\b(?:a|an|any|some|one|your|the) (?:\w+ ){0,2}(?:mentor|friend|coach|therapist|expert|manager|leader|teacher|advisor|adviser|counsellor|counselor|consultant|person|boss|colleague|people) "
        r"(?:might|would|could|may|will|'d) (?:probably |just |well )?(?:say|tell|advise|suggest|ask|recommend|point|remind)\b"), CLEAR,
        before=re.compile(r"\b(?:what|how|if)\b[^.;]*$")),
    Rule("made-up-quotation", Act.ADVICE, either(
        r"\byou(?:'ve| have)? (?:just |also |first |even |then )?(?:said|mentioned|told me|wrote|called (?:it|this|that|her|him|them)|put it|used the words?)(?: that| as| it)?[:,]? ?\"(?=[^\"]*\w+ \w+ \w)"), LIKELY),
    Rule("if-i-were-you", Act.ADVICE, either(
        r"\bif i (?:were|was) (?:you|in)\b", r"\bin your (?:shoes|place|position|situation)\b(?=[^?]*$)",
        r"\bmy (?:\w+ )?(?:advice|suggestion|recommendation|tip|two cents|take|hunch|vote)\b",
        r"\b(?:not|isn't|no) (?:really )?advice,? but\b", r"\bword of advice\b", r"\bjust (?:a )?(?:thought|suggestion|an idea)\b"), SURE,
        before=re.compile(r"\b(?:not|won't|no|without|instead of|keep)\b[^.;]{0,20}$")),
    Rule("recommendation", Act.ADVICE, either(
        r"\bi(?:'d| would|'ll)? (?:also |strongly |highly |really |just |definitely |always )*(?:suggest|recommend|advise|encourage|urge|propose|counsel|invite you to|vote for)\b",
        r"\b(?:is|are|be|comes|often|highly|strongly) recommended\b", r"\blet me (?:suggest|recommend|offer|give you|share)\b(?! you (?:a|some) (?:moment|minute|time))",
        r"\bi (?:can|could|might|want to|'d like to|would like to) (?:suggest|recommend|offer|propose|share|help you)\b"), SURE,
        before=re.compile(r"\b(?:not|won't|never|don't|can't|cannot|n't|nor|wanted to|meant to)\b[^.;]{0,25}$"),
        unless=either(r"\b(?:i (?:don't|do not|won't|will not|can't|cannot|never)|i'm not (?:here|going|able))\b[^.;,]{0,30}\b(?:suggest|recommend|advise|offer|give|share)")),
    Rule("hypothetical-i", Act.ADVICE, either(
        r"\bi(?:'d| would) (?:also |just |probably |definitely |personally |first |simply |perhaps |maybe |really |honestly |rather |only |be )*"
        r"(?!(?:like|love|be|rather|just|hate|want|prefer) (?:to )?(?:ask|hear|understand|check|summ\w+|know|say|see|come|pause|stay|curious|interested|listen|learn|go back|leave|keep|stop|slow|wait|repeat|make sure|return|thank)|"
        r"(?:ask|hear|check|say back|rather|like|be|curious|wonder)\b)(?!not\b)[a-z]+"), CLEAR, asked=False,
        before=re.compile(r"\b(?:if|that|you (?:thought|wish\w*|said|asked))\b[^.;]{0,12}$")),
    Rule("impersonal-necessity", Act.ADVICE, either(
        r"\b(?:it's|it is|it'd be|it would be|it may be|it might be|it can be|it could be|is|it's also|it's often|it's really) (?:also |very |really |so |always |often |just |absolutely |more |totally |probably |perfectly )*"
        r"(?:important|crucial|essential|vital|key|best|better|wise|smart|helpful|useful|critical|worthwhile|advisable|imperative|okay|ok|good|time|healthy|good practice|safe|safer|easier|fine|possible|enough) (?:to|for you to|that you|if you|not to)\b",
        r"\bwhat (?:really |actually |usually |often )?(?:needs to happen|you (?:really |actually )?need|helps|works|tends to (?:help|work)|matters (?:most|now|here)|counts)(?: \w+){0,3} is\b",
        r"\b(?:all|the first thing|the main thing|the only thing|one thing|what) you (?:have to|need to|must|should|can|could) do is\b",
        r"\b(?:it|this|that) (?:needs to|has to|must(?! be| feel| have)|should) (?:be|happen|come|start|stop|feel)\b",
        r"\bthe (?:key|trick|goal|secret|first step|next step|best way|better question|answer|solution|simplest \w+|idea|aim|point|challenge|real work|work|task|move|way forward|way out|antidote|fix|good news)(?: \w+){0,5} (?:is|isn't|here is|are|would be|could be|might be|lies)\b"), CLEAR, asked=False,
        before=REPORTED, owned=0.75, unless=either(r"\b(?:okay|ok|fine|good|enough|possible|time) to (?:pause|stop|say (?:nothing|so|more)|not know|leave it|skip|take (?:your|a)|sit|rest|go slow|change your mind|start (?:anywhere|over)|answer|stay|begin|wrap|close|end)\b",
        r"^(?:so )?(?:to you,?|for you,?|in your (?:words|view))")),
    Rule("it-might-help", Act.ADVICE, either(
        rf"\b(?:it|that|this|doing (?:so|this|that)|which) (?:{_WILL_HELP}|(?:often |usually |sometimes |also |really )+|can often) ?(?:also |really |even |just |well |then |often |actually |be |make (?:it|things|a|you|sense) ?)*{_GOOD}\b",
        r"\bit (?:often |sometimes |usually |always |also |really )?helps (?:to|if|when)\b",
        rf"\b{_WILL_HELP} (?:also |really |actually |often )?(?:help(?! you think)|be worth|make sense|make (?:a|the|all the|it) (?:\w+ )?(?:difference|easier|clearer|lighter|simpler)|go a long way|do wonders|free up|open up space|take the pressure)\b",
        r"\bhelps? (?:you(?! think)|to|reduce|with|build|create|keep|them|people|prevent|shift|your)\b", r"\bworth (?:a |it |your |you )?(?:\w+ing|a try|a shot|a conversation|a look|remembering)\b",
        r"\bis (?:often |usually |sometimes )?(?:a|an|the|one) (?:\w+ ){0,2}(?:way|step|start|place|option|strategy|tool|technique|approach|trick) (?:to|for|of|forward)\b"), CLEAR,
        before=re.compile(r"\b(?:what|how|who|which|where|whether|if|anything|something|nothing|hop\w+|want\w*|need\w*|you (?:said|mentioned|tried|think|thought|feel|felt|believe)|would it|here to|not|does)\b[^.;:]*$"), owned=0.85,
        unless=either(r"\bif (?:it|that) (?:helps|would help)\b,? (?:we|you|take|say)")),
    Rule("options-lead-in", Act.ADVICE, either(
        rf"\b(?:here are|here's|here is|below (?:are|is)|these are|there are|i have|i've got|try|consider|let's (?:look at|try)|following|a few|some|several|three|two|five|four|other|more|these) (?:also )?(?:\w+,? ){{0,5}}{_IDEA}\b(?! (?:you (?:said|mentioned|named|raised|have named|brought)|do you|did you|have you|are you|would you|could you|feel|stand))",
        r"\bhere(?:'s| is) (?:the (?:thing|truth|key|catch|deeper|real|good|tricky|best|kicker|deal|plan|shift|reality|paradox)|why\b|how\b|where\b|a \w+|an \w+|another|my|your|some|one|what (?:to|you|works|helps|might|makes|this|it|happens|that|a))(?! (?:question|i hear|i heard|i have|said|told|moment|minute|pause))\b",
        rf"\b{_IDEA} (?:include|might include|could include|may include|would be|are|to consider|to try|might be|could be|that (?:might|may|could|can|help|work)|for you)\b",
        rf"\b(?:one|another|a|an|the best|the simplest|a good|your best|best|first|simple|quick|easy|practical|possible|alternative) (?:\w+ ){{0,2}}{_IDEA}(?: here| now| there)?(?: is| would be| could be| might be| may be| to (?:try|consider|start|do|think)|:| you (?:could|can|might)| that (?:might|may|could|can))",
        r"^(?:you can )?(?:try|consider|for example|for instance|e\.g|examples?|options?|tips?|try this|do this|instead|say|action|next steps?|how to \w+(?: \w+){0,6}|why (?:it|this) works|what to (?:do|say|try)(?: \w+){0,3}|ask yourself|the fix|the plan|quick start|step \d+[^?]{0,60}|option (?:\d|[a-d])[^?]{0,60}|day \d+[^?]{0,60})[:.]?$"), CLEAR,
        before=re.compile(r"\b(?:what|which|how|whatever|whichever|you (?:said|named|mentioned|saw|see|listed|have named)|not|won't|n't|never|no)\b[^.;:]*$")),
    Rule("people-find", Act.ADVICE, either(
        r"\b(?:(?:many|some|most|lots of|a lot of|other|plenty of|few|successful|good|great|wise|smart|the best) )*(?:people|folks|others|leaders|managers|coaches|clients|teams|parents|professionals|mentors|employees|women|men|couples|experts) "
        r"(?:i(?:'ve)? \w+ )?(?:who \w+ (?:\w+ ){0,4})?(?:often |sometimes |usually |also |will |have |in your \w+ |do )*(?:find|found|use|used|try|tried|like|choose|swear|start|started|prefer|benefit|recommend|discover|discovered|suggest|advise|go|set|keep|make|take|turn|report|say|succeed|move|handle)\b"), CLEAR,
        before=re.compile(r"\b(?:what|how|which|when|where|you (?:said|mentioned)|these|those|the) $|\b(?:what|how|which|when|where|why|do|does|did|you (?:said|mentioned|told)|who)\b[^.;:]*$"), owned=0.75),
    Rule("benefit-of-doing", Act.ADVICE, either(
        r"^(?:simply |just |gradually |even |also |regularly |sometimes |for example,? |plus,? |and |or |but |maybe |perhaps )*(?!something|nothing|anything|everything|thing|during|being|sing|bring|king|evening|morning|hearing you|listening to you)[a-z]+ing\b"
        r"[^?:]{0,70}\b(?:can|could|may|might|will|would|helps?|makes?|gives?|keeps?|lets?|allows?|reduces?|is (?:a|one|the|often|usually|not|key)|isn't|doesn't|means|often|usually|creates?|builds?|takes?|requires?)\b"), LIKELY, asked=False, owned=0.7),
    Rule("hedged-imperative", Act.ADVICE, either(
        r"^(?:so |but |and |or )?(?:maybe|perhaps|possibly|alternatively|ideally|instead|or|even|sometimes|also|for instance|for example|start small)[, :—]+(?:just |you |try |try to |simply |first |by |with |it's |we )*(?!something|nothing|anything|everything|thing\b|during|being|it\b|that|this|there|part|you|we\b|the\b|one\b|a\b)[a-z]+(?:ing)? (?:a|an|the|your|some|her|him|them|to|with|it|for|more|less|out|up|on|one|that|together|down|yourself|only|in|about|off|back|no|this|at|by|small|time)\b"), LIKELY, asked=False, owned=0.7),
    Rule("hedged-suggestion", Act.ADVICE, either(
        r"\b(?:you|one) (?:might|may|could|can|'d|would|'ll|will) (?:also |even |just |well |perhaps |maybe |always |then |simply |probably |still |possibly )*(?!like me to)(?:want|like|wish|need|do well|benefit|consider|try|find (?:it|that|this|yourself)|choose|have to|be able|be better|gain) ?(?:to|it|that|from|this)?\b",
        r"\byou (?:could|might|may|can) (?:also |even |just |well |perhaps |maybe |always |then |simply |probably |still |both |actually |begin by |start by )*(?!" + _YOUR_TALK + r"\b|be\b|have\b(?! (?:a|an|the|some|him|her|them|your) )|not\b|feel|hear|see\b)[a-z]+"), CLEAR,
        before=_REPORTED_OR_WH, owned=0.0, unless=either(r"^(?:what|which|who|where|when)\b[^,;:.]*\byou (?:could|might|may|can)\b", r"^how (?:much|often|do|would|will|can|could|might)\b[^,;:.]*\byou (?:could|might|may|can)\b")),
    Rule("could-use", Act.ADVICE, either(r"\byou (?:could|can) (?:really |probably )?use (?:a|an|some|more|another|less)\b"), CLEAR, asked=False),
    Rule("should", Act.ADVICE, either(
        r"\b(?:you|we|he|she|they|people|one|nobody|no one|everyone|your \w+|someone) (?:really |just |also |probably |definitely |first |simply |still |always |never |only )*(?:should(?!er)|must(?! (?:be|feel|have))|ought to|had better|shouldn't|mustn't|needn't)\b"), CLEAR,
        before=re.compile(f"{REPORTED.pattern}|{WH_BEFORE.pattern}"), unless=either(r"^(?:what|which|who|how|when|where|why)\b[^.;:]*\?")),
    Rule("necessity", Act.ADVICE, either(
        r"\b(?:you|we|he|she|they|people|one|nobody|no one|everyone|your \w+|someone) (?:really |just |also |probably |definitely |first |simply |still |always |never |only )*(?:need to|needs to|have to|has to|'ve got to|don't (?:have|need) to|do not (?:have|need) to|doesn't (?:have|need) to|gotta|can't (?:keep|just|expect)|cannot (?:keep|just|expect))\b",
        r"\byou'(?:d better|ve got to)\b", r"\b(?:don't|do not|doesn't) (?:have|need) to\b", r"\byou (?:deserve|owe)\b"), CLEAR,
        before=re.compile(f"{REPORTED.pattern}|{WH_BEFORE.pattern}"), owned=0.7, unless=either(
            r"\b(?:don't|do not) (?:have|need) to (?:answer|decide|say|share|have (?:it|an answer|the answer|words)|know|explain|finish|fill|write|hurry|rush|choose|use|be sure|tell me|solve (?:it|this|that) (?:now|here|today))\b",
            r"\bwe (?:don't|do not) (?:have|need) to\b", r"^(?:what|which|who|how|when|where|why)\b[^.;:]*\?")),
    Rule("change-their-world", Act.ADVICE, either(
        r"\b(?:we|let's|let us)(?: (?:could|can|might|may|should|will))?(?: (?:also|just|maybe|perhaps|even|then|first|now|try to|start by|begin by|work on|together))* (?!(?:can|could|might|may|should|will)\b)"
        rf"(?!{SESSION_VERB}|see\b|say\b|be\b|have\b|are\b|know\b|keep|ask\b|hold|use the|do\b|make sure|call it|read|write (?:it|that|this|down)|choose|want\b|also\b|'|only\b|both\b|always\b|not\b|did\b|all\b|each\b|own\b|don't|stand|agree|meet\b|go\b|start\b|listen)"
        r"(?:put|make|create|build|plan|draft|design|map|brainstorm|schedule|break|set|develop|add|work|try|list|find|figure|come up|turn|get|tackle|practi[sc]e|role|sketch|outline|reframe|shift|identify|test|narrow|craft|script|tailor|refine|customi[sz]e|use|run|block|book|arrange|help)\w*\b"), LIKELY,
        before=REPORTED, owned=0.8, unless=either(r"^(?:what|which|who|how|when|where|why)\b[^.;:]*\bwe\b[^.;:]*\?")),
    Rule("plan-assigned", Act.ADVICE, either(
        r"\b(?:the|your|our|a|this week's|today's) (?:\w+ )?(?:plan|goal|homework|next step|task|assignment|challenge|action|mission|commitment|experiment|exercise|job) (?:is|will be|for (?:today|this|the|now)|now is|becomes)\b",
        r"\byour (?:tiny |first |one |real |only |day \d+ |\d+-\w+ |next )+(?:step|task|mission|homework|plan|job|goal|detective homework|ritual|assignment|move|experiment|challenge)\b"), LIKELY, asked=False, owned=0.7,
        unless=either(r"\b(?:next|first|last) step (?:for|of) (?:the|this|our|today's) session\b")),
    Rule("hope-pressure", Act.ADVICE, either(
        r"\bi(?:'m| am)? (?:really |truly |just |only )*(?:hop(?:e|ing)|wish(?:ing)?|want|need|would like|'d like|'d love|expect) (?:that )?(?:you|she|he|they|your \w+)(?:'ll|'d)?\b(?! to (?:know|say|tell me|feel free))"), LIKELY, asked=False),
    Rule("tool-named", Act.ADVICE, either(
        r"\b(?:\d+|two|three|five|ten|fifteen|thirty)[- ](?:minutes?|min|mins|seconds?|days?|weeks?|months?|hours?)[- ](?:rule|timer|reset|challenge|trial|experiment|walk|test|plan|buffer|check-in|ritual|break|practice|pause|version)\b",
        r"\b(?:set|use|start|keep) (?:a|an|your) (?:\w+[ -]){0,2}(?:timer|alarm|journal|log|tracker|diary|reminder|boundary)\b",
        r"\bi (?:statements?|messages?)\b", r"\bapps? (?:like|such as)\b"), LIKELY, owned=0.8),
)  # fmt: skip

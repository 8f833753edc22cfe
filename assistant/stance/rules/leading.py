"""Decides which questions carry an answer: `leading_question`. Refuses to count politeness or a question mark in favour."""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.novelty import unvoiced_act
from assistant.stance.rules.session import SESSION_VERB
from assistant.stance.rules.shape import CLEAR, GUESS, LIKELY, SURE, Finding, Rule, either, first

_OPEN_OBJECT = r"(?:what|how|where|who|why|which|when|whether|that|this|it|of|with|to come|before|yet|so far|anything|something|\?)\b"
_DOORS = r"(?:help|ideas?|suggestions?|advice|tips?|thoughts|options?|examples?|strateg\w+|feedback|pointers|guidance|resources?|(?:a )?(?:plan|script|template|framework|list|draft|tool|technique|exercise|breakdown))"
_OFFER_VERB = r"(?:share|suggest|offer|recommend|give|propose|make|help|provide|add|point|tell you|show|walk you|draft|brainstorm|work (?:on|through|with)|create|build|map|try|put together|come up|role|practi[sc]e|sketch|outline|list|design|dive|teach|explain)"

RULES: tuple[Rule, ...] = (
    Rule("permission-to-advise", Act.LEADING_QUESTION, either(
        rf"\b(?:would you like|do you want|would you be (?:open|interested|willing|up)|are you (?:open|interested|willing|up)|would it (?:be|help)|is it|can i|could i|may i|might i|shall i|should i|want|mind if|shall we|should we|can we|could we|how about i|ready|what if we|what if i)\b"
        rf"[^.;]{{0,40}}\b(?:(?:i|me|we) (?:just |also |quickly |to )?(?:could |can |might |may )?{_OFFER_VERB}|some (?:\w+ )?{_DOORS}|a (?:\w+ )?{_DOORS}|{_DOORS} (?:from me|on|for|with|brainstorming|\w+ing))\b"),
        SURE, unless=either(r"\bgive you (?:a|some) (?:moment|minute|time)", r"\bshare (?:more|what)\b", r"\b(?:draft|list|question|brief) (?:you|of yours)")),
    Rule("permission-to-advise", Act.LEADING_QUESTION, either(
        r"\b(?:would you like|do you want|want|care for|interested in|open to|can i offer|may i offer|could i offer) (?:to hear )?(?:me to|a|an|some|any|my|another|help|hearing) ?(?:\w+ ){0,2}"
        rf"{_DOORS}?\b"), LIKELY, asked=True,
        unless=either(r"\b(?:moment|minute|pause|break|another question|different question|time to think|summary)\b", r"\b(?:me to) (?:wait|stop|slow|pause|read|say (?:it|that) (?:back|again)|repeat|leave|hold|keep|listen)\b", r"^(?:what|how|where|which|who|when)\b")),
    Rule("have-you-tried", Act.LEADING_QUESTION, either(
        r"\b(?:have|had|did|do|could|would|are|will|can|were) you (?:ever |already |also |maybe |perhaps |at least |yet |both |actually |just )*(?:be )?(?:tried|try|thought (?:about|of)|think (?:about|of)|consider(?:ed|ing)?|looked into|look into|explored?|reached out|attempted|talked (?:to|with)|spoken (?:to|with)|"
        rf"asked|told|reading|experimented|open to|willing to|thinking (?:about|of)|given (?:any )?thought to|seen a|started|set|made|checked|contacted|applied|taken|used) (?!{_OPEN_OBJECT})(?P<idea>\S+)",
        r"\b(?:ever|maybe|anyone) (?:tried|thought (?:about|of)|considered) (?P<x>\S+)", r"\bwhy don't you\b", r"\bwhy not\b", r"\bwhy (?:didn't|haven't|wouldn't|won't|can't|couldn't|hasn't) (?:you|we|he|she|they)\b", r"\bhow come you (?:didn't|haven't|don't|never)\b"),
        CLEAR, asked=True, owned=0.8, before=re.compile(r"\b(?:what|which|how|who|where|when|how often)(?: else| \w+)? $")),
    Rule("rhetorical", Act.LEADING_QUESTION, either(
        r"\bwhy (?:hold|do it|keep|wait|bother|let|put up|stay|suffer|worry|fight|give|make|treat|carry on|continue|go on|risk|spend|waste|settle|take|even|should|is it ok)\b", r"\bwhy would you\b(?! (?:like|say))",
        r"\b(?:do|don't|did) you think (?:it|that|this|there)(?:'s|'d| would| might| could| may| is| will)(?: \w+){0,2} (?:be|help|work|make|better|worth|time)\b", r"\bdo(?:es)? (?:it|this|that) make you (?:realise|realize|see|think that)\b"), CLEAR, asked=True, before=re.compile(r"\b(?:what|how|which|who|where|when)\b[^.;:!]*$")),
    Rule("what-about", Act.LEADING_QUESTION, either(
        r"\b(?:what|how) about (?:(?:just |maybe |perhaps |simply |also |even |you |us |him |her |them |we )*(?P<idea>(?!something|anything|nothing|everything|thing|feeling|being\b|morning|evening)[a-z]+ing\b)|(?:a|an|some|you|we|i|this|two|three|five|one|once)\b(?! (?:part|time|day|moment|it|side|thing|that)))",
        r"\b(?:what|how) (?:do|would|might|did|does) (?:you|it) (?:think|feel|say|sound|be|feel like)? ?(?:about|of|to|if|like|for you)? ?(?:a |an |if you |to you if |for you to |we |the (?:idea|thought|plan|option) of |having |trying )(?:deal|plan|idea|break|trial|week|where|to just)\w*"), CLEAR, owned=0.8),
    Rule("what-if-you", Act.LEADING_QUESTION, either(
        r"^(?:so |and |but |or |well |now )*what if\b(?! (?:anything|nothing|it were|that were))(?P<idea>.*)", r"[—:,;(\"] ?what if (?:you|we|i|he|she|they|it|that|this|the)\b(?P<y>.*)", r"\bsuppose you (?:just |simply )?(?!had|were|could|knew|woke|look)\w+"),
        CLEAR, owned=0.8),
    Rule("rhetorical", Act.LEADING_QUESTION, either(
        r"\b(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|won't|wouldn't|couldn't|shouldn't|can't) (?:you|it|that|this|he|she|they|we|there|i|your \w+|the \w+|a|an)\b",
        r", (?:right|no|don't you think|isn't it|wouldn't you say|wouldn't you agree|yes|eh|agreed)\?", r"\b(?:do(?:n't)?|would|could|will) you (?:really |honestly |actually )(?:think|believe|want|need|expect)\b", r"\bwho (?:wouldn't|doesn't)\b", r"\bis(?:n't)? it (?:time|possible|really|fair|worth|better)\b(?! (?:for you )?to (?:pause|stop|close))",
        r"\bwould(?:n't)? it (?:be|make|not)\b(?: \w+){0,2} (?:better|easier|good|useful|helpful|wise|sense|worth|possible|fair|smart|best|healthier|kinder|simpler|make)\b", r"^(?:so |and |but )?(?:do|would|could|can|should) you not\b", r"^(?:so |and |but )?(?:will|would|does|is|was) (?:it|that|this|the)\b[^?]{0,30}\b(?:really|actually)\b", r"\b(?:or )?want (?:some |more |any |a )?(?:tweaks|help|tips|ideas|examples|more)\b", r"\bwouldn't\b[^?]*\?", r"\bshouldn't\b[^?]*\?"), CLEAR, asked=True,
        unless=either(r"\b(?:haven't|hasn't|isn't|wasn't|didn't|aren't|don't|can't|won't) (?:you|he|she|they|it) (?:said|yet)", r"^(?:what|which|who|where)\b[^?]*\b(?:haven't|isn't|aren't|don't|wasn't|didn't|can't|doesn't|hasn't|weren't|wouldn't|couldn't) (?:you |it |there )?(?!you|it|that)[^?,]*\?$", r"\bdid(?:n't)? i (?:get|hear|miss|under)")),
    Rule("advice-inside-question", Act.LEADING_QUESTION, either(
        rf"(?:^|[,:;.—!] ?|\b(?:and|but|so|or|then|do you think|think) )(?:could|can|would|will|might|should|may) (?:you|we|he|she|they|your \w+|the \w+|someone|it)(?:,)? (?:also |maybe |perhaps |just |possibly |then |please |at least |both |even |ever |consider |try |be )*(?!say (?:more|a|what|some|that|it|where|how|which)|tell (?:me|us)|describe|like to (?:say|stay|start|go|stop|pause|leave|look|talk|keep|tell|share|add|begin|move|come|return|spend)|prefer|rather|be able|share (?:more|a|what|some|how|that|where|an example)|walk me|explain|help me|give me|show me|elaborate|expand|unpack|put (?:it|that|this|a word|words|into)|name|think of (?:a|an|any|one|the|another)(?! \w+ to)|remember|recall|picture|imagine|see|feel|notice|hear|mean|matter|happen|change|be true|choose (?:one|which)|pick (?:one|which)|point|stay with|look (?:at|back)|{SESSION_VERB})[a-z]+"),
        CLEAR, asked=True, before=re.compile(r"\b(?:what|who|how|which|where|when|if|why)\b[^.;:!—]*$"), owned=0.0),
    Rule("pressure", Act.LEADING_QUESTION, either(
        r"\b(?:can|will|could|would|are|do|shall|should) (?:you|we) (?:just |really |please |now |going to |gonna |ready to |promise |commit |start |begin |agree )*(?:\w+ )?[^?]{0,50}\b(?:today|tomorrow|tonight|this week|right now|by (?:monday|tuesday|wednesday|thursday|friday|next|the end|then)|before (?:friday|monday|the end)|then\?)"), LIKELY, asked=True, owned=0.8,
        before=re.compile(r"\b(?:what|who|how|which|where|when|if)\b[^.;:]*$"), unless=either(r"\b(?:stop|pause|leave it|end|close|finish) (?:here|it|there)\b|\b(?:talk|look|go|focus|bring|stay|start|leave|like to (?:talk|look|start|use|leave|spend|have))\b")),
    Rule("hands-back-options", Act.LEADING_QUESTION, either(
        r"^(?:so |and |now |does |do )*(?:which (?:of (?:these|those|them)|one|option|approach|step|path)|(?:do|does|would|could|might|is|are) (?:any of |one of |either of )?(?:these|those|this|that|them|it) (?:\w+ ){0,3}(?:sound|feel|work|help|resonate|fit|appeal|make sense|land|useful|right|doable|like)|how (?:does|do|would) (?:that|this|these|those|it) (?:sound|feel|land|work|look))"), LIKELY, asked=True),
    Rule("answer-supplied", Act.LEADING_QUESTION, either(
        r"\((?:e\.g|like|such as|for example|i\.e|maybe|perhaps|say)\b[^)]*\)?", r"\b(?:such as|for example|for instance|e\.g)\b", r"\?\s*\([^)]+\)?", r"[—:(] ?(?:is it |maybe |perhaps |like )?(?:the |a |your |more )?\w+(?: \w+){0,4}, (?:\w+ ?){1,6}(?:, (?:\w+ ?){1,6})*,? (?:or|and) [^?]*\?"), LIKELY, asked=True, owned=0.8,
        before=re.compile(r"^(?:so far|you (?:said|mentioned|named|spoke|have)|when you|looking)\b[^?]*$")),
    Rule("helper-named", Act.LEADING_QUESTION, either(
        r"\b(?:is|are) there (?:any|some)(?:one|body|thing|where| \w+| of your \w+)?(?: (?:else|other|\w+))* (?:you (?:could|can|might|trust)|who (?:could|can|might)|that (?:could|can|might|would)|to (?:talk|help|ask|support|try)|near you|available)\b[^?]*",
        r"\bwould (?P<idea>[a-z]+ing\b[^?]*?) (?:be|feel|help|work|make)\b", r"\b(?P<helper>therap(?:y|ist)|counsell?(?:or|ing)|psycholog\w+|mentor|hr\b)", r"\bdo you have (?:a|an|any|some|access) (?:\w+ )*(?:therapist|mentor|coach|support|friend\w*|someone|one you|time to|hobb\w+|routine|plan|to talk)\b", r"\bwho (?:could|can|might) you (?:ask for|delegate|hand|talk|call|recruit|hire|outsource)\b"), LIKELY, asked=True, owned=0.8,
        unless=either(r"\b(?:say|tell|add|leave out|stay with|look at|come back|you could do\b|else you|you can think of|comes? to mind|do differently|you (?:could|can) (?:do|say|see|change|let go|see|notice|influence|imagine))")),
    Rule("rigged-alternative", Act.LEADING_QUESTION, either(
        r"\b(?:rather|better|instead of|or) (?:just |simply |keep |continue )*(?:suffering|complaining|avoiding|waiting|whining|running away|giving up|hiding|being \w+)\b"), CLEAR, asked=True, owned=0.7),
)  # fmt: skip

_TO_THE_COACH = re.compile(
    r"\b(?:did|have|am|was|if|do) i (?:get|got|hear|heard|hearing|understand|understood|misunder\w+|miss|missed|caught|misread|misheard|read|right|following|have (?:that|it|this) right|close|with you)\b"
    r"|\b(?:may|can|could|shall|should|might) i (?:ask|read|check|say|stop|pause|wait|hold|sum|repeat|listen|leave|slow|keep|put|come|write|add)\b|\b(?:tell|ask|give|show|help|walk|take|correct|with|let|from|for|stop) me\b|\b(?:want|like|need) me to (?:wait|stop|slow|pause|read|say|repeat|leave|hold|keep|listen|know|hear)\b"
    r"|\bi (?:wonder|hear|heard|notice|noticed|sense)\b|\bi'm (?:curious|hearing|wondering|interested|listening)\b|\bi am (?:curious|hearing|wondering|interested|listening)\b|\bi'd (?:like to|be) (?:ask|hear|understand|curious|check)\b|\bmy questions?\b|\bwould i (?:see|hear|notice|find|have seen)\b|\bi (?:were|had been|was) (?:there|in the room|a fly|standing|watching|sitting)\b|\bmisread me\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|my|i'm|i've|i'd|i'll|me|myself|mine)\b")


def leading(reading: Reading) -> Finding | None:
    """Recognise a question that carries an answer; handing options back counts only after options were offered."""
    found = first(
        RULES if reading.state.offered else tuple(r for r in RULES if r.name != "hands-back-options"), reading
    )
    if found or not reading.asks:
        return found
    if scripted := _FIRST_PERSON.search(_TO_THE_COACH.sub(lambda phrase: "-" * len(phrase[0]), reading.text)):
        return Finding(Act.LEADING_QUESTION, "scripted-first-person", LIKELY, *scripted.span())
    act = unvoiced_act(reading)
    return Finding(Act.LEADING_QUESTION, "presupposes-an-act", GUESS, *act) if act else None

"""Decides what steers the session rather than the challenge: `process`; refuses to accept a new act on the challenge."""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.novelty import unvoiced_act
from assistant.stance.rules.shape import CLEAR, Finding, either

_SOFT = r"(?:so|now|then|and|okay|ok|alright|all right|well|first|next|for now|if you (?:like|want|wish)|when you are ready|"
_SOFT += r"when you're ready|please|before (?:that|you answer|we go on|anything else)|just|maybe|perhaps|together)"
LEAD = rf"^(?:{_SOFT}[,:]? ?)*"

SESSION_VERB = (
    r"(?:look(?: at| back| again| closer)?|talk(?: about| through)?|explore|stay|pause|slow(?: down)?|stop(?: here)?|come back|return|"
    r"go (?:on|back|over|deeper|there|through|with|wherever|slower|slowly|at)|begin|start (?:with|from|over|there|here|wherever|again)|continue|"
    r"take (?:a|your|our|one|some|that|this|it|things|all|another)|turn to|review|sum|summari[sz]e|move (?:on|to)|leave (?:it|that)|"
    r"focus on|spend|end (?:here|there|it)|finish|sit with|hear|wait|check|recap|rest|linger|breathe|notice|wrap|hold|rush|be (?:quiet|silent|still)|drop|prepare that|go slow\w*|leave (?:some|a little|room|space)|take another|"
    r"unpack|dig|get (?:clear|clearer|back)|see where|see what|think about what|leave off|pick (?:it|this|that|up)|put (?:that|it|this)|stick with)"
)

IMPERATIVE = (
    r"(?:tell me|say(?: a (?:bit|little))?(?: some)? more|say (?:it|that|what|as|whatever|the|who|where|which|how|anything)|go on(?=[.!,;]|$| (?:when|from (?:there|here|how|where)|where|if|as|whenever))|carry on(?=[.!,;]|$| (?:when|from|where|if|as))|go ahead|"
    r"take (?:a|your|two|three|five|ten|\d+|another|all the|whatever|as (?:long|much)|one|some|that|in) ?(?:\w+ )?(?:minute|moment|breath|time|second|pause|seconds|minutes|while|look|beat|breather|in|long)|"
    r"stay (?:with|there|a|here)|sit with|(?:pause|wait|breathe|rest|listen|skip|type)(?= (?:here|there|with|for a|as|if|it\b|that|a moment|a minute|when|again|once more|as long|whatever|what)|[.,;!]|$)|slow down|hold (?:that|on)|notice|picture|imagine|"
    r"think (?:of (?:a|the|one|that|someone|back)|back)|describe|"
    r"write (?:it|that|this|them|those|down|freely|one|your (?:own )?(?:question|brief|answer|sentence)|the (?:first|words?|sentence|question)|what|whatever|in|a (?:word|line|sentence|few|question))|"
    r"put (?:it|that|this|a word|words|into|one)|choose (?:one|the|a|which|what|whichever|where|any)|pick (?:one|the|a|which|whichever|any|up)|"
    r"name (?:it|that|one|the|what|a)|finish (?:the|this|that) sentence|complete (?:the|this) sentence|read (?:it|that|this|them|your)|listen|"
    r"let (?:that|it|the \w+|this) (?:sink|settle|sit|land|be\b|rest|stand|linger|silence|words)|start (?:in the middle|at the|where)|reach for (?:a|the) word|let me (?:know|hear|say|check|see|read|sum|make sure|put|"
    r"ask|pause|try|stop|gather|play|slow|stay|take|hold|repeat|just)|look (?:at that|again|back|once more|at your|at what|closer)|start (?:with (?:that|this|whatever|wherever|the (?:word|part|first|one)|what|§)|wherever|anywhere|from (?:there|here|the|where))|begin (?:with|wherever|anywhere)|"
    r"come back|return to|leave (?:it|that) (?:there|here|open|out|blank|empty|for)|feel free to (?:say|come|bring|stop|pause|tell|add|skip|write|share|return|ask|answer|take (?:your|a|as)|change (?:it|any|the)|correct|pass|go (?:on|back|slow\w*)|leave (?:it|that)|rest|wait|start|think)|take it along|edit (?:it|any)|change (?:any|the|a) (?:line|word)|walk me|take me|help me understand|give me|show me|see what|see where|"
    r"correct me|stop me|keep (?:it|that) (?:short|as)|answer (?:only|in|with|as|whenever|when)|share (?:what|as|only|whatever|that|it|more)|bring (?:it|that|the|your)|"
    r"remember (?:a|the|that) (?:time|moment|day|last)|recall (?:a|the)|close your eyes|spend (?:a|one|two|some)|hear (?:that|those)|go (?:slowly|back)|"
    r"use (?:your|the) own words|in your own words)"
)

_PATTERN = either(
    LEAD + IMPERATIVE + r"\b",
    LEAD + r"let(?:'s| us) (?:just |first |now |both |not )?" + SESSION_VERB + r"\b",
    LEAD
    + r"(?:(?:next|here|today|now|from here|after that|later|if you (?:like|want|prefer)|whenever you (?:like|want)),? )?"
    r"(?:then )?we (?:could|can|may|might|will|'ll|have|are going to|still have) (?:also |now |just |always )?"
    rf"(?:{SESSION_VERB}|(?:about )?\w+ minutes|time\b|one|a (?:few )?minute)",
    LEAD
    + r"we're (?:at|near|halfway|about)\b|"
    + LEAD
    + r"we (?:are|have) (?:at|near|halfway|come to|about|reached|been)\b",
    LEAD + r"(?:i'd|i would|i want|i'm going|i will|i'll|i am going) ?(?:like )?(?:to )?(?:just |first |now |only )?"
    r"(?:ask|hear|check|understand|summari[sz]e|sum|say back|read|pause|stay|go back|come back|know more|hear more|listen|wait|be quiet|"
    r"keep|hold|leave|stop|slow|start|begin|repeat|play|return|make sure|put)",
    LEAD
    + r"(?:i have|i've|here is|here's|there is|there's|this is)(?: only| just)? (?:got )?(?:one|a|an|another|the|no|plenty|my|space|room|time)(?: \w+){0,2} "
    r"(?:question|thing i|rush|hurry|right|wrong|place to|silence|pause|time|way to get|need to|summary|pressure|room|space)",
    LEAD + r"(?:there|that)(?:'s| is) (?:no (?:rush|hurry|right|wrong)|time|room|space|plenty)",
    LEAD
    + r"(?:it's|it is|that's|that is) (?:your (?:choice|call|turn)|fine|okay|ok|all right|alright|up to you)(?: to| if|,| where| which| how| what| when|\.?$)",
    LEAD
    + r"i(?:'m| am) (?:staying with|listening|here|with you|curious|all ears|following|ready|not in a hurry|still here)",
    LEAD
    + r"(?:you|we) (?:can|may|could) (?:also |always )?(?:say|stop|pause|skip|come back|answer|take|leave (?:it|this|that)|go back|change|pass|write|type|choose|pick|return|begin|start (?:with|from|anywhere|wherever)|tell me|slow|rest|keep (?:it|that) to)",
    LEAD
    + r"(?:as (?:long|much|little|many) (?:as|time as) you|whenever you|whatever (?:comes|you)|in your own|no (?:rush|hurry|need to (?:answer|rush|hurry|decide))|one (?:more )?(?:question|thing) (?:before|at a time|first|to)|one at a time|your turn|over to you|back to you|"
    r"(?:a|one) (?:moment|minute|pause|breath)|more (?:about|on|of) (?:that|this|§)|back to §|about §|now for|two minutes|five minutes)",
    LEAD
    + r"(?:that|this|your (?:brief|question|words|notes?|page)) (?:is|are|has|stays?|can|will|goes)(?: now| still| yours)?(?: \w+){0,2} ?(?:yours|saved|stays?|stay|wait|kept|here|written|noted|ready|the brief|on the page|end)",
    LEAD
    + r"(?:the|your) (?:next|first|last|second|third) (?:step|part|stage|round|question|minutes?) (?:of|in|for|here|is (?:for|about|the|yours|to (?:write|choose|listen|ask|hear|look))|asks|begins|comes|takes)",
    LEAD
    + r"(?:what comes next|where (?:we|you) go|which (?:thread|part|one|way)|the (?:pace|order|floor|choice|thread)|how (?:far|fast|deep|long)) ?(?:\w+ ){0,4}(?:is|stays|remains) (?:yours|up to|for you|your)",
)
_PLAIN = either(
    r"^(?:then|so|now|all right|alright|ok(?:ay)?|good|right|well|fine),? (?:we|i) (?:stop|pause|end|leave|rest|start|begin|go|wait|stay)\b",
    r"^(?:we|i) (?:are |am )?(?:stop|pause|end|leave|rest|wait|stay)(?:ping|ing)? (?:here|it|there|for|with)\b",
    r"\byou (?:set|choose|keep) the (?:pace|order|direction)\b",
    r"^(?:there may be|perhaps there is|perhaps there's|maybe there is) (?:not much )?more\b",
    r"^you have said (?:a good deal|a lot|much)\b",
    r"^(?:a )?good place to (?:pause|stop)\b",
    r"\b(?:page|brief|notes?)\b[^.]*\b(?:own words|yours|edit|filled|export)\b",
    r"^if you (?:like|want|wish),? we can prepare\b",
    r"^(?:all right|ok(?:ay)?|fine),? no more of\b",
    r"^(?:then )?i misread you\b",
    r"\benough of my questions\b",
    r"^something (?:is|just) (?:moving|moved|shifting|shifted)\b",
)
_ASKS = either(
    LEAD + r"(?:shall|should|can|may|could|do) we (?:just |now |first |both |also )?" + SESSION_VERB,
    LEAD
    + r"(?:shall|may|can|could|should) i (?:ask|say|read|check|sum|stop|pause|put|wait|keep|hold|give you (?:a|some) (?:moment|minute|time)|write (?:it|that) down|add (?:it|that))",
    LEAD
    + r"(?:would you like|do you want|are you ready|would you rather|would you prefer|do you wish|is it ok(?:ay)?|is it all right|would it be ok(?:ay)?|want) (?:to |if we |for us to |we )?(?:just |first |now )?"
    rf"(?:{SESSION_VERB}|say more|write|go there|share more|tell me|choose|take|read|keep|leave)",
    LEAD + r"would it help to (?:" + SESSION_VERB + r"|say|write (?:it|that) down)",
    r"^(?:ready|go on|shall we|again|more|next|continue)\?",
)


def process(reading: Reading) -> Finding | None:
    """Recognise steering of the session: few new words, and no act on the challenge that the thinker has not named."""
    found = (_ASKS if reading.asks else _PATTERN).search(reading.text) or (
        None if reading.asks else _PLAIN.search(reading.text)
    )
    if not found or unvoiced_act(reading, found.end()):
        return None
    if len(reading.own.new(reading.text[found.end() :], feelings=True)) > 1:
        return None
    return Finding(Act.PROCESS, "steers-the-session", CLEAR, found.start(), found.end())


def is_session(clause: str) -> bool:
    """Whether a clause opens with a verb that runs the session, so that it is no order on the challenge."""
    return re.match(LEAD + IMPERATIVE + r"\b", clause) is not None

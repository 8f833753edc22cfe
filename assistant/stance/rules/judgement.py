"""Decides which sentences rate a person, a choice, a plan or a question, well or badly: `judgement`."""

import re

from assistant.stance.acts import Act
from assistant.stance.rules.shape import CLEAR, SURE, Rule, either

_RATE = (
    r"(?:great|good|excellent|wonderful|amazing|awesome|fantastic|brilliant|smart|wise|brave|bravery|courageous|healthy|healthier|unhealthy|impressive|admirable|powerful|insightful|mature|immature|valid|reasonable|unreasonable|"
    r"right|wrong|unfair|fair|unacceptable|terrible|toxic|ridiculous|selfish|lazy|solid|perfect|huge|beautiful|incredible|remarkable|thoughtful|self-aware|strong|weak|rude|unprofessional|irresponsible|foolish|silly|stupid|crazy|outrageous|"
    r"awful|inappropriate|disrespectful|noble|generous|lovely|superb|stellar|commendable|sensible|realistic|unrealistic|legit|legitimate|rational|irrational|bad|poor|better|best|worse|meaningful|profound|astute|sharp|clever|interesting|fascinating|excellent|inspiring|refreshing|encouraging|promising|manageable|doable|win|victory|progress|achievement|strength|asset|superpower|gift|success|breakthrough|milestone|mistake|red flag|problem|shame|step forward|good sign|big deal|not enough|key|vital|essential|deep|rich|bold|kind)"
)
_THING = r"(?:question|job|idea|plan|step|start|work|point|insight|choice|goal|decision|observation|thinking|move|approach|way|instinct|attitude|awareness|progress|reason|catch|foundation|self-awareness|sign|effort|attempt|try|call|one|stuff|thought|place to start|reflection|answer|intention|habit|shift|win)s?"
_ADV = r"(?:really |very |so |such |a |an |the |quite |pretty |actually |truly |totally |completely |absolutely |already |also |just |genuinely |incredibly |perfectly |like |honestly |not |big |fully |entirely |clearly |deeply |extremely |simply |super |all |both |one |most |more |no |\w+ly )*"

RULES: tuple[Rule, ...] = (
    Rule("rates-the-plan", Act.JUDGEMENT, either(
        rf"\b(?:that|this|it|which|what you(?:'re| are| did| have| said|'ve)?(?: \w+){{0,3}}|your \w+|these|those|they|wanting \w+(?: \w+){{0,3}}|both|the fact(?: \w+){{2,10}})(?:'s|'re| is| are| was| were| sounds?| seems?| feels?| looks?) {_ADV}{_RATE}\b(?! (?:deal|question for|to you|for you|about|when|or|and wrong|in your))",
        rf"^(?:so |and |but |well |wow,? |ah,? |yes,? |oh,? |ok(?:ay)?,? )*{_ADV}(?:great|good|excellent|nice|wonderful|amazing|brilliant|smart|fantastic|solid|perfect|awesome|beautiful|lovely|fair|strong|powerful|well|interesting) {_THING}\b",
        rf"\bwhat an? {_ADV}{_RATE}\b(?! \w+ (?:would|could|might|look|is|means?|did|does))", rf"\bsuch an? {_ADV}{_RATE}\b", rf"\b(?:a|an|your|the) {_ADV}(?:great|excellent|brilliant|wonderful|wise|smart|solid|healthy|fantastic|perfect|powerful|sensible|strong|beautiful|good|valid|fair|important|huge|legitimate|real) {_THING}\b(?=[^?]*$)"),
        CLEAR, owned=0.9, asked=None, before=re.compile(r"\b(?:what|how|which|if|whether|would|who|you (?:said|call\w*|feel|felt|think|want|wish)|as|look like)\b[^.;:—!]*$")),
    Rule("rates-the-person", Act.JUDGEMENT, either(
        rf"\b(?:you|he|she|they)(?:'re|'s| are| is| were| was| seem| sound| have been|'ve been) {_ADV}(?:being |doing )?(?:{_RATE}|doing (?:great|well|amazing|the right|your best|fine|better|so much)|capable|intelligent|talented|competent|resilient|insightful|ahead|on the right track|good enough|way ahead|impressive|the right person|a good|dedicated|wrong to|right to|allowed|entitled|being (?:unfair|harsh|hard|too))\b",
        r"\byou(?:'ve| have| did| do| made| are)? ?(?:\w+ ){0,3}(?:a (?:great|good(?! deal)|fantastic|wonderful|really good|excellent|wise|healthy|brave|mistake)|the right (?:thing|choice|move|questions)|well|so much|amazing|everything right|great|handled (?:it|that) (?:well|badly|poorly))\b(?=[^?]*$)"),
        CLEAR, owned=0.8, asked=False, before=re.compile(r"\b(?:if|whether|you (?:said|feel|felt|think|want|wonder|wish|keep)|what|how|that|when|like)\b[^.;:—!]*$")),
    Rule("praise-idiom", Act.JUDGEMENT, either(
        r"\b(?:well done|(?:good|great|nice|amazing|excellent|fantastic) (?:job|work|going|for you|start|stuff)|good on you|congrat\w*|bravo|kudos|proud of you(?:rself)?|good for you|way to go|hats off|well put|well said|nicely put|spot[- ]on|impressive|exactly right|so true|love (?:that|this|how|it|your)|that takes (?:real |a lot of |so much )?(?:courage|strength|guts|honesty|bravery)|"
        r"takes (?:real |a lot of |so much )?(?:courage|strength|guts|bravery)|makes (?:a lot of |total |complete |perfect |so much |absolute |good )?sense|should be proud|be proud|give yourself credit|you nailed|nailed it|brilliant|awesome|fantastic|amazing|excellent[!.]|perfect[!.]|great[!.,]|wonderful[!.,]|nice[!.,]|that's (?:huge|it|big|growth|progress|wisdom)|rings true|that's a lot)(?=\W|$)"),
        SURE, asked=None, owned=0.0, before=re.compile(r"\b(?:what|how|if|whether|would|would it|doesn't|not|you said|when|where|does|anything|hardly|less)\b[^.;:—!]*$"), unless=either(r"\bmake sense (?:to you|of)\b", r"\bdeal\b", r"^(?:what|how|which|who|where)\b[^.!]*\?$")),
    Rule("approval", Act.JUDGEMENT, either(
        r"\bi (?:really |so |totally |completely |fully |also |truly |do |just |absolutely )*(?:love|like|admire|respect|agree|disagree|approve|applaud|commend|appreciate (?:how|your (?:honesty|courage|openness|vulnerability|self))|'m impressed|am impressed|understand why)\b",
        r"\bi'm (?:so |really |very |genuinely )*(?:impressed|proud|glad|happy|thrilled|excited|delighted|disappointed|pleased)\b(?! (?:to (?:meet|be here|listen)|you (?:came|wrote|are here|brought)))", r"\byou (?:should|can|could) (?:be|feel) (?:so |really |very )?(?:proud|ashamed|good about)\b"), CLEAR, asked=False),
    Rule("rates-the-other", Act.JUDGEMENT, either(
        r"\b(?:unfair|unacceptable|unreasonable|rude|disrespectful|unprofessional|selfish|ridiculous|outrageous|unkind|inappropriate|inconsiderate|irresponsible|cruel|wrong) (?:of|for|to) (?:him|her|them|your|you|anyone|people)\b",
        r"\bit(?:'s| is| was) (?:for the )?best\b", r"\b(?:no one|nobody|anyone) (?:should|deserves?|has (?:the|a) right|would)\b", r"\b(?:he|she|they) (?:shouldn't|should|has no right|have no right|had no right)\b", r"\byou(?:'ve| have)? (?:done )?nothing wrong\b", r"\b(?:isn't|is not|wasn't|not) (?:your fault|on you|a flaw|a failure|a weakness|a character)\b", r"\b(?:is|'s) (?:your|his|her|their) fault\b"),
        CLEAR, owned=0.8, asked=None, before=re.compile(r"\b(?:you (?:said|feel|felt|think)|whether|if|what|how)\b[^.;:—!]*$")),
)  # fmt: skip

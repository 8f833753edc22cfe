"""Decides which sentences forecast or soothe without ground: `reassurance`, normalising included."""

import re

from assistant.stance.acts import Act
from assistant.stance.rules.shape import CLEAR, LIKELY, SURE, Rule, either

_SAID = re.compile(
    r"\b(?:you (?:said|think|hope|feel|want|wish|worry|fear|believe|told|mentioned)|whether|if|what|how|when|where|who|which|would|until|so that)\b[^.;:—!]*$"
)
RULES: tuple[Rule, ...] = (
    Rule("forecast", Act.REASSURANCE, either(
        r"\bi(?:'m| am) (?:\w+ )?(?:sure|certain|confident|positive|convinced)\b(?! (?:i|what you mean))", r"\bi (?:know|believe|trust|have (?:every |full |no )?(?:faith|doubt|confidence)) (?:that )?(?:you|he|she|they|it|things|this|in you)(?:'ll| will| can|'ve| have| are|'re| is)?\b(?! (?:said|told))",
        r"\b(?:it|this|that|things|everything|all|the (?:rest|feeling|fear|pain)|time)(?:'ll| will| is going to| is bound to| gets?| can get| does get| won't| will not) (?:\w+ ){0,2}(?:be (?:ok|okay|fine|alright|all right|worth it|easier|over|better)|get|work out|pass|come|fall into place|heal|resolve|improve|better|easier|settle|last|tell|feel (?:\w+ )?(?:better|easier|lighter|natural))\b",
        r"\byou(?:'ll| will| are going to|'re going to)(?: \w+){0,2} (?:be|do|get|find|figure|feel|manage|make|see|notice|know|succeed|survive|look back|come|learn|grow|thank|start|become|have|gain|reach|adjust|discover|build)\b",
        r"\b(?:she|he|they|your \w+|people)(?:'ll| will| would| is going to|'re going to)(?: \w+)? (?:understand|appreciate|forgive|come around|respect|listen|thank|see|be (?:fine|glad|happy|relieved|grateful)|love)\b"), CLEAR, asked=False, owned=0.75, before=_SAID),
    Rule("cheer", Act.REASSURANCE, either(
        r"\byou(?:'ve)? got this\b", r"\byou can (?:do (?:it|this|that|hard)|handle|get through|overcome|manage|absolutely|definitely|totally)\b", r"\bdon't (?:you )?(?:worry|give up|be (?:so |too )?(?:hard|afraid|scared|sad)|lose (?:hope|heart)|beat yourself|panic|stress|sweat|feel (?:bad|guilty|ashamed)|let (?:it|this|that|him|her|them) (?:get|bother))\b", r"\bno (?:need|reason) to (?:worry|panic|feel|be|apologi[sz]e|stress)\b",
        r"\b(?:hang in there|keep going|keep it up|keep pushing|keep at it|stay strong|stay positive|chin up|cheer up|believe in yourself|trust (?:yourself|the process|your (?:gut|instincts?))|be (?:\w+ )?(?:kind|gentle|patient|easy) (?:to|with|on) yourself|one day at a time|one step at a time|hope this helps|rooting for you|i believe in you|you're doing (?:great|fine|well|your best|amazing|okay|better)|light at the end|better days|brighter|silver lining|it's never too late|the good news)\b"), SURE,
        before=re.compile(r"^(?:what|how|who|which|where|when)\b[^.;:—!]*$"), owned=1.0),
    Rule("not-alone", Act.REASSURANCE, either(
        r"\byou(?:'re| are| aren't) (?:\w+ )?(?:not alone|not the only|not broken|not failing|not lazy|not crazy|not weak|not behind|only human)\b"), SURE, asked=False, before=_SAID),
    Rule("normalising", Act.REASSURANCE, either(
        r"\byou(?:'re| are| aren't) (?:\w+ )?(?:not alone|not the only|not broken|not failing|not lazy|not crazy|not weak|not behind|only human|human|not \w+[,—;])\b", r"\b(?:not|never) alone\b", r"\bthe only one\b",
        r"\b(?:it's|that's|this is|it is|that is|is|are|feels?|sounds?|feelings are|totally|completely|both are|pretty|perfectly|super|really|very|so|quite|incredibly) (?:also |a |an |all |both |totally |completely |perfectly |very |really |so |quite |pretty |entirely |absolutely |just |actually |super |more |incredibly |extremely |totally |perhaps |such )*(?:normal|natural|common|understandable|human|valid|relatable|to be expected|okay to|ok to|alright to|all right to|fine to|expected|real struggle)\b",
        r"\bnothing (?:is )?(?:wrong|§) with\b", r"\b(?:no one|nobody) (?:is|has|gets|knows|does|can|expects)\b", r"\b(?:everyone|everybody|most people|many people|lots of people|a lot of people|plenty of people|so many people|people often|many|most of us|we all|some people|others) (?:\w+ ){0,2}(?:feels?|felt|struggles?|go(?:es)? through|experiences?|has|have|worr\w+|fears?|finds? (?:it|this|that)|makes?|doubts?|fails?|gets?|are|is|think|wonder)\b",
        r"\b(?:more common than|(?:really|very|so|super|incredibly|pretty|quite) common)\b", r"\bnormal[.!—-]", r"^(?:totally |completely |very |perfectly )?(?:normal|understandable|natural)\b"), CLEAR, asked=False, owned=0.8, before=re.compile(r"\b(?:you (?:said|think|feel|felt|wonder|mention\w*)|whether|if|what|how|would|as if|though|like)\b[^.;:—!]*$"),
        unless=either(r"\b(?:okay|ok|fine|alright|all right) to (?:pause|stop|say|not (?:know|answer|have)|leave|skip|take|sit|rest|go|change|answer|start|stay|close|end)\b")),
    Rule("soothing", Act.REASSURANCE, either(
        r"\b(?:give|allow|permit) yourself\b", r"\b(?:it|that|this)(?:'s| is) (?:perfectly |totally |absolutely |completely )*(?:ok|okay|alright|all right|fine)(?:[.!,]| that| if (?!we\b|you (?:want to )?(?:stop|pause|leave|skip|say|do not answer|don't answer|have no answer))|$)", r"\bthat's (?:ok|okay)\b", r"\b(?:sending|virtual) (?:you )?(?:hugs?|love|strength|support)\b",
        r"\b(?:don't|doesn't) (?:have|need) to be (?:perfect|binary|all|big|hard|alone|either|this|so)\b", r"\bi(?:'m| am) here (?:for you|if you need|to support|to help)\b", r"\bwe(?:'ll| will) (?:figure|get|work|find|make|sort|solve)\b", r"\b(?:what you're feeling|your feelings?|feelings|these feelings|it) (?:\w+ )?(?:is|are|matters?) (?:\w+ )?(?:valid|real|okay)\b"), LIKELY, asked=False, before=_SAID,
        unless=either(r"\b(?:okay|ok|fine|alright|all right)[.,!]? (?:we|take|you can (?:say|leave|stop)|leave|stay|there is no)")),
)  # fmt: skip

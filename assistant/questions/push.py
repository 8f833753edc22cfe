"""Decides which words of a draft push: leading, advice in disguise, a why that blames.

Refuses to know whether the push is wise; an act the thinker brought is no push (`context.py`).
"""

from assistant.questions.rules import Fault, rows

_PUSHED = "“{words}” puts your own idea on the table; they have not brought it, so it steers instead of asking."
_HELPER_PUSHED = "“{words}” brings in a help they have not named themselves."
_OFFERED = "“{words}” asks permission to advise, and the door is already the advice."
_WANTED = "“{words}” lets them hear which answer you expect."
_AGREED = "“{words}” asks them to agree with you rather than to look for themselves."
_DEFENCE = "“{words}” asks them to defend themselves; people then explain instead of thinking."

_ACT = r"(?P<act>(?!(?!say (?:no|yes|sorry)\b)<stative>\b|(?:share|start|begin|repeat)\b[^?]*\b(?:me|us)\b)[a-z][\w'-]*(?: [\w'-]+){0,9})"
_GERUND = r"(?P<act><ing>\b(?: [\w'-]+){0,9})"
_DOING = r"(?P<act>(?!(?:feel|think|be|see|know|hav|liv|say|want|need|understand|remember|look|com|wait|work|happen)\w*ing\b)<ing>\b(?: [\w'-]+){0,9})"
_THING = (
    r"(?P<act>(?!(?:an?|some|any|the|more) (?:thing|lot|bit|way|idea|plan|option|options|moment|reason)s?\b)"
    r"(?:an?|some|more) [\w'-]+(?: [\w'-]+){0,7}|<helper>\b|(?:the|<your>) (?:[\w'-]+ ){0,2}?<helper>\b)"
)
_ONLY = r"(?P<act>(?!something|anything|nothing|everything)[a-z][\w'-]*ing\b(?: [\w'-]+){0,9})"

ADVICE = (
    *rows(
        Fault.ADVICE_IN_DISGUISE,
        _PUSHED,
        rf"^(?:(?:have|did|had|has|haven'?t|didn'?t)(?: not)? )?<you> (?:have )?<soft>(?:tried|try|attempted|considered|consider|"
        rf"thought(?: about| of)?|think(?:ing)? (?:about|of)|looked (?:into|at)|look (?:into|at)|explored|contemplated|toyed with) (?:to )?"
        rf"(?:maybe |perhaps |just |simply )*{_ONLY}",
        rf"^(?:(?:have|did|had|haven'?t|didn'?t)(?: not)? )?<you> (?:have )?<soft>(?:tried|try|attempted|considered|consider|"
        rf"thought(?: about| of)|think(?:ing)? (?:about|of)|looked (?:into|at)|look (?:into|at)|explored) {_THING}",
        rf"^(?:(?:have|did) )?<you> (?:have )?<soft>(?:tried|try|attempted|attempt) to {_ACT}",
        rf"^(?:could|can|might|should|ought|shall|must|couldn'?t|can'?t|cant|shouldn'?t|mightn'?t) (?:<you>|we) <soft>(?:to )?{_ACT}",
        r"^(?:would|wouldn'?t|will|won'?t) <you> <soft>(?:be (?:able|willing|ready|open|prepared) to |consider |think about |want to try )"
        r"(?P<act>[\w'-]+(?: [\w'-]+){0,9})",
        r"^(?:will|would|wouldn'?t|won'?t) <you> <soft>(?!like\b|agree\b|submit\b)(?P<act>(?:ask|tell|talk|speak|call|write|email|invite|apologise|delegate|"
        r"refuse|quit|leave|resign|hire|escalate|report)\b(?: [\w'-]+){0,9})",
        r"^do <you> <soft>(?:need|have) to (?P<act>(?!<stative>\b|do\b|go\b)[\w'-]+(?: [\w'-]+){0,9})",
        r"^what if (?:<you>|we|i|one) <soft>(?P<act>(?!did nothing|do nothing|don'?t|didn'?t|are\b|were\b|can'?t|had no|knew)[\w'-]+(?: [\w'-]+){0,9})",
        r"^(?:and |so )?(?:what |how )?if (?:<you>|we) (?:would |could |can )?<soft>(?P<act>(?!<stative>\b|are\b|were\b|did\b|could\b|had\b|want|knew|got\b|looked\b)[\w'-]+"
        r"(?: [\w'-]+){0,9})[?\s]*$",
        rf"^(?:what|how) (?:about|would you (?:think|feel) about|do you think about|would it be) (?:maybe |just |simply )?{_GERUND}",
        rf"^how would it be (?:to|if <you>) {_ACT}",
        rf"^(?:how|what) about (?:<you>|we|if <you>|if we) {_ACT}",
        rf"^how about {_THING}",
        rf"^what about {_THING}",
        r"^(?:so )?why (?:don'?t|not|do not|dont) (?:<you> |we )?<soft>(?P<act>(?!(?:<stative>|want|ever)\b|(?:share|start|begin|repeat)\b[^?]*\b(?:me|us)\b)[a-z][\w'-]*(?: [\w'-]+){0,9})",
        r"^why (?:<you>|we) (?:don'?t|not|dont|do not) <soft>(?P<act>(?!<stative>\b)[a-z][\w'-]*(?: [\w'-]+){0,9})",
        r"\b(?:would|wouldn'?t|might|could|will|does|may|should|'d)(?: (?:it|this|that))?(?: not)? (?:maybe |perhaps |not |also |just )*(?:help|be (?:\w+ )?"
        r"(?:worth|useful|good|better|best|wise|wiser|helpful|easier|an idea|idea|an option|possible|sensible|smart|feasible|worthwhile|nice|time))"
        r"(?: (?:if (?:<you>|we)|to|for <you> to|it to|while|(?:an )?idea to|option to|alternative to))? (?!clear|say\b|know\b)"
        r"(?P<act>(?:to )?(?!<stative>\b|with\b|if\b|for\b|you\b)[\w'-]+(?: [\w'-]+){0,9})",
        r"^(?:would|wouldn'?t|could|might|may|will|can) (?P<act>(?!there\b|any|some(?:one|thing|body)|it\b|this\b|that\b|you\b|your\b|he\b|she\b|they\b)"
        r"(?:an?|some|more|[\w'-]+ing) (?:[\w'-]+ ){0,6}?)(?:not )?(?:help|work|make|solve|fix|save|ease|improve|reduce|clear|be (?:useful|good|better|an option|possible|of use|helpful|worth it))\b",
        r"^(?:maybe |perhaps |possibly )?(?:is|isn'?t|was|wasn'?t|wouldn'?t)(?: it| there)? (?:\w+ )?(?:worth|possible|an option|an idea|better|best|good|useful|helpful|feasible|"
        r"easier|wiser|time|not time|any (?:way|chance|possibility|scope|room)|a (?:way|chance|possibility)|no way)(?: (?:for <you>|that <you>|<you>|we))?"
        r"(?: (?:could|can|might|to|of|for|if <you>))? (?:just )?(?P<act>(?!<stative>\b|if\b|for\b|you\b|or\b|us\b|me\b|ask you)[a-z][\w'-]*(?: [\w'-]+){0,9})",
        rf"^(?:is|are|was|would|wouldn'?t|isn'?t) {_GERUND}.* (?:an? )?(?:option|possible|possibility|idea|worth|better|easier|way forward)",
        rf"^(?:maybe|perhaps|possibly)? ?(?:<you>|we|one) <soft>(?:should|could|might(?: want to)?|ought to|need to|must|have to|had better|'d better|can) <soft>{_ACT}",
        rf"\b<you>(?:'d| had) better {_ACT}",
        r"^(?:maybe|perhaps|possibly) (?!you\b|u\b|it\b|he\b|she\b|they\b|that\b|this\b|there\b|i\b|we\b|the\b)(?P<act>[\w'-]+(?: [\w'-]+){1,9})",
        rf"^(?:don'?t|dont|do not|do|doesn'?t|didn'?t) <you> (?:not )?think (?:that )?(?:maybe )?<you> (?:should|could|might|ought to|need to|have to|must) <soft>{_ACT}",
        r"^what (?:stops|prevents|keeps|hinders|is stopping|is keeping|is preventing|would stop|holds|is holding|stopped|prevented|kept) <you>"
        r"(?: back)?(?: from)? (?P<act>(?!saying (?:it|this|that)\b)<ing>\b(?: [\w'-]+){0,9})",
        r"^(?:what|whom?|which \w+|what else) (?:could|can|might|should|would) <you> <soft>(?P<act>(?!(?:<neutral>|<stative>|ask (?:us|me|<your> peers))\b)[a-z][\w'-]*(?: [\w'-]+){0,9})",
        r"^how (?:could|can|might|should) <you> <soft>(?P<act>(?!(?:<neutral>|<stative>)\b|use (?:this|that|it)\b)[a-z][\w'-]*(?: [\w'-]+){0,9})",
        rf"^(?:what|how) (?:would|could|might|will) {_DOING} (?:make|give|do|mean|take|change|cost|bring|look|feel|open|allow|free|be|help|require)\b",
        r"^what (?:would|could|might) (?P<act>(?:an?|some|more|<your>) (?:\w+ )?<solution>)\b",
        r"^what would happen if <you> <soft>(?P<act>(?!did nothing|do nothing|don'?t|didn'?t|were\b|stayed\b|kept\b|had\b|could\b|knew\b|let it\b)[\w'-]+(?: [\w'-]+){0,9})",
        r"^(?:should|shouldn'?t|ought) (?:<you>|we) <soft>(?:not )?be (?:more|less|a bit) (?P<act>[\w'-]+)",
        unless="act",
    ),
    *rows(
        Fault.ADVICE_IN_DISGUISE,
        _HELPER_PUSHED,
        r"^(?:have|did|do|could|would|can|will|has|is|haven'?t|didn'?t) (?:<you>|there|anyone) (?:[\w'-]+ ){0,6}?(?P<act><helper>)\b",
        r"^(?:<you>) (?:have|did|already|ever) (?:[\w'-]+ ){0,4}?(?P<act><helper>)\b",
        unless="act",
    ),
    *rows(
        Fault.ADVICE_IN_DISGUISE,
        _OFFERED,
        r"\b(?:would|do|did) <you> (?:like|want|need|care for) (?:\w+ ){0,2}?(?:suggestions?|advice|tips?|ideas? from|my (?:view|opinion|take|thoughts)|to (?:know|hear) (?:what|how) (?:i|we))",
        r"\b(?:can|could|may|might|shall|should) (?:i|we) (?:just )?(?:suggest|offer|give you|share (?:an?|some|my|what)|recommend|make a suggestion|tell you (?:what|how))",
    ),
)

LEADING = (
    *rows(
        Fault.LEADING,
        _WANTED,
        r"^(?:don'?t|doesn'?t|didn'?t|isn'?t|aren'?t|wasn'?t|weren'?t|haven'?t|hasn'?t|hadn'?t|wouldn'?t|couldn'?t|shouldn'?t|can'?t|cant|won'?t|dont|"
        r"doesnt|didnt|isnt|arent|wasnt|werent|havent|hasnt|wouldnt|couldnt|shouldnt) (?:<subj>|[\w'-]+ (?:just|really|be|have))\b",
        r"^(?:do|does|did|is|are|was|were|have|has|would|could|should|can) (?:<you>|he|she|it|they|we|this|that) not ",
        r"\b(?:surely|obviously|clearly,? (?:you|he|she|they|this|that|it|the)|of course|let'?s be honest|let'?s face it|needless to say|admittedly|undoubtedly)\b",
        r"^(?:is|was) it not ",
    ),
    *rows(
        Fault.LEADING,
        _AGREED,
        r"(?:,|;|-|\.{2,}) ?(?:right|no|yeah|yes|correct|true|huh|eh|innit|agreed|surely|or am i wrong|or not quite|don'?t you think|wouldn'?t you (?:say|agree))[\s?!.]*$",
        r"\b(?:isn'?t|aren'?t|don'?t|doesn'?t|weren'?t|wasn'?t|didn'?t|won'?t|can'?t|haven'?t|hasn'?t|shouldn'?t|wouldn'?t|couldn'?t|isnt|arent|dont|doesnt|didnt)"
        r" (?:it|you|he|she|they|that|there|we)[\s?!.]*$",
        r"^(?:would|do|can|could|don'?t|wouldn'?t) (?:<you>|we) (?:not )?(?:all )?(?:agree|admit|accept that|concede)\b",
        r"^(?:is|isn'?t|was|would|wouldn'?t|could|might|couldn'?t) it (?:not )?(?:be )?(?:fair|safe|true|right|correct|possible|obvious|clear|because|just|that|more) ?(?:to say|that|about|because)?",
        r"^(?:have|did|had|haven't) <you> (?:ever |maybe |not )*(?:considered?|thought|think|noticed?|realised?|realized?) (?:that|how much) (?!would|will|might|could|may)\w+",
        r"^(?:could|might|can|may) it (?:not )?be (?:that|because|possible)\b",
        r"^(?:do|does|did|are|can) (?:<you>|he|she|they) (?:really|seriously|honestly|truly) (?:think|believe|want|need|expect|sure)\b",
        r"\bthe (?:real|actual|true|underlying|root) (?:issue|problem|reason|trouble|cause|question)\b(?=.*$)",
        r"\bor (?:are you |do you want to |will you |to )?(?:finally|actually|at last|really|grow up|do the right thing|stand up)\b",
    ),
)

BLAME = (
    *rows(
        Fault.WHY_BLAME,
        _DEFENCE,
        r"^(?:and |so |but )?(?:why|how come|for what reason|for which reason|for (?:what|which) reasons?) (?:on earth |the hell |exactly |then )?"
        r"(?!do <you> (?:think|suppose|believe|reckon)\b)(?!(?:is|does|are|was) (?:this|that|it)\b)"
        r"(?:did|didn'?t|didnt|have|haven'?t|havent|are|aren'?t|were|weren'?t|do|had|hadn'?t|would|wouldn'?t|couldn'?t|could|can'?t|cant|won'?t|will|should|must|<you>)"
        r" (?:not )?(?:<you>|(?:did|didn'?t|not|never|signed|agreed|have|haven'?t|are|aren'?t|do|were|said|went|let|always|still|keep)\b)(?! (?:and )(?:<your>|<person>))",
        r"^why (?:don'?t|dont|do not) <you> (?:<soft>)(?:<stative>|want|ever)\b",
        r"^why <you> (?:did|do|didn'?t|are|have|never|always)\b[^?]*",
        r"^why <you> (?:not|don'?t|dont|do not) <soft>(?:<stative>)\b[^?]*",
        r"^(?:and |so )?(?:what|who) (?:on earth |the hell |exactly )?(?:made|makes|possessed|led|gave) <you> (?:to )?(?:ever |even )?(?:think|believe|assume|so sure|suppose|decide|imagine|the right|the idea|do)\b",
        r"^what were <you> (?:even )?thinking\b",
        r"^what (?:was|is|'s) <your> (?:excuse|defen[cs]e|justification)\b",
        r"^how (?:could|can) <you> (?:even |ever |just |possibly )?(?:let|allow|forget|miss|do (?:that|this)|say (?:that|this|such)|not|agree|think|be so|have)\b",
        r"^how did <you> (?:not|manage to (?:miss|forget|lose|break)|fail)\b",
        r"^how (?:dare|is it that) <you>\b",
        r"^what (?:took|stopped) <you>(?: so long)?[\s?]*$",
    ),
    *rows(
        Fault.WHY_BLAME,
        _DEFENCE,
        rf"^(?:so )?why (?:don'?t|dont|do not|not) <you> {_ACT}",
        rf"^why <you> (?:don'?t|dont|not) {_ACT}",
        unless="not_brought",
    ),
)

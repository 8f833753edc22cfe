"""Decides which words tell what belongs in which field of the brief, as tables; refuses to know how a line is made."""

import re

from assistant.schemas import BriefField, Cue

BY_CUE: tuple[tuple[Cue, BriefField], ...] = (
    (Cue.AVOIDED_CONVERSATION, BriefField.NOT_SAID),
    (Cue.OWN_PART, BriefField.MY_PART),
    (Cue.ATTEMPT, BriefField.TRIED),
    (Cue.WISH, BriefField.WANT_INSTEAD),
)
CUED = (*BY_CUE, (Cue.COMMITMENT, BriefField.NEXT_STEP))
"""Cues beside which the listener need be less sure of a field."""
ASSUMES = re.compile(
    r"\bi think (?:he|she|they|it'?s|that (?:he|she|they))\b|\bi (?:assume|suspect|bet|take it|have the feeling that)\b|\bi (?:guess|suppose|imagine) (?:he|she|they|it|people|everyone|nobody|that)\b|"
    r"\b(?:he|she|they|it|people)(?:'s|'re| is| are)? probably\b|\bi(?:'m| am) (?:convinced|sure) (?:he|she|they|that|it)\b",
    re.I,
)
PROUD = re.compile(
    r"\bi(?:'m| am) (?:\w+ )?(?:proud of|good at)|\bwhat (?:helps|keeps me going)|\bi can (?:rely|count) on\b", re.I
)
SHOWS: tuple[tuple[re.Pattern[str], BriefField, float], ...] = (
    (ASSUMES, BriefField.ASSUME, 0.3),
    (PROUD, BriefField.RELY_ON, 0.3),
    (
        re.compile(
            r"\bi(?: will|'?ll| shall)\b(?! (?:never|not)\b)|\b(?:going to|gonna)\b|\btomorrow\b|\btmrw\b|\btomoz\b",
            re.I,
        ),
        BriefField.NEXT_STEP,
        0.3,
    ),
    (
        re.compile(
            r"\bi(?:'?ve| have)? (?:\w+ )?(?:tried|asked|told|e-?mailed|wrote|raised|offered|sent|suggested|spoke|talked|went|put|gave)\b",
            re.I,
        ),
        BriefField.TRIED,
        0.3,
    ),
    (
        re.compile(
            r"\bi (?:keep|always|let|said yes|just|never|end up|ended|don'?t|didn'?t|told|say|laugh\w*|nod\w*|smil\w*|closed)\b|\bit was me\b|"
            r"\bi(?:'m| am) the one\b",
            re.I,
        ),
        BriefField.MY_PART,
        0.4,
    ),
    (re.compile(r"\bi(?:'d| would)? (?:want|like|wish|love|need)\b", re.I), BriefField.WANT_INSTEAD, 0.4),
    (
        re.compile(
            r"\b(?:haven'?t|never|not|didn'?t|nobody|no one) (?:\w+ ){0,2}(?:told|tell|said|say|mention\w*|know\w*|asked)\b",
            re.I,
        ),
        BriefField.NOT_SAID,
        0.4,
    ),
    (re.compile(r"\?|\bquestion\b|\bhow (?:do|can|to) i\b|\bwhether\b", re.I), BriefField.QUESTION, 0.4),
)
"""Words that often stand in a line of a field, and how likely the listener must hold it beside them (read off the development messages)."""
WHY_NOW = re.compile(
    r"\b(?:since (?:last|the|january|february|march|april|may|june|july|august|september|october|november|december|monday|i|we)|"
    r"last (?:week|month|friday|monday|tuesday|wednesday|thursday|night)|yesterday|this (?:morning|week|month)|next (?:week|month|"
    r"monday|tuesday|wednesday|thursday|friday)|deadline|due (?:on|by|in)|starts? (?:on|in|next)|in (?:two|three|a few) (?:days|weeks))\b",
    re.I,
)
FROM_PEERS = re.compile(
    r"\b(?:want|need|would like|'d like|hope) (?:\w+ ){0,2}from (?:them|my peers|the (?:group|others)|my colleagues)\b|\bfrom (?:them|my peers|the (?:group|others)),? i(?:'d| would)? (?:want|like|need)\b|\bthey (?:may|can) be blunt\b|\bpoke holes\b|\bcross-examine\b|\bno applause\b|\bfrom the (?:group|peers|others) is\b|\bhelp me (?:work|find) out\b|\bi(?:'d| would)? (?:want|like|need) (?:them|my peers|the group|the others) (?:not )?to\b|\b(?:no|not|without) (?:advice|methods|strategies|tips|solutions) (?:from|on|please)\b|\b(?:they|you all|the group) (?:should|can) (?:just |only )?(?:listen|ask)\b|\btell me when i\b|\bi(?:'d| would)? (?:want|like|need) (?:them|my peers|the group|the others|someone|somebody|one of them|the (?:two|three|other) \w+) to (?:just )?(?:listen|ask|mirror|question|hear|tell)|"
    r"\b(?:quiero|espero) (?:\w+ ){0,2}de (?:mis compañer\w+|el grupo|ell[oa]s)\b|\bvon (?:der gruppe|den anderen|meinen kolleg\w+)\b[^.]*\b(?:wünsche|möchte|will|brauche)|\b(?:wünsche|möchte|will|brauche) (?:\w+ ){0,3}von (?:der gruppe|den anderen)",
    re.I,
)
"""What is wanted from the peers, said unasked."""
WITNESS = re.compile(
    r"\b(?:[Mm]y \w+|[Tt]he \w+|[A-Z]\w+) (?:knows I\b|will ask me|'ll ask me|will know|is checking|checks on me)|\b(?:[A-Z]\w+|my \w+) (?:will|is going to|'ll) (?:know|ask me|check|hold me)|\bI(?:'ll| will) (?:tell|let) (?:[A-Z]\w+|my \w+) (?:about it|know)"
)
WHEN = re.compile(
    r"\b(?:(?:by|on|before|until|this|next|tomorrow|end of)\s+)*(?:tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|next week|this week|the end of (?:the|this) (?:week|month|day)|(?:the )?(?:weekend|next meeting)|this (?:afternoon|evening)|"
    r"mañana|hoy|(?:el )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|la semana que viene|la próxima semana|morgen|heute|übermorgen|(?:am )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|nächste woche|am wochenende)\b(?: (?:morning|afternoon|evening))?",
    re.I,
)
OPENS = re.compile(
    r"^(?:my question|how|what|where|when|who|which|why|whether|if|do|does|can|could|is|are|am|should|shall|will|c[oó]mo|qu[eé]|si|wie|was|wer|wo|wann|warum|ob|soll|kann|darf|meine frage)\b",
    re.I,
)
FOR_US = re.compile(
    r"^(?:can|could|do|did|are|will|would|have|why (?:do|did|are|don'?t)) you\b|\byou (?:think|ask|say|mean|suggest|quote|get|said|asked|want)\b|\byour\b|"
    r"\b(?:do|did|would|can|could) you\b|\busted\b|\bt[uú]\b",
    re.I,
)
"""A question put to us; "you" for anybody may stand in a question for the peers."""


OWN = re.compile(r"\b(?:i|i'm|me|my|we|our|yo|mi|nos|ich|mir|mich|mein\w*|wir|uns)\b", re.I)
"""A question for the peers is about oneself."""
OWN_QUESTION = re.compile(
    r"^(?:so |and |but |my question(?: is)?:? )*(?:how|what|why|which|where|when|c[oó]mo|qu[eé]|wie|was|warum|wann|wo)\b.*\b(?:i|i'm|my|me|we|yo|mi|me|ich|mir|mich|mein\w*|wir)\b",
    re.I,
)
STATED = re.compile(
    r"^(?:so |and |but |maybe |perhaps |ok(?:ay)?,? |yes,? |yeah,? |right,? |hm+,? |well,? |then |i think |i guess |i suppose |only |no,? )*(?:my question\b|(?:a |the )?question for (?:the |my )?(?:group|peers|thursday|others|colleagues|them)\b|for (?:\w+day|the group|my peers|them),? i (?:just )?want to (?:ask|bring|take|k?no\w?|hear)|i (?:think i )?(?:want|'d like|would like|wd like) to ask (?:my peers|them|the group|the others)|so for (?:\w+day|the group|my peers)\s*:|what i (?:think )?(?:want to |'d like to )?(?:take|bring) to (?:the|my) (?:group|peers)|the question (?:is|would be)|question is\b|what i(?:'d| would)? (?:want to |like to )?ask\b|mi pregunta\b|meine frage\b)",
    re.I,
)
LEAD_IN = re.compile(
    r"^(?:(?:so|and|but|ok(?:ay)?|well|then|right|yes|yeah|no|hm+|maybe|perhaps|i think|i guess|i suppose|actually|really),? )*"
    r"(?:(?:that'?s|here'?s|this is) )?(?:(?:my|the|a|one) (?:\w+ )?(?:question|topic|thing|one)\b[^?:,–—-]{0,40}?(?:\bis(?: this)?\b|\bwould be\b|:|-|–|—)|"
    r"(?:a |the |my )?question (?:for|to) [^?:,]{2,30}?:|for (?:\w+day|the group|my peers|them|the others|the circle)\b[^?:]{0,20}:|"
    r"(?:what|the thing) i(?:'d| would|'ll| will| want to| need to| think i'?d?)? (?:\w+ ){0,3}(?:ask|bring|take|put|know)\b[^?:,]{0,40}?(?:\bis\b|:|-|–|—)|"
    r"(?:bring|take|ask|put) (?:this|that|it)?[^?:,]{0,25}(?::| -| –|—)|"
    r"(?:for (?:\w+day|the group|my peers|them),? )?i(?:'d| would)? (?:just )?(?:want|like) to (?:ask|k?no\w?|hear|bring)\b(?: (?:my peers|them|the group|the others))?|"
    r"(?:mi pregunta|meine frage)\b[^?:,]{0,40}?(?:\bes\b|\bist\b|:))[\s:,–—-]*"
    r"(?=(?:¿)?(?:how|what|where|when|who|which|why|do|does|did|can|could|is|are|am|should|shall|will|would|have|c[oó]mo|qu[eé]|wie|was|wer|wo|wann|warum|soll|kann|darf)\b)",
    re.I,
)
"""What only announces a question ("so my question for my group is"); the line begins after it."""
NOT_IT = re.compile(r"\bquestion\b[^.?]*\b(?:isn'?t|is not|wasn'?t|not)\b", re.I)
"""The question it is not."""
NO_STEP = re.compile(r"^(?:what if|if|there (?:is|are)|i can\b|i could\b|that|so the question|so my question)\b", re.I)
"""Openings of sentences that decide nothing."""
FOR_THEM = re.compile(
    r"\b(?:for|on|to|off|from|with) (?:the (?:group|session|round|others|peers)|my (?:group|peers|session)|them|(?:mon|tues|wednes|thurs|fri)day)(?:'s (?:group|session|round))?(?: then)?\s*[:,]|"
    r"\b(?:i'd|i would|id|i'll|ill) (?:bring|take|ask|put) (?:\w+ ){0,2}(?:to )?(?:the group|them|my peers)|\bwhat i want off them\b|\bthat'?s what i'?d (?:bring|take|ask)\b",
    re.I,
)
"""A sentence that is put to the peers, not to us."""
OWN_QUESTION_FROM = 4
STEPS_FROM = 2
EMPTY_STEP = re.compile(r"^(?:i'll|i’ll|i will|i'm going to) (?:do|try) (?:that|it|this)\W*$", re.I)
TOLD_BY = 3
"""The situation is told in the first three messages; what comes later belongs elsewhere."""
SHORT = 12
SINGLE = (BriefField.QUESTION, BriefField.NEXT_STEP, BriefField.BY_WHEN)
"""Fields of one line, in which a newer answer replaces an older one."""
OTHERS = re.compile(
    r"\b(?:he|she|they|we|our|boss|manager|team|colleague|lead|client|head|director|department|ward|project|company|school|el|ella|jef[ea]|equipo|er|sie|wir|chef\w*|kolleg\w*|team|leitung|firma|klinik)\b",
    re.I,
)


FITS: dict[BriefField, re.Pattern[str]] = {
    BriefField.RELY_ON: re.compile(
        r"\b(?:i can\b|i could always|i'?m (?:\w+ )?(?:good|decent|brilliant|able)|good at|trust|rely|proud|strength|people (?:say|come)|they know|know how|always been|my \w+|puedo|confío|orgullos\w+|kann|verlass\w*|stolz|mein\w*)\b",
        re.I,
    ),
    BriefField.WANT_INSTEAD: re.compile(
        r"\b(?:want|wish|i'd like|would like|would love|i'd love|less|more|rather|instead|hope|that (?:he|she|they|we|i|it)|could|should|be able|quiero|quisiera|gustaría|menos|más|que|will|möchte|würde|gern|lieber|weniger|mehr|dass|wünsche|könnte)\b",
        re.I,
    ),
    BriefField.TRIED: re.compile(
        r"\b(?:tried|went|sent|spoke|did|wrote|put|made|gave|said|have|nothing|he|hemos|\w{3,}(?:ed|é|ado|ido)|habe|hab|ge\w{3,}t|ge\w{3,}en)\b",
        re.I,
    ),
    BriefField.WHY_NOW: re.compile(
        r"\b(?:because|since|now|today|yesterday|last|next|this|week|month|year|deadline|when|until|started|after|before|soon|new|\d+|porque|desde|ahora|hoy|ayer|semana|mes|año|cuando|weil|seit|jetzt|heute|gestern|woche|monat|jahr|wenn|bald)\b",
        re.I,
    ),
    BriefField.MY_PART: re.compile(r"\b(?:i|i'm|i’m|me|my|myself|yo|mi|mí|ich|mir|mich|mein\w*)\b", re.I),
}
"""What an answer must hold to belong in a field that was asked for; people often answer something else."""

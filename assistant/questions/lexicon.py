"""Decides the word lists and the small pattern language that the fault families share.

Refuses to know what any list is evidence for: that is said in the family that uses it.
"""

import re
from functools import cache

PEOPLE = (
    "boss|manager|lead|leader|head|supervisor|director|chief|chef|ceo|cto|owner|founder|partner|colleagues?|peers?|"
    "coworkers?|teammates?|clients?|customers?|investors?|trustees?|councillors?|residents?|parents?|students?|pupils?|"
    "children|kids|brother|sister|mother|father|mum|mom|dad|boyfriend|girlfriend|ex|spouse|roommate|uncle|aunt|wife|husband|son|daughter|family|friends?|neighbours?|"
    "volunteers?|members?|staff|people|drivers?|nurses?|doctors?|consultants?|teachers?|principal|dean|professor|"
    "supervisors?|author|editor|designers?|developers?|engineers?|sales|inspector|landlord|tenants?|mayor|board|"
    "committee|conductor|commis|foreman|subbies|lads|guys|team|employees?|intern|apprentice|successor|"
    "predecessor|deputy|assistant|secretary|president|officer|minister|chair|chairman|guests?|patients?|suppliers?|agent|union|"
    "men|women|man|woman|girl|boy|guy|person|persons|everyone|everybody|someone|crew|management"
)
NEGATIVE_FEELINGS = (
    "angry|anger|afraid|fear|fears|fearful|scared|frightened|anxious|anxiety|worried|worries|nervous|sad|sadness|hurt|"
    "bitter|bitterness|resentful|resentment|jealous|jealousy|envious|envy|ashamed|shame|guilty|guilt|lonely|unhappy|"
    "unwanted|undervalued|unappreciated|miserable|depressed|burnt out|burned out|burnout|exhausted|exhaustion|stressed|"
    "stress|overwhelmed|overwhelm|drowning|frustrated|frustration|disappointed|disappointment|desperate|despair|hopeless|"
    "trapped|stuck|lost|insecure|insecurity|threatened|humiliated|betrayed|rejected|abandoned|isolated|furious|upset|"
    "embarrassed|embarrassment|discouraged|offended|intimidated|panic|grief|hatred|self-doubt|doubts|struggling|suffering"
)
CHARGED_NAMES = (
    "mess|chaos|disaster|nightmare|catastrophe|fiasco|debacle|train wreck|circus|madhouse|drama|war|battle|farce|shambles|"
    "toxic|dysfunctional|ridiculous|stupid|idiotic|pathetic|useless|hopeless|lazy|incompetent|arrogant|selfish|crazy|"
    "insane|awful|terrible|horrible|horrendous|dreadful|disgusting|shameful|rotten|broken|abusive|hostile|manipulative|"
    "narcissistic|spineless|clueless|nasty|vicious|poisonous|impossible|unbearable|nonsense|rubbish|crap|bullshit|"
    "childish|stubborn|bossy|whiny|greedy|dishonest|cowardly|reckless|sloppy|unprofessional|disastrous|chaotic|messy"
)
CHARGED_CLAIMS = (
    "betray(?:ed|s|ing)?|bull(?:y|ies|ied|ying)|sabotag(?:e|es|ed|ing)|humiliat(?:e|es|ed|ing)|manipulat(?:e|es|ed|ing)|"
    "undermin(?:e|es|ed|ing)|abandon(?:ed|s|ing)?|exploit(?:ed|s|ing)?|mistreat(?:ed|s|ing)?|gaslight(?:s|ing|ed)?|"
    "disrespect(?:ed|s|ing)?|harass(?:ed|es|ing)?|backstab(?:bed|s|bing)?|screw(?:ed)? up|mess(?:ed)? up|"
    "walk(?:s|ed|ing)? all over|(?:lying|lies|lied) to|cheat(?:ed|s|ing)?|narcissist|control freak|micromanag(?:e|es|ed|ing|er)|let (?:her|him|them|everyone) down"
)
STATIVE = (
    "be|been|have|live|feel|see|think|know|believe|want|wish|hope|like|love|enjoy|hate|trust|care|mind|agree|accept|"
    "understand|remember|recall|imagine|picture|expect|notice|hear|trace|say|describe|name|call|mean|need|afford|rely|count|"
    "cope|manage|handle|deal|do|rather|prefer|recognise|recognize|identify|relate|stand|spot|tell|guess|put|consider|value|"
    "bear|sleep|find|get|become|seem|hold|look|miss|lose|gain|learn|carry|sense|make of|look back|point|rate"
)
NEUTRAL_ACTS = (
    "do|be|begin|start|take|let go|let|change|say|learn|need|want|see|keep|try|find|make|get|reach|know|notice|feel|"
    "handle|deal|describe|like|define|measure|hear|recognise|tell if|tell that|tell when|tell whether|have|know|choose|decide|"
    "come|go about|go|call|look|think|imagine|explain|put|hold|live|work out|rather|name|"
    "trust|care|rate|use this|approach|respond|react|answer|bring|count|want to|happen|sound|spend|draw|point|rescue|fix|"
    "solve|stop|end|play|gain|lose|miss|suspect|jot|end up|find out|expect|hope|regard|show|sum|compare|tell them apart"
)
TALK = (
    "talk|talks|talking|talked|speak|speaks|speaking|spoke|spoken|tell|tells|telling|told|say|saying|said|discuss|"
    "discussing|discussed|explain|explaining|explained|raise|raising|raised|mention|mentioning|mentioned|conversation|chat|"
    "chatting|confront|confronting|bring|address|addressing|ask|asking|asked|ring|ringing|call|calling|break|speak"
)
HELPERS = (
    "mentor|coach|coaching|therapist|therapy|counsell?or|counselling|hr|human resources|union|works council|lawyer|"
    "solicitor|legal advice|mediator|mediation|facilitator|consultant|ombudsman|helpline|checklist|template|spreadsheet|"
    "app|tool|software|course|training|workshop|seminar|personality test|test|survey|timer|to-do list|kanban|planner|"
    "calendar|diary|journal|journalling|meditation|mindfulness|yoga|exercise|holiday|sabbatical|sick leave|feedback session|"
    "one-to-one|one to one|one-on-one|team building|teambuilding|away day|book|podcast|podcasts|framework|chatgpt|ai|"
    "contract|mentoring|supervision|time off|days off|break"
)
SOLUTIONS = (
    "boundary|boundaries|delegation|compromise|apology|mediation|rota change|seating plan|checklist|deadline extension|"
    "conversation|letter|e-?mail|meeting|one-to-one|workshop|process|structure|role description|ground rules|hand-?over plan"
)
FILLER = (
    r"hey|hi|hiya|hello|ok|okay|so|well|um+|uh+|er+m?|hm+|oh|ah|and|but|now|then|look|listen|right|mate|also|sorry|please|"
    r"just|basically|actually|honestly|quick one|quick question|one question|one more(?: thing)?|another one|just wondering|(?:i'?m |i was |was )?(?:just )?"
    r"(?:wondering|curious)|just curious|out of curiosity|can i (?:just )?ask(?: you)?(?: something)?|may i ask|let me ask(?: you)?|"
    r"do you mind if i ask|if you don'?t mind(?: me asking| my asking)?|if i may(?: ask)?|sorry to butt in|sorry for asking|"
    r"silly question|stupid question|maybe a (?:silly|stupid) question|honest question|my question is|question|"
    r"i(?:'d| would) (?:like|love) to (?:know|ask|hear)|i want(?:ed)? to (?:know|ask)|i would ask|guys|all|everyone|interesting|"
    r"thanks|thank you|great|cool|yeah|yes|no worries|i see|got it|first|first of all|finally|lol|haha"
)
WH = r"(?:what|who|whom|whose|which|where|when|why|how|whats|whos|hows|wheres|whens|whys)"
AUX = (
    r"(?:do|does|did|is|are|am|was|were|have|has|had|can|could|will|would|should|shall|may|might|must|need)"
    r"(?:n'?t| not)?|cant|wont|dont|doesnt|didnt|isnt|arent|wasnt|werent|havent|hasnt|wouldnt|couldnt|shouldnt"
)
SUBJECT = (
    r"(?:you|u|ya|he|she|it|they|we|i|there|this|that|these|those|the|your|ur|his|her|their|its|our|my|a|an|any\w*|some\w*|"
    r"every\w*|no(?:body|thing| one)|all|both|each|\w+ing|ñ+|_+|people|most)"
)
_MACROS = {
    "<you>": r"(?:you|u|ya|yous|y'?all)",
    "<your>": r"(?:your|ur|yer)",
    "<wh>": WH,
    "<aux>": rf"(?:{AUX})",
    "<subj>": SUBJECT,
    "<soft>": r"(?:(?:ever|already|maybe|perhaps|just|simply|also|really|actually|at least|then|even|still|possibly|"
    r"not|always|first|instead|go and|please|kindly|finally|yet|honestly)\s+)*+",
    "<person>": rf"(?:he|she|they|him|them|ñ+|(?:(?:the|<your>|his|her|their|this|that|our)\s+)(?:[\w'-]+\s+){{0,2}}?(?:co-|ex-)?(?:{PEOPLE})\b)",
    "<feeling>": rf"(?:{NEGATIVE_FEELINGS})",
    "<stative>": rf"(?:{STATIVE})",
    "<neutral>": rf"(?:{NEUTRAL_ACTS})",
    "<helper>": rf"(?:{HELPERS})",
    "<solution>": rf"(?:{SOLUTIONS})",
    "<charged>": rf"(?:{CHARGED_NAMES})",
    "<claim>": rf"(?:{CHARGED_CLAIMS})",
    "<ing>": r"(?!(?:any|some|every|no)?thing\b|morning\b|evening\b|meeting\b|during\b)[a-z-]{2,}ing",
    "<n't>": r"(?:n'?t| not)",
}


_TIGHT = ((" ?", r"\s*"), (" *", r"\s*"), (" ", r"\s+"))
_MACRO = re.compile(r"(?<!\?P)<[a-z']+>")


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern in which `<name>` stands for a list above; a space stands for any white space."""
    while _MACRO.search(source):
        source = _MACRO.sub(lambda found: _MACROS[found.group()], source)
    for spaces, stands_for in _TIGHT:
        source = source.replace(spaces, stands_for)
    return re.compile(source)


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(listed.split())

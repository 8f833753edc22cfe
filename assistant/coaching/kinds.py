"""Decides which whole messages are no telling: greetings, hollow replies, stops, doubts, questions about us; English, Spanish and German.

Refuses to know what follows from it. A form that must be the whole message stands in WHOLE, one that may be part of it in PART.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from assistant.text import sentences


class Kind(StrEnum):
    """What kind of reply a message is, before any cue is looked at."""

    GREETING = "greeting"
    """Only a greeting or a thank you."""
    HOLLOW = "hollow"
    """Nothing to hold on to: "idk", "?"."""
    STOP = "stop"
    """The thinker ends the session."""
    DOUBT = "doubt"
    """Irritation with the assistant or the questions."""
    MISREAD = "misread"
    """"That is not what I meant." """
    UNCLEAR = "unclear"
    """"Tried what?", "do what?", "that makes no sense": our sentence was not understood."""
    BACK = "back"
    """"Don't change the subject", "I wasn't finished", "do you listen?": back to what they said before."""
    PAUSE = "pause"
    """"I need a minute." """
    ASK_ME = "ask_me"
    """"Ask me something", "is there a question coming?": they want to be asked, not left in quiet."""
    SUM_UP = "sum_up"
    """A request to sum up."""
    FORMULATE = "formulate"
    """A request to come to the question for the peers."""
    ABOUT_US = "about_us"
    """A question about the method or the assistant."""
    TELLING = "telling"
    """Anything else: the thinker tells something."""


_END = r"[\s.!?…,]*$"


def _whole(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"^[¿¡\s]*(?:{'|'.join(forms)}){_END}", re.IGNORECASE)


def any_of(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


WHOLE: dict[Kind, re.Pattern[str]] = {
    Kind.GREETING: _whole(
        r"(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|test(?:ing)?|start|thanks?(?: you)?|cheers)(?: there| all| askwell| everyone)?",
        r"hola|buenas|buenos d[ií]as|buenas (?:tardes|noches)|(?:muchas )?gracias|qu[eé] tal|bonjour",
        r"(?:hallo|hi|moin|servus|gr[uü](?:ß|ss) (?:gott|dich)|guten (?:morgen|tag|abend)|(?:vielen )?danke?(?: dir| sch[oö]n)?)(?: zusammen)?",
    ),
    Kind.STOP: _whole(
        r"(?:please |ok(?:ay)?,? |well,? |right,? )*(?:stop|enough|that(?:'s| is) (?:all|enough|it)|i(?:'m| am) done|"
        r"let'?s (?:stop|end|finish|leave it)|(?:good)?bye|quit|exit|end|i (?:have|need|want) to (?:go|stop|leave)|got ?ta go)"
        r"(?: now| here| there| please| for (?:now|today)|,? thanks?(?: you)?)*",
        r"(?:por favor,? |bueno,? |vale,? )*(?:basta(?: ya)?|para(?: ya)?|adi[oó]s|hasta (?:luego|ma[nñ]ana|pronto)|chao|"
        r"lo dejamos(?: aqu[ií])?|dej[eé]moslo(?: aqu[ií])?|(?:eso es|ya) todo|quiero (?:parar|terminar|dejarlo)|tengo que irme|me voy)"
        r"(?:,? (?:por hoy|por ahora|gracias))*",
        r"(?:i said |now |just |oh )*(?:piss|fuck|sod|bugger) off(?: now)?",
        r"(?:ok(?:ay)?,? |bitte |so,? )*(?:stopp?|schluss|aufh[oö]ren|das (?:war|ist) alles|das reicht(?: mir)?|tsch[uü](?:ss|ß)|ciao|auf wiedersehen|"
        r"bis (?:morgen|sp[aä]ter|bald)|ich muss (?:los|weg|gehen)|ich m[oö]chte aufh[oö]ren|lass uns aufh[oö]ren)(?:,? (?:jetzt|f[uü]r heute|danke|bitte))*",
    ),
    Kind.PAUSE: _whole(
        r"(?:sorry,? |ok,? |hang on,? )*(?:i (?:just )?need a|give me a|one|just a) (?:minute|moment|second|sec|break)(?: please)?|hang on|brb|wait",
        r"(?:necesito|dame) un (?:momento|minuto|segundo)|un momento|espera",
        r"(?:einen |ich brauche (?:kurz )?(?:einen |eine ))?(?:moment|augenblick|minute|sekunde|pause)(?: bitte)?|warte(?: mal| kurz)?|kurz warten",
    ),
    Kind.UNCLEAR: _whole(
        r"(?:what|huh|eh|sorry|pardon|come again|how do you mean|meaning|which|\w+ (?:about )?what|(?:which|what) (?:of what|it|one|ones|that|step))",
        r"(?:qu[eé]|c[oó]mo|cu[aá]l|no (?:te )?entiendo(?: la pregunta)?)",
        r"(?:h[aä]\?*|wie bitte|wie meinst du(?: das)?|was meinst du(?: damit)?|(?:ich )?versteh(?:e|s)? (?:ich )?(?:die frage |dich |das )?nicht)",
    ),
    Kind.HOLLOW: _whole(
        r"(?:i ?d ?k|i (?:really )?do(?:n'?t| not) know|dunno|don'?t know|not sure|no idea|no clue|ye(?:s|ah|p|a)|no(?:pe)?|not really|"
        r"maybe|perhaps|ok(?:ay)?|k|fine|sure|what ?ever|nothing|h+m+|i guess(?: so)?|kind of|sort of|same|probably|true|right|correct|"
        r"both|same thing|none|nah|meh|good|bad|so|and|because|it is|it does|i don'?t care)?",
        r"no (?:lo )?s[eé]|ni idea|no estoy segur[oa]|s[ií]|no mucho|tal vez|quiz[aá]s?|puede(?: ser)?|vale|bueno|bien|mal|nada|"
        r"ningun[oa]?|lo mismo|igual|me da igual|m[aá]s o menos|supongo|claro|pues|eso|ambas|los dos|las dos",
        r"(?:ich )?wei(?:ß|ss) (?:ich )?(?:es |ich )?(?:auch )?nicht(?: genau)?|keine ahnung|ka|ja|nein|n[oö]|nee|jein|joa?|na ja|naja|vielleicht|mal so mal so|"
        r"kann sein|(?:ist )?(?:mir )?egal|nichts|gar nichts|gut|schlecht|geht so|passt(?: schon)?|schon|eher nicht|nicht wirklich|nicht so|so halb|stimmt|genau|eben|beides|weder noch",
    ),
}

PART: dict[Kind, re.Pattern[str]] = {
    Kind.STOP: any_of(
        r"\bciao\b[.! ]*$|\bta(?:[ -]ra)?[.! ]*$|\bi'?m off\b[.,! ]*(?:ta|thanks|bye)?[.! ]*$|\bi (?:must|have to|gotta|got to) (?:go|dash|run)\b(?! (?:to|and|back|in|on|through|over|into)\b)|\bthat'?s all\b[.,! ]*thank(?:s| you)?[.! ]*$|\bgood ?night\b|\b(?:that'?s|thats) me done\b|\bi'?m done\b[., ]*(?:ta|thanks|bye)?[.! ]*$|\bstop there\b|\bgoing to bed\b|\bnight\b[.! ]*$|\bleave it there\b|\bya (?:con eso|terminamos|está bien así)\b|\bhasta luego\b|\bdamit bin ich fertig\b|\bpfiat\b|\bmuass? jetz\b|\b(?:am i|are we|i think (?:we'?re|we are|i'?m)) (?:done|finished)\b|\b(?:i think )?(?:that'?s|thats|that is|this is|is) enough(?: for (?:now|today|tonight|me))?,? (?:thank|thanks|i think)|"
        r"\b(?:can|could|shall) we (?:finish|stop|end|leave it)\b|\bi (?:said|want to|'ll) stop\b|\bfinish here\b|\bmy (?:bus|train|lift|break|minutes?|time)(?:'s| is| are) (?:here|up|over|done)\b|"
        r"\b(?:good)?bye\b(?! to)|\bi(?:'m| am) off (?:to bed|home|now)\b|\b(?:see|talk to) you (?:later|soon|tomorrow)\b|"
        r"\bi (?:have|need|'ve got) to (?:run|go|stop)(?: now)?[.!,]|\bgot ?ta (?:run|go)\b|\b(?:said )?bed\. night|\benough for (?:me )?(?:now|today|tonight)\b|\bi'?(?:ve| have) (?:got )?to go\b(?! (?:to|and|back|in|on)\b)|\bi'?m done here\b|\bi think i'?m done\b|\bim done\b(?! with)|\bgoin(?:g|')? (?:to )?bed\b|"
        r"\bstop here\b|\b(?:piss|fuck|sod|bugger) off\b|\bstop\. bye\b|\bgood day\b|\blaters\b|lo dejo por hoy|\bgoing home\b|\bi(?:'m| am) done\b(?! with)|that(?:'s| is) (?:probably |about |really )?(?:all|it|enough)(?: i have)? for (?:now|today|tonight)|\bi(?:'m| am) going to bed\b|\bclose it (?:there|here)\b|\bbuenas noches\b|\badi[oó]s\b|hasta ma[nñ]ana|\bah[ií] (?:le |lo |la )?dejo\b|\bya me voy\b|"
        r"\btsch[uü](?:ss|ß)\b|\bauf wiedersehen\b|\bgute nacht\b|\b(?:das )?reicht (?:mir )?f[uü]r heute\b|\bich muss (?:jetzt )?(?:los|weg|aufh[oö]ren)\b|\bbis (?:morgen|bald)\b[.!]*$"
    ),
    Kind.BACK: any_of(
        r"(?:do|don'?t|stop|why) ?(?:n'?t)? ?(?:you )?(?:change|changing) the subject|\bgo back to\b|\bi(?:'m| am| was) not (?:finish(?:ed)?|done) (?:with|yet)|"
        r"\bi (?:was|wasn'?t) (?:not )?(?:finished|done)\b|(?:do|did) you (?:even )?(?:listen|read)|are you (?:even )?listening|too fast|i said slowly|"
        r"\bi just (?:told|said) (?:you|something)|you(?:'re| are) not listening|that'?s not what i (?:was|am) talking about|stay with (?:that|what i said)|"
        r"no cambies de tema|no me escuchas|volver a lo|"
        r"wechsel nicht das thema|h[oö]rst du (?:mir )?(?:[uü]berhaupt )?zu|du h[oö]rst (?:mir )?(?:gar )?nicht zu|ich war noch nicht fertig|zur[uü]ck zu dem"
    ),
    Kind.UNCLEAR: any_of(
        r"\b(?:don'?t|do not|dont) know what (?:that|you|this) means?\b|\bwhat does (?:that|this|it) (?:even )?mean\b|\bno idea what (?:that|you)\b|(?:doesn'?t|does not|makes? no|don'?t make|doesnt) (?:mean anything|make (?:any )?sense|sense)|what do you mean|(?:don'?t|do not|didn'?t) (?:understand|get) "
        r"(?:you|that|this|the|your)(?: question| sentence)?|which of what|\b(?:about|of) which\b.*\?|^\W*(?:know|tell|do|ask|say) (?:about )?what\b|weird question|odd question|no entiendo (?:la|tu|esa) pregunta|ergibt (?:f[uü]r mich )?keinen sinn|versteh\w* (?:ich )?die frage nicht|(?:komische|seltsame) frage"
    ),
    Kind.ASK_ME: any_of(
        r"\bask me (?:something|anything|a question|sth)\b|\bis there a question\b|\b(?:no|again no|without a|where(?:'s| is) (?:the|my)|expecting a|that'?s not a) question\b|"
        r"\b(?:don'?t|do not) want to (?:stay|be quiet|sit) with\b|\bstop telling me to (?:stay|take)\b|pregúntame algo|(?:hay|viene) (?:una|alguna) pregunta|frag mich (?:was|etwas)|kommt (?:da )?(?:noch )?eine frage"
    ),
    Kind.SUM_UP: any_of(
        r"\b(?:give|get) me (?:a |the |an actual )?(?:summary|recap)\b|\basking for a (?:summary|recap)\b|\b(?:can|could|would|will|please)\b[^.]*\b(?:sum (?:it|that|this|things|everything)? ?up|summar(?:y|ise|ize)|recap)|^(?:please )?(?:sum (?:it |that |this |things )?up|summar(?:y|ise|ize)|recap)\b|"
        r"puedes resumir|haz(?:me)? un resumen|(?:kannst du|bitte)\b[^.]*zusammenfassen|^fass\w* (?:das |es )?(?:bitte |mal )?zusammen"
    ),
    Kind.FORMULATE: any_of(
        r"\bwhat (?:do|should|shall|would) i (?:actually |really |then )?(?:bring|take)(?: in| along)?(?: to (?:the|my) (?:group|session|peers)| on \w+day|,| then|\?)|"
        r"(?:choose|find|phrase|formulate|word|write|get to|come to|work on|think about|need|want)\b[^.?]{0,20}\b(?:my|the|a) question\b(?: (?:for|to) (?:my |the )?(?:peers|group|colleagues)| (?:that )?i (?:want to |will |'ll )?(?:bring|take|ask|have)[^.?]*)?[.!]?$|"
        r"(?:formular|encontrar|elegir) (?:mi|la|una) pregunta|(?:meine|eine|die) frage\b[^.?]{0,20}(?:formulieren|finden|ausw[aä]hlen)"
    ),
    Kind.MISREAD: any_of(
        r"(?:that(?:'s| is)|it(?:'s| is)) not what i (?:said|meant|mean)|\bi (?:didn'?t|never) (?:say|said) that|you misunderst|"
        r"that(?:'s| is) (?:not it|wrong|not right|not true)\b|you got (?:that|it|me) wrong",
        r"(?:eso )?no (?:es|era) lo que (?:quer[ií]a decir|he dicho|dije|digo)|no (?:he dicho|dije) eso|"
        r"no me (?:has entendido|entendiste|entiendes)\b|me (?:has entendido|entendiste) mal",
        r"das (?:habe|hab) ich (?:so )?nicht (?:gesagt|gemeint)|so (?:war|meinte ich|habe ich) (?:das|es) nicht|du hast mich falsch verstanden|das stimmt (?:so )?nicht",
    ),
    Kind.DOUBT: any_of(
        r"this is (?:\w+ )?(?:useless|pointless|stupid|silly|ridiculous|a waste|annoying|nonsense|rubbish|bullshit)|"
        r"you(?:'re| are) (?:just |only |not |really |so |a |being )*(?:repeating|parrot|useless|helping|listening|annoying|stupid|"
        r"broken|(?:a )?(?:dumb |stupid |useless )?(?:bot|machine|robot|chatbot)\b(?!\?))|stop (?:asking|repeating|quoting|saying)|"
        r"(?:not|isn'?t)(?: very| really| at all)? helpful|\bunhelpful|isn'?t helping|you (?:just |only )?keep (?:asking|repeating|quoting|saying)|"
        r"so many questions|waste of (?:my )?time|this (?:isn'?t|is not) (?:working|helping)|you sound like|talking to a machine|"
        r"\bi(?:'ve| have)? already (?:said|told you|answered)|same question|asked (?:me )?that",
        r"esto (?:es )?(?:no (?:sirve|ayuda|funciona)|in[uú]til|absurdo|una tonter[ií]a|una p[eé]rdida de tiempo)|no me (?:ayudas|sirves)\b|"
        r"no (?:me )?est[aá]s (?:ayudando|escuchando)|(?:solo|s[oó]lo) (?:repites|preguntas)|deja de (?:preguntar|repetir)|"
        r"otra vez la misma pregunta|ya te (?:lo )?(?:he dicho|dije|contest[eé])|eres (?:un |una )?(?:in[uú]til|m[aá]quina|robot)\b(?!\?)|tantas preguntas",
        r"das (?:hier )?(?:bringt|hilft|n[uü]tzt) (?:mir )?(?:gar |doch )?nichts?\b|zeitverschwendung|(?:du|das) (?:bist|ist) (?:doch )?(?:nur |bl[oö]d|nutzlos|ein bot|eine maschine)|"
        r"schon wieder die(?:selbe| gleiche) frage|das (?:habe|hab) ich (?:doch )?(?:schon|bereits) (?:gesagt|beantwortet)|so viele fragen|h[oö]r auf zu fragen|nicht hilfreich",
    ),
    Kind.ABOUT_US: any_of(
        r"\b(?:is|are) (?:this|it|we) (?:being )?(?:recorded|logged|stored|saved|kept|monitored)\b|\bwho (?:gets|has access to) (?:it|this|what i)\b|\b(?:who|what) (?:exactly |even )?are you\s*(?:\?|$)|are you (?:a |an )?(?:human|bot|robot|ai|real|person|chat ?gpt|machine)\b|"
        r"\bdo i just (?:talk|type|start|write|begin)\b|\bwhat do i do(?: here| now)?,? just\b|how does (?:this|it) work\b|\bwhat (?:can|do) you do\b(?! (?:if|when|about|with))|"
        r"(?:who|anyone|anybody|boss|manager) (?:can |will |else )?(?:reads?|sees?) (?:this|it|what i)|is (?:this|it) (?:confidential|private|safe to)|"
        r"why (?:won'?t|don'?t|can'?t|do you not|will you not) (?:you )?(?:just )?(?:answer|tell|give|help)|"
        r"what(?:'s| is| are) (?:a |an |the |this )?(?:peer coaching|case clinic|troika|action learning|clean language|brief\b|open question|"
        r"ladder of inference|intervision|protocol)|what happens (?:with|to) (?:what i|my words|this (?:text|chat))|(?:is|are|will|does|do)\b[^.?!]* (?:in|on|into) (?:there|(?:the|that|this|my|your) (?:brief|page|summary))\b[^.!]*|"
        r"\b(?:stored?|saved?|kept|recorded|logged)\b[^.!]*\?|\b(?:internet|online|cloud|an? ai\b|artificial intelligence|language model|chat ?gpt|server)\b[^.!]*\?|"
        r"\bencrypt\w*\b[^.]*\?|\bencryption\b|by what (?:procedure|rule|method)|how do you (?:choose|pick|select|decide|work)\b|^\W*(?:please )?(?:delete|remove|take out)\b[^.?!]*\b(?:lines?|from the (?:brief|page))\b|\bhow long\b[^.]*\b(?:stored?|kept|keep|retained?|saved?)\b|\bretention\b|\bwhich peers\b|\bwhat peers\b|\bwho are (?:the|my) peers\b|\bhow (?:do|can|would) i (?:delete|erase|remove|get rid of)|\b(?:who|anyone|anybody|employer|operator|head office|union|it department)\b[^.!?]* (?:read|see|access|own|run)s?\b"
        r"[^.!?]*\b(?:this|it|what i|my (?:words|messages|text)|program|tool|app)\b[^.!]*\?|how (?:does|do) (?:this|the|your) (?:program|tool|app|thing|system)|"
        r"\b(?:can|could) (?:i|you) (?:change|delete|remove|edit) (?:that|this|it|something|a line|the brief)",
        r"qui[eé]n eres|qu[eé] eres\b|eres (?:un |una )?(?:humano|humana|persona|ia|bot|robot|m[aá]quina)\?|c[oó]mo (?:funciona esto|funcionas)|"
        r"qui[eé]n (?:(?:lo|la) )?(?:puede )?(?:lee|leer|ve|ver)[aá]?\b[^.]*\?|es(?:to es)? (?:confidencial|privado)|"
        r"por qu[eé] no (?:me )?(?:respondes|contestas|ayudas|das|dices)|qu[eé] pasa con lo que (?:escribo|digo)",
        r"(?:wer|was) bist du\b|bist du (?:ein|eine) (?:mensch|bot|roboter|ki|maschine)|wie funktioniert (?:das|dies)|(?:wer|kann (?:mein|meine) \w+) (?:kann )?(?:das|dies|hier|es)?\s?(?:mit)?(?:liest|lesen|sieht|sehen)\b|"
        r"ist das (?:hier )?(?:vertraulich|privat|sicher|anonym)|was passiert mit (?:dem|meinen)|warum (?:antwortest|hilfst|sagst) du (?:mir )?(?:nicht|es)|(?:wird|werden)\b[^.!]*\bgespeichert\b[^.!]*\?",
    ),
}

SHORT_ENOUGH: dict[Kind, int] = {
    Kind.STOP: 14,
    Kind.UNCLEAR: 14,
    Kind.BACK: 40,
    Kind.MISREAD: 40,
    Kind.DOUBT: 40,
    Kind.ABOUT_US: 40,
    Kind.ASK_ME: 40,
    Kind.SUM_UP: 16,
    Kind.FORMULATE: 16,
}
"""Words up to which a message that holds such a form is of that kind; a longer one tells something."""


LEARNED = (Kind.STOP, Kind.DOUBT, Kind.MISREAD, Kind.UNCLEAR, Kind.ASK_ME, Kind.ABOUT_US)
"""Kinds the listener may find where no form has."""
REVISED = {
    Kind.STOP: Kind.STOP,
    Kind.DOUBT: Kind.DOUBT,
    Kind.MISREAD: Kind.MISREAD,
    Kind.BACK: Kind.MISREAD,
    Kind.UNCLEAR: Kind.UNCLEAR,
    Kind.ABOUT_US: Kind.ABOUT_US,
}
"""Kinds whose forms may stand in a story as well, and the listener's name for them."""
NOT_AT_ALL, NO_GOODBYE = 0.1, 0.02
"""Likelihood below which a form is not believed; a goodbye that is not heard is the worse mistake (blind play)."""
STORY = 8
"""Words from which a form may stand in a story."""
LEAVING = 0.35
"""Likelihood of a goodbye that is enough when the last words could be one."""
_LEAVES = re.compile(
    r"\b(?:(?:i'?m|we'?re|am) done|done(?: i think|,? (?:thanks|ta|now))|finish(?:ed)?|stop(?:ping)?|bye|good ?night|night|leave it|off (?:to|now)|i'?m off|im off|that'?s (?:it|me|all|enough)|thats (?:it|me|all|enough)|"
    r"sufficient|enough|(?:got ?ta|have to|must|now i|i) go|going (?:now|home)|ta ra|(?:ta|thanks|thank you|cheers)(?=[.!\s]*$)|good (?:day|afternoon|evening)|bed|salamat|ciao)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:go on|carry on|ask me|continue|keep going|(?:don'?t|won'?t|not|didn'?t say) stop|one more|not (?:done|finished))\b|\?$",
    re.IGNORECASE,
)


def stays(message: str) -> bool:
    """Whether the last two sentences say that it goes on ("I won't stop with that")."""
    return bool(_STAYS.search(" ".join(sentences(message)[-2:])))


def leaves(message: str) -> bool:
    """Whether the last two sentences hold words of leaving and none of going on."""
    last = " ".join(sentences(message)[-2:])
    return bool(_LEAVES.search(last)) and not _STAYS.search(last)


def settled(kind: Kind, words: int, leaves: bool, likely: Mapping[str, float], level: Callable[[str], float]) -> Kind:
    """The kind by its forms, unless the listener knows better: what it is sure of, or sure that it is not.

    `words` is how long the message is: a form that fills a short one is believed. `leaves` tells whether its last words could
    be a goodbye. `likely` are the listener's likelihoods by kind, `level` the one from which each is believed.
    """
    if kind == Kind.TELLING and likely[Kind.STOP] >= LEAVING and leaves:
        return Kind.STOP
    if kind == Kind.TELLING:
        sure = [one for one in LEARNED if likely[one] >= level(one)]
        return max(sure, key=lambda one: likely[one], default=Kind.TELLING)
    if (
        words >= STORY
        and kind in REVISED
        and likely[REVISED[kind]] < (NO_GOODBYE if kind == Kind.STOP else NOT_AT_ALL)
        and likely[Kind.TELLING] > 1 - NOT_AT_ALL
    ):
        return Kind.TELLING
    return kind


def kind_of(message: str) -> Kind:
    """The kind of a message with straight apostrophes and no space around it.

    A goodbye in the last two sentences of a longer message counts, and so does a question about us in any of them.
    """
    for kind, pattern in WHOLE.items():
        if pattern.match(message):
            return kind
    length = len(message.split())
    for kind, pattern in PART.items():
        asks = kind == Kind.STOP and message.endswith("?")  # "one tip as a goodbye present?" is no goodbye
        if length <= SHORT_ENOUGH[kind] and pattern.search(message) and not asks:
            return kind
    said = sentences(message)
    wanted = (kind for kind in (Kind.SUM_UP, Kind.FORMULATE) if any(_wants(kind, one) for one in said[-_LAST:]))
    if found := next(wanted, None):
        return found
    ending = [one for one in said[-2:] if not one.endswith("?")]
    short = [one for one in ending if len(one.split()) <= SHORT_ENOUGH[Kind.STOP]]
    if any(PART[Kind.STOP].search(one) for one in short) or any(_GOODBYE.search(one) for one in ending):
        return Kind.STOP
    if any(map(about_us, said)):
        return Kind.ABOUT_US
    return Kind.TELLING if any(char.isalnum() for char in message) else Kind.HOLLOW


_LAST = 3
"""Sentences at the end of a longer message in which a wish for a summary or for the question counts."""


def _wants(kind: Kind, sentence: str) -> bool:
    return len(sentence.split()) <= 2 * SHORT_ENOUGH[kind] and bool(PART[kind].search(sentence))


def about_us(sentence: str) -> bool:
    """Whether a sentence asks about the method or the assistant."""
    return sentence.endswith("?") and len(sentence.split()) <= _ASKED and bool(PART[Kind.ABOUT_US].search(sentence))


_GOODBYE = re.compile(r"\bsay (?:good)?bye\b(?! to)|\b(?:thanks|ok|right),? (?:and )?(?:good)?bye\b", re.IGNORECASE)
"""A goodbye that counts in a sentence of any length."""
_ASKED = 25
"""Words of a question about us inside a longer message."""

"""Decides which words carry no content of their own and how two forms of a word are matched.

Refuses to know what a sentence does with them. Three tables: STOP (grammar), COACHING (words a coach may bring
without bringing an idea: the session, time, place, noticing, wanting) and FEELING (feelings and values, which a
tentative reflection may name). What is in none of them, and not in the thinker's words, is new content.
"""

import re

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|§")

_IRREGULAR = dict(
    pair.split(">")
    for pair in """
    said>say used>use told>tell kept>keep felt>feel thought>think went>go gone>go did>do done>do does>do made>make
    took>take taken>take came>come got>get gotten>get gave>give given>give found>find left>leave lost>lose met>meet
    brought>bring held>hold heard>hear knew>know known>know saw>see seen>see spoke>speak spoken>speak stood>stand
    wrote>write written>write began>begin begun>begin chose>choose chosen>choose fell>fall fallen>fall grew>grow
    grown>grow ran>run sent>send spent>spend stuck>stick taught>teach wore>wear worn>wear won>win paid>pay built>build
    bought>buy meant>mean sat>sit slept>sleep understood>understand forgot>forget forgotten>forget broke>break
    broken>break dealt>deal drove>drive led>lead let>let put>put quit>quit set>set shown>show fought>fight caught>catch
    became>become drew>draw woke>wake people>person children>child colleagues>colleague says>say goes>go worries>worry
    tried>try tries>try trying>try saying>say being>be doing>do dying>die lying>lie better>good best>good worse>bad
    worst>bad more>much most>much angry>anger angrily>anger exhausted>exhaust exhausting>exhaust exhaustion>exhaust
    frustration>frustrat anxiety>anxious guilty>guilt fairness>fair unfair>fair honesty>honest sadness>sad
    loneliness>lonely loyal>loyal loyalty>loyal decision>decid decisions>decid choice>choos choices>choos
    conversation>talk thoughts>think feelings>feel feeling>feel
    """.split()
)

_STOP = """
    a an the this that these those such some any each every either neither both all no not none nor and or but so if then
    than as of at by for from in into on onto to toward towards with without within between among over under about after
    before until till since while during through across against along around near off out up down again once here there
    now today when whenever where wherever why how what whatever which whichever who whom whose whoever
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our
    ours ourselves they them their theirs themselves one ones someone somebody something anyone anybody anything everyone
    everybody everything nobody nothing somewhere anywhere else other others another
    am is are was were be been being do does did doing done have has had having can could will would shall should may
    might must ought cannot can't couldn't won't wouldn't shan't shouldn't mightn't mustn't don't doesn't didn't isn't
    aren't wasn't weren't haven't hasn't hadn't ain't i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd
    she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll that's that'd there's there'd here's what's
    what're what'd what'll who's who'd where's when's how's why's let's
    very really quite rather just only even still yet already also too almost enough much many more most less least few
    several lot lots bit little ever never always often sometimes usually perhaps maybe actually simply truly though
    although because whether like well oh ok okay yes yeah yep hm hmm mm ah um uh er alright et cetera etc
    two three four five six seven eight nine ten first second third last next both half same kind kinds sort sorts way ways
    able going get gets got getting gotten us § thing things stuff sure however whenever
"""

_COACHING = """
    act action answer approach arrive ask aspect assume assumption attention avoid aware away back become begin behave
    behind belief believe beneath best better big body brain breath breathe brief bring build call capture care carry case
    challenge chance change choose choice circumstance clear clearer closer coach coaching come comfortable common compare
    concern concrete consider contribute convinced cost count create cross curious current day deal decade decide decision
    deep deeper degree depend describe detail different difference difficult direction discover discuss draw ease easier
    easy edge effect end ending energy evidence exact example exception expect experience explore express face fact far
    feel felt fit fine focus follow forward forget free friend front full future gain general give go goal good great
    ground group grow guess hand handle happen hard head hear heart heavy help helpful here hidden hint hold hope hour
    huge idea ideal image imagine impact important inside interest invite involve issue job journey keep kind know knowing
    later lead learn leave lens let lesson level life lift light likely limit line listen live long look lose loss main
    make manage matter mean meaning memory mention might mind minute miss moment month morning mostly move movement name
    need new night note notice number obstacle occur offer old open opinion opposite option order outcome outside own pace
    pain part particular past path pattern pause peer person perspective picture piece place plain play please point
    position possible possibility power practise present pressure pretend prevent price problem protect pull purpose push
    put question quick quiet quite raise rate reach react read ready real realise realize reality reason recall recent
    recently recognise recognize reflect regret relate relationship rely remain remember repeat respond response rest result
    return risk role room round rule safe say scale scene see seem sense sentence separate session set settle shape share
    shift show side sign silence similar simple single sit situation slow small sit space speak specific specifically
    stage stake stand standing start state stay step stop stor story stretch strong strongest struggle success suggest sum
    summarise support suppose surface surprise system take talk task tell tempt term terms test thank think thinking
    thread time tiny together tomorrow tone top topic touch trust true truth try turn type understand unfold unsaid unspoken use
    usual value version view viewpoint voice wait walk want warn watch week welcome whole win wish wonder word work world
    worth write wrong year yesterday young circle exactly extent grip resonate mix mixed weigh weight weighing ahead
    bottom right draft facilitator half hardest hold holding line right obvious pick biggest smallest hello hi bye goodbye welcome
    askwell program software computer page print delete export edit store slower table card
    colleague manager boss team meeting partner family conversation office company project
    find puzzle jot hang shadow stay strike stand sleep eat travel drive laugh cry smile shout argue agree disagree succeed fail survive grieve
    rank score rate sketch tend lie belong measure earn trade plate above blunt slip appear carrying walking standing sitting count next proud
    stay strike stand stood check happier specific ideally instead inner within whose sound looking
"""

_FEELING = """
    afraid alive alone ambition ambivalent anger anguish annoy anticipat anxious appreciat asham awkward belong betray bitter
    bored bother brave burden calm caught care cheat comfort compassion concern confident conflict conflicted confus
    connect content contribut control courage crush curious delight despair determin devote disappoint discomfort
    discourag disgust dismay distress disturb divid doubt drain dread drift duty eager ease embarrass empt energ envy
    exasperat excit exhaust expos fair faith fatigue fear fed fond free freedom friend friction frighten frustrat fury
    furious grateful grief griev guilt happy harmony hate heavy helpless hesita hesitant hesitate honest honor honour hope
    hopeless humiliat hunger hurt ignor impatien inadequat independen indignant injustice insecur integrity intens invisible
    irritat isolat jealous joy justice kind lonel lonely longing lost love loyal meaning mistrust miser nervous numb
    oblig overload overwhelm pain panic passion patien peace playful pleas pleased powerless pressure pride proud pull pull
    purpose quiet raw react recogni recognition regret reject relief reliev reluctan reluctance resent resentful respect
    responsib responsibility responsible rest restless sad safe safety satisf scar scare scared secure security seen sham
    shame shock sick small sore sorrow split stab stability stakes strain stress stretch stuck suffer surpris suspicio
    tension tense terrif threat threaten tired torn touch tough trap trapped trust uncertain uncertainty uncomfortable uneas
    unease unheard uneasy unhappy unsafe unseen unsettl unsur unwanted upset urgen used useful valued vulnerable wary
    weary weight well worn worried worry worth yearn disrespected respected overlooked undervalued unappreciated
    excited nervousness hopeful drained rushed disconnected disheartening daunting draining painful overwhelming tiring
    frustrating lonely scary heavy isolating unsettling stressful confusing conflicting demoralising demoralizing
    important matter matters deeply deal great tug tugging pulled place room weighs weighing sits sitting
"""


def words_of(folded: str) -> list[str]:
    """The words of a folded text in order, a masked quotation counting as one."""
    return _WORD.findall(folded)


def stem(word: str) -> str:
    """A short common form of an English word: "keeps", "keeping" and "kept" all give "keep"."""
    word = _IRREGULAR.get(word, word)
    word = word.removesuffix("'s")
    for ending, by in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + by
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


STOP = frozenset(_STOP.split())
COACHING = frozenset(stem(word) for word in _COACHING.split())
FEELING = frozenset(stem(word) for word in _FEELING.split())


def content(folded: str) -> list[str]:
    """The stems of the words that carry content, in order, grammar left out."""
    return [stem(word) for word in words_of(folded) if word not in STOP and not word.isdigit()]

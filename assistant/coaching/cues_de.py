"""Decides which German words show which cue, as a table of patterns; refuses to know what a coach does with them.

Precision before recall, as in `cues.py`. Both "du" and "Sie" are read; ae, oe, ue and ss stand for umlauts where people
type them so.
"""

from assistant.coaching.cues import compiled
from assistant.schemas import Cue

_PERSON = r"(?:er|sie|die|der (?:chef|kollege|leiter)|die (?:chefin|kollegin|leiterin|leitung)|mein\w* (?:chef\w*|kolleg\w*|team|leute))"
_ADVERB = r"(?:doch |einfach |ja |auch |immer |wieder |schon |halt |mal |eigentlich |dann |selber |selbst |noch |oft |jedes mal )*"
_TABLE: dict[Cue, tuple[str, ...]] = {
    Cue.PLEA: (
        r"was (?:soll|sollte|kann|muss|könnte) ich (?:\w+ ){0,3}(?:machen|tun|sagen|antworten)|was (?:würdest|würden) (?:du|sie)\b",
        r"(?:gib|geben sie|nenn|sag) mir (?:\w+ ){0,3}(?:tipp|rat|ratschlag|antwort|lösung|optionen|ideen|vorschl\w+)|(?:hast|haben) (?:du|sie) (?:\w+ ){0,2}(?:tipps?|rat|ratschl\w+|ideen?|vorschl\w+|lösung)",
        r"soll(?:te)? ich\b[^.!\n]*\?|was (?:rätst|meinst|denkst|empfiehlst) du|an meiner stelle|sag mir (?:einfach |doch )?(?:was|wie|ob)\b",
    ),
    Cue.AVOIDED_CONVERSATION: (
        r"\bich (?:habe?|hab's|habs) (?:\w+ ){0,4}(?:nie|nicht|noch nicht|nichts) (?:\w+ ){0,2}(?:gesagt|erzählt|angesprochen|gefragt)",
        r"\b(?:wir|keiner|niemand) (?:reden|redet|sprechen|spricht|sagt) (?:\w+ ){0,3}(?:nicht|nie|was|darüber|drüber)|\bich (?:trau|traue) mich nicht|\bich sag(?:e)? (?:\w+ ){0,2}nichts\b",
    ),
    Cue.OWN_PART: (
        rf"\bich sag(?:e)? {_ADVERB}ja\b|\bich (?:mach|mache|übernehm|übernehme) (?:es|das|s) {_ADVERB}(?:selbst|selber|allein)|\bich geb(?:e)? {_ADVERB}nach\b|\bich (?:lass|lasse) (?:es|das|ihn|sie) {_ADVERB}(?:laufen|durchgehen|zu)",
        r"\bich (?:habe?|hab) (?:\w+ ){0,2}(?:geschwiegen|weggeschaut|zugestimmt|genickt|nachgegeben)|\bich schweige?\b|mein anteil",
    ),
    Cue.FEELING: (
        rf"\bich (?:bin|war|fühle? mich|werde) {_ADVERB}(?:so |sehr |total |richtig |ziemlich |ganz |nur noch )*(?:müde|wütend|sauer|traurig|enttäuscht|erschöpft|frustriert|ratlos|hilflos|genervt|verletzt|einsam|allein|überfordert|unsicher|nervös|erleichtert|kaputt|fertig|verzweifelt|angespannt)",
        r"\b(?:macht|ärgert|nervt|kränkt|verletzt|belastet) mich\b|\bich (?:schäme|ärgere|fürchte) mich|\bich habe? (?:so |solche |schon )?(?:angst|wut|ein schlechtes gewissen)",
    ),
    Cue.OWN_IDEA: (
        r"\b(?:vielleicht|eventuell) (?:könnte|sollte|muss|rede|frage?|sage?|mache?|geh|gehe|frag) ich\b|\bich könnte\b(?! (?:kotzen|heulen|schreien|nicht))",
        r"\bich überlege?,? (?:ob|zu)\b|\bwas,? wenn ich\b",
    ),
    Cue.COMMITMENT: (
        r"\bich (?:werde|rede|spreche|frage|sage|rufe|schreibe|schreib|red|frag|sag|ruf) (?:\w+ ){0,4}(?:morgen|heute|am (?:montag|dienstag|mittwoch|donnerstag|freitag)|nächste woche|bis (?:montag|freitag))",
        r"\b(?:morgen|am (?:montag|dienstag|mittwoch|donnerstag|freitag)|nächste woche) (?:werde|rede|spreche|frage|sage|rufe|schreibe|red|frag|sag|ruf) ich\b",
    ),
    Cue.TURNING_POINT: (
        r"\b(?:mir wird|merke|sehe) (?:gerade|jetzt|ich gerade)|so (?:habe|hab) ich das (?:noch )?nie gesehen|^(?:hm+|oh|ah)[,. ]|jetzt,? wo ich (?:es|das) (?:schreibe|sage|lese)",
    ),
    Cue.ABSOLUTE: (
        r"(?<!nicht )\b(?:immer|nie|niemals|keiner|niemand|ständig|jedes mal|alle|jeder|nichts)\b(?! (?:noch|mehr als|zu danken))",
    ),
    Cue.NECESSITY: (
        r"\bich (?:muss|darf nicht|kann (?:doch )?nicht)\b|\bmir bleibt (?:\w+ ){0,2}(?:nichts|keine)|\bkeine (?:wahl|andere möglichkeit)",
    ),
    Cue.MIND_READING: (
        rf"\b{_PERSON} {_ADVERB}(?:denkt|denken|glaubt|glauben|hasst|hassen|mag mich nicht|respektiert|will mich|hält mich für|nimmt mich nicht ernst)",
        rf"\b{_PERSON} ist (?:\w+ )?(?:egal|alles egal)|ihm ist (?:das|es|alles) egal|ihr ist (?:das|es|alles) egal",
    ),
    Cue.CAUSE: (r"\bwegen (?:ihm|ihr|denen|mir|dem chef|der chefin)\b|\bdeshalb\b|\bdarum (?=\w+ )",),
    Cue.WISH: (
        r"\bich (?:will|möchte|wünsche? mir|wünsch mir|hätte gern|würde gern|hoffe)\b(?! (?:einen rat|tipps|wissen,? was du))|\bwenn (?:er|sie|die) nur\b",
    ),
    Cue.ATTEMPT: (
        r"\bich (?:habe|hab)(?:e? (?:es|ihm|ihr|ihn|sie|schon|mal|das|dann|auch|einmal|zweimal|mehrmals))* (?:\w+ ){0,4}(?:versucht|angesprochen|gesagt|gefragt|vorgeschlagen|gebeten|geschrieben|angeboten|probiert)\b(?<!nicht gesagt)",
    ),
    Cue.VALUE: (
        r"\b(?:unfair|ungerecht|fair|ehrlichkeit|respekt|loyal\w*|verantwortung|stolz auf)\b|\bmir (?:ist|war) (?:\w+ )?wichtig",
    ),
    Cue.BLAME_OR_LABEL: (
        r"\b(?:faul|unfähig|egoistisch|toxisch|arrogant|stur|unzuverlässig|ein idiot|eine zicke|narzisst\w*)\b",
    ),
    Cue.VAGUE_NOUN: (
        r"\b(?:kommunikation|wertschätzung|motivation|transparenz|unterstützung|zusammenarbeit|stimmung|kultur)\b",
    ),
    Cue.METAPHOR: (
        r"\b(?:zwischen (?:allen|den|zwei) stühlen|gegen (?:eine |ne )?wand|auf eierschalen|hamsterrad|wie (?:ein|eine|im|auf) (?:\w+ ){1,4})",
    ),
}

GERMAN = compiled(_TABLE)

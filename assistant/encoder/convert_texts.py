"""Decides which texts the converted encoder is measured on; refuses to know how they are measured.

All written for this purpose. 144 are built from two tables, the rest are single texts, paragraphs made of
several of them (the longest run past 256 tokens), fragments, and a few in scripts the model barely knows.
"""

_OPENINGS = (
    "I keep putting off",
    "Since the spring nobody has wanted to talk about",
    "My manager asked me to take over",
    "What would change if I stopped worrying about",
    "Two of us disagree on how to handle",
    "Honestly, I am tired of",
    "Last Tuesday I finally raised",
    "How do other teams deal with",
    "There is no budget left for",
    "I was promoted six weeks ago and inherited",
    "Who else is affected by",
    "The board wants a decision by Friday about",
)
_TOPICS = (
    "the handover between the night shift and the day shift.",
    "a supplier who delivers late and blames the weather.",
    "the review of a colleague who used to be my friend.",
    "moving our customer records to the new system.",
    "the meeting in which three people do all the talking.",
    "hiring a second nurse for the clinic.",
    "my habit of saying yes to every request.",
    "the complaint that a parent sent to the school.",
    "cutting the reporting from twelve pages to two.",
    "the argument over who owns the pricing page.",
    "working from home on the days when the office is full.",
    "a merger that was announced before we were told.",
)
_SINGLES = (
    "The ferry was cancelled because of fog.",
    "Bake the loaf for forty minutes, then let it cool on a rack.",
    "Photosynthesis turns light into chemical energy.",
    "She scored twice in the second half.",
    "Interest rates rose by a quarter of a point.",
    "The cat sleeps on the warm side of the boiler.",
    "Could you send me the invoice again, please?",
    "A binary search halves the interval at every step.",
    "Nobody told the apprentice where the fuse box is.",
    "We lost the tender by nine points out of a hundred.",
    "Grandmother's violin needs a new bridge.",
    "The committee shall meet no fewer than four times a year.",
    "Rain, rain, and then more rain.",
    "What did you hope would happen when you said that?",
    "When did you first notice that the mood had turned?",
    "Which part of this is yours to decide?",
    "He apologised, although he had done nothing wrong.",
    "The patient reports a dull pain in the left knee.",
    "Turn left after the chapel and follow the canal.",
    "Our newest engineer is quicker than all of us and lonelier too.",
    "I feel stuck.",
    "I do not trust the numbers in the quarterly forecast.",
    "Someone has to tell the volunteers that the shop is closing.",
    "Delegating is easy; not taking it back is the hard bit.",
    "The printer on floor 3 is jammed AGAIN!!!",
    "pls can u look at my slides b4 2pm thx",
    "Her team of 14 shrank to 9 within 18 months (a 36% drop).",
    "Error 504: the gateway did not respond within 30 s.",
    "The treaty was signed in a railway carriage.",
    "Glaciers carve valleys shaped like the letter U.",
    "If the test fails, read the log from the bottom up.",
    "My co-founder wants to sell; I want ten more years.",
    "After the accident the warehouse introduced a second signature.",
    "Every Monday I dread the stand-up and every Monday it is fine.",
    "Nothing about us should be decided without us, the tenants wrote.",
    "The orchard produced eleven tonnes of pears.",
    "I think they are afraid of me, and I have no idea why.",
    "Remote colleagues hear about changes a week after everyone else.",
    "Why does the quietest person always get the minutes to write?",
    "It worked in the pilot and fell apart in the second region.",
)
_FRAGMENTS = (
    "trust",
    "overtime",
    "budget cuts",
    "late again",
    "difficult conversation with my boss",
    "42",
    "ok",
    "???",
    "conflict, team, silence",
    "Dr Amara Okafor-Lindqvist",
    "x = y / (1 + z)",
    "NOT URGENT",
    "no",
    "\N{THINKING FACE}",
    "stakeholders' expectations",
    "onboarding checklist v2.1-final",
)
_OTHER_LANGUAGES = (
    "Ich weiß nicht, wie ich das Gespräch beginnen soll.",
    "Mon équipe ne me dit plus rien depuis la réorganisation.",
    "¿Quién decide cuando nadie está de acuerdo?",
    "Il progetto è in ritardo di tre settimane.",
    "Het rooster verandert elke week.",
    "Minha chefe quer respostas rápidas.",
    "Kokous kesti kolme tuntia.",
    "我不知道该怎么跟他说。",
    "Мне трудно отказывать коллегам.",
    "أحتاج إلى وقت للتفكير.",
)


def texts() -> list[str]:
    """The 240 texts, in a fixed order."""
    built = [f"{opening} {topic}" for opening in _OPENINGS for topic in _TOPICS]
    paragraphs = [" ".join(_paragraph(start)) for start in range(30)]
    return [*built, *_SINGLES, *paragraphs, *_FRAGMENTS, *_OTHER_LANGUAGES]


def _paragraph(start: int) -> list[str]:
    """2 to 31 of the single texts, beginning at `start` and going round."""
    return [_SINGLES[(start + step) % len(_SINGLES)] for step in range(start + 2)]

"""Promises of `coaching.reading` and `coaching.quoting`: cues in the thinker's own words, quotes that stay grammatical."""

import pytest

from assistant.coaching.kinds import Kind
from assistant.coaching.quoting import LONGEST, clause, clauses, to_you
from assistant.coaching.reading import read
from assistant.schemas import Cue
from assistant.tongues import tongue

CUES = [
    pytest.param("Nobody on the ward ever reads the handover.", Cue.ABSOLUTE, "Nobody", id="absolute"),
    pytest.param("We have to finish the rota by hand.", Cue.NECESSITY, "We have to", id="necessity"),
    pytest.param(
        "My manager doesn't care about the night shift.", Cue.MIND_READING, "My manager doesn't care", id="mind-reading"
    ),
    pytest.param("It is because of him the grant slipped.", Cue.CAUSE, "because of him", id="cause"),
    pytest.param("He is toxic in reviews.", Cue.BLAME_OR_LABEL, "toxic", id="label"),
    pytest.param("It all comes down to communication.", Cue.VAGUE_NOUN, "communication", id="vague-noun"),
    pytest.param("There is too much on my desk.", Cue.MISSING_COMPARISON, "too much", id="missing-comparison"),
    pytest.param("I feel so guilty about the interns.", Cue.FEELING, "I feel so guilty", id="feeling"),
    pytest.param("That isn't fair on the juniors.", Cue.VALUE, "isn't fair", id="value"),
    pytest.param("I keep covering for him.", Cue.OWN_PART, "I keep covering", id="own-part"),
    pytest.param("I want us to close on time.", Cue.WISH, "I want", id="wish"),
    pytest.param("I asked the head twice.", Cue.ATTEMPT, "I asked", id="attempt"),
    pytest.param(
        "I haven't told anyone at home.", Cue.AVOIDED_CONVERSATION, "I haven't told", id="avoided-conversation"
    ),
    pytest.param("Maybe I could swap the Tuesdays.", Cue.OWN_IDEA, "Maybe I could", id="own-idea"),
    pytest.param("I'll write to her on Friday.", Cue.COMMITMENT, "I'll write", id="commitment"),
    pytest.param(
        "I just realised it is the same with my brother.", Cue.TURNING_POINT, "I just realised", id="turning-point"
    ),
    pytest.param("It is like walking on eggshells.", Cue.METAPHOR, "walking on eggshells", id="metaphor"),
    pytest.param("So what should I do?", Cue.PLEA, "what should I do", id="plea"),
]


@pytest.mark.parametrize(("message", "cue", "words"), CUES)
def test_a_cue_is_found_with_its_place(message: str, cue: Cue, words: str) -> None:
    """Each cue is found, and its offsets lead to the thinker's own words."""
    spans = read(message, 1).of(cue)
    place = message.index(words)
    assert any(span.start < place + len(words) and place < span.end for span in spans), [span.text for span in spans]
    for span in spans:
        assert message[span.start : span.end] == span.text
        assert message[span.quote.start : span.quote.end] == span.quote.text


NOT = [
    pytest.param("Never mind, it was my mistake.", Cue.ABSOLUTE, id="never-mind"),
    pytest.param("It's not always like that.", Cue.ABSOLUTE, id="not-always"),
    pytest.param("She is angry with the supplier.", Cue.FEELING, id="someone-else-feels"),
    pytest.param("I'll be honest with you.", Cue.COMMITMENT, id="phrase-not-commitment"),
    pytest.param("I have to say the room was cold.", Cue.NECESSITY, id="have-to-say"),
    pytest.param("KeyError: 'never' in always.py, see `everyone`", Cue.ABSOLUTE, id="inside-code"),
    pytest.param("https://example.org/what-should-i-do-always", Cue.ABSOLUTE, id="inside-a-link"),
    pytest.param("The new line is better than the old one.", Cue.MISSING_COMPARISON, id="comparison-is-there"),
]


@pytest.mark.parametrize(("message", "cue"), NOT)
def test_a_look_alike_is_left_alone(message: str, cue: Cue) -> None:
    """A word that only looks like a cue is not taken for one."""
    assert not read(message, 1).has(cue)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        pytest.param("idk", Kind.HOLLOW, id="idk"),
        pytest.param("?", Kind.HOLLOW, id="question-mark"),
        pytest.param("🙂", Kind.HOLLOW, id="emoji"),
        pytest.param("no, not really.", Kind.TELLING, id="more-than-hollow"),
        pytest.param("hello", Kind.GREETING, id="greeting"),
        pytest.param("ok let's stop here", Kind.STOP, id="stop"),
        pytest.param("You just keep repeating my words", Kind.DOUBT, id="doubt"),
        pytest.param("that's not what I meant", Kind.MISREAD, id="misread"),
        pytest.param("tried what", Kind.UNCLEAR, id="unclear"),
        pytest.param("That sentence doesnt mean anything.", Kind.UNCLEAR, id="unclear-sentence"),
        pytest.param("don't change the subject, I wasn't finished", Kind.BACK, id="back"),
        pytest.param("I need a minute.", Kind.PAUSE, id="pause"),
        pytest.param("right, I'm off to bed. thanks", Kind.STOP, id="goodnight"),
        pytest.param("now piss off", Kind.STOP, id="rude-stop"),
        pytest.param("No, I won't stop with that.", Kind.TELLING, id="not-a-stop"),
        pytest.param("Can anyone at head office read what I type here?", Kind.ABOUT_US, id="about-privacy"),
        pytest.param("How do I delete this?", Kind.ABOUT_US, id="about-deleting"),
        pytest.param("We talked about the internet outage.", Kind.TELLING, id="internet-in-a-story"),
        pytest.param("Are you a real person?", Kind.ABOUT_US, id="about-us"),
        pytest.param("The printer in ward three jams.", Kind.TELLING, id="telling"),
    ],
)
def test_the_kind_of_reply(message: str, kind: Kind) -> None:
    """A short reply, a stop, a doubt and a question about us are told from telling."""
    assert read(message, 2).kind == kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("I do not know how to tell him", "en", id="english"),
        pytest.param("No sé cómo decírselo a mi jefe", "es", id="spanish"),
        pytest.param("Ich weiß nicht, wie ich es ihm sagen soll", "de", id="german"),
        pytest.param("Mein Chef war so sauer, dass keiner was sagt", "de", id="german-with-english-looking-words"),
        pytest.param("I was so mad, will see, die team", "en", id="english-with-german-looking-words"),
        pytest.param("Я не знаю, как ему это сказать", "other", id="russian"),
        pytest.param("ok", "", id="too-short"),
    ],
)
def test_the_language_is_told_from_small_words(text: str, language: str) -> None:
    """English and Spanish are known, others are known to be others, and a word or two tells nothing."""
    assert tongue(text) == language


@pytest.mark.parametrize(
    ("words", "turned"),
    [
        pytest.param("I keep ending up doing her work", "you keep ending up doing her work", id="plain"),
        pytest.param("I’m tired of my own lists", "you're tired of your own lists", id="contraction-and-my"),
        pytest.param("I was sure he saw me", "you were sure he saw you", id="was"),
        pytest.param("my boss thinks I'm lazy", None, id="other-subject"),
        pytest.param("I told you already", None, id="you-is-ambiguous"),
        pytest.param("I think we lost it", None, id="we-is-ambiguous"),
        pytest.param("I am", None, id="too-short"),
    ],
)
def test_pronouns_turn_only_where_certain(words: str, turned: str | None) -> None:
    """A clause is turned to "you" when its grammar stays certain, and otherwise not at all."""
    assert to_you(words) == turned


def test_a_quote_is_a_clause_and_not_a_transcript() -> None:
    """However long the sentence, what is quoted is short, whole words, and holds the cue."""
    long = "Yesterday at the site meeting the foreman said in front of all the subcontractors that I always delay the concrete"
    for span in read(long, 1).open_spans(tuple(Cue)):
        assert len(span.quote.text.split()) <= LONGEST
        assert f" {span.quote.text} " in f" {long} "


WHOLE = [
    pytest.param("I always filled in everything but the date.", "always", id="object-stays"),
    pytest.param("I haven't told Anselm that his clock ran on through the leave.", "told", id="that-clause-stays"),
    pytest.param("I always give in because he shouts.", "always", id="a-short-sentence-stays-whole"),
]


@pytest.mark.parametrize(("message", "word"), WHOLE)
def test_a_quote_is_never_cut_in_the_middle(message: str, word: str) -> None:
    """What is quoted around a word goes on to where the clause ends, so that its sense is not turned round."""
    start = message.index(word)
    assert message[slice(*clause(message, start, start + len(word)))] == message.rstrip(".")


def test_two_people_stay_together_in_a_quote() -> None:
    """ "Ruth and I had soup" is one subject: a clause never begins at its "I"."""
    text = "A month ago, before she moved away, Ruth and I still had our soup together on Thursdays at noon."
    assert "Ruth and I still had our soup together on Thursdays at noon" in [text[a:b] for a, b in clauses(text)]


NOT_SAID_BACK = [
    pytest.param("You never listen, do you.", id="words-to-the-coach"),
    pytest.param("If he were angry, I would never sleep.", id="under-an-if"),
    pytest.param("I always hate that question.", id="about-the-chat"),
    pytest.param("'I never said so, she went", id="unbalanced-mark"),
    pytest.param("rows = never(everyone)", id="code"),
]


@pytest.mark.parametrize("message", NOT_SAID_BACK)
def test_some_words_are_not_said_back(message: str) -> None:
    """Remarks to the coach, hypotheses and code are read but never quoted."""
    assert not read(message, 1).open_spans(tuple(Cue))


def test_very_long_and_strange_messages_are_read() -> None:
    """20,000 characters, right-to-left text and control signs are read without an error."""
    for message in ("never " * 3400, "אני לא יודע מה לעשות עם זה", "<script>alert('always')</script>", "((((" * 500):
        read(message, 1)

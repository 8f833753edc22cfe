"""Decides every word on the Sharpen tab; refuses to know where it stands. Part of copy.py, kept apart for its length."""

from typing import ClassVar


class SHARPEN:
    """A workbench for one's own question: live marks, a list, one's own patterns, practice."""

    # --- workbench
    TITLE = "Sharpen a question"
    INTRO = "Write the question you are about to ask. What might get in its way is marked while you type."
    SAID_LABEL = "What they said (if you like)"
    SAID_HINT = "Their own words and ideas then count as theirs"
    DRAFT_LABEL = "Your question"
    DRAFT_HINT = "Just start typing"
    KEPT = "None of your words are kept."
    WAITING = "Marks and other ways to ask appear here as you write."
    UNDO = "Bring my draft back"
    ASK_MODEL = "Ask the language model too"
    ASK_MODEL_FIRST = "Type a question first; the language model is asked only about what is in the box."
    # --- result
    SHARP = "This one is ready to ask. Nothing stands in its way."
    FOUND = ("", "One thing to look at.", "{number} things to look at.")
    MARKED = "Your question, with the places marked"
    NOTES = "What might get in the way"
    MARK_STARTS = "marked for note {numbers}:"
    MARK_ENDS = "end of mark."
    WHOLE = "the whole question"
    REWRITES = "The same question, asked another way"
    NO_REWRITES = "No ready-made version fits this one; the notes above may be enough to turn it."
    TAKE = "Take this"
    TAKE_NAMED = "Put this question into the box"
    KEY = "Alt+{number}"
    TAKEN = "It is in the box now. Change it until it sounds like you."
    # --- list
    LIST = "A list of questions"
    LIST_INTRO = (
        "After a question burst, or for a handout: put in one question a line, or a table (CSV) "
        "with a column named question and, if you like, one named context."
    )
    LIST_LABEL = "Questions, one a line, or CSV"
    LIST_HINT = "What did you hope for?\nHave you talked to him?"
    FILE = "Choose a CSV file"
    FILE_HINT = "It is read in this browser and put into the box."
    FILE_READ = "{name} is in the box now."
    FILE_FAILED = "{name} could not be read as text; save it as CSV and choose it again."
    FILE_LONG = "{name} is too long for the box; split it into parts of at most 300 questions."
    LOOK_ALL = "Look at all"
    LOOKING = "Looked at {done} of {questions} …"
    COLUMNS = ("No.", "Question", "In its way", "A sharper version")
    READY = "ready to ask"
    READY_COUNT = "{questions}, {ready} ready to ask."
    COMMONEST = "Most often in the way: {fault} ({times})."
    QUESTIONS = ("", "1 question", "{count} questions")
    SORT_BY = "Sort by {column}"
    SORTED_UP = "Sorted by {column}, first to last."
    SORTED_DOWN = "Sorted by {column}, last to first."
    EXPORT = "Download as CSV"
    EXPORT_FILE = "askwell-questions.csv"
    EXPORTED = "{file} is on its way to your downloads."
    # --- patterns
    PATTERNS = "My patterns"
    PATTERNS_INTRO = (
        "Which faults come up in your drafts, week by week. Off unless you switch it on. Only their names and how often "
        "are kept, in this browser on this device, and until tomorrow a short fingerprint of each draft, so that none "
        "counts twice; never your words, and nothing is sent to Askwell. Switching it off stops the counting and "
        "deletes nothing."
    )
    PATTERNS_ON = "Count the faults of my drafts"
    PATTERNS_NONE = (
        "Nothing counted yet. A draft counts when you pause on it for two seconds, or take another version of it."
    )
    PATTERN_COLUMNS = ("Fault", "This week", "Before", "All")
    PATTERN_MOST = "Most often: {fault}, {all} in all."
    PATTERN_DOWN = "Gone down most: {fault}, {before} before, {now} this week."
    PATTERN_DOWN_MANY = "Gone down most: {fault}, {before} in the {weeks} weeks before, {now} this week."
    PATTERN_FORGET = "Forget all counts"
    PATTERN_SURE = "Press once more to forget them for good"
    PATTERN_FORGOTTEN = "All counts are forgotten."
    PATTERN_LOST = "This browser keeps nothing for this page (private window?), so nothing can be counted."

    FAULTS: ClassVar[dict[str, str]] = {
        "closed": "Closed",
        "leading": "Leading",
        "advice_in_disguise": "Advice in disguise",
        "stacked": "More than one question",
        "either_or": "A pick from two",
        "why_blame": "A why that asks for a defence",
        "presupposing": "Takes something for granted",
        "fact_finding": "Asks for the story's facts",
        "about_others": "Guesses at someone else's mind",
        "long_winded": "Long",
        "vague": "Vague",
        "loaded_word": "A loaded word",
        "not_a_question": "Not a question yet",
    }
    MEANINGS: ClassVar[dict[str, str]] = {
        "closed": "yes, no or one fact answers it",
        "leading": "one answer is the wanted one",
        "advice_in_disguise": "a suggestion with a question mark",
        "stacked": "two or more at once, or one asked twice",
        "either_or": "they may only choose from what you name",
        "why_blame": "they have to justify themselves",
        "presupposing": "treats as settled what they have not said",
        "fact_finding": "news for you, not thinking for them",
        "about_others": "what goes on in an absent person",
        "long_winded": "a run-up first, or too many words",
        "vague": "nothing to hold on to",
        "loaded_word": "a charged word that is yours, not theirs",
        "not_a_question": "a statement, an order or a greeting",
    }


class PRACTICE:
    """Rounds of ten drafts on the Sharpen tab."""

    TITLE = "Practice"
    INTRO = (
        "Ten drafts of colleagues. Find what stands in the way of each, then ask it sharper. A round takes about ten "
        "minutes; nothing of it is kept."
    )
    BEGIN = "Start a round"
    STEP = "Draft {number} of {count}"
    POINTS = ("{points} point so far", "{points} points so far")
    SAID = "They had said"
    ASKED = "A colleague wants to ask"
    TICK = "What stands in its way?"
    CHOICE = "{name}: {meaning}"
    SHARP = "Nothing, it is sharp"
    LOOK = "Look"
    EXACT = "All found"
    EXACT_SHARP = "Right: it is sharp, nothing stands in its way"
    SOME = "Some of it"
    NOT_YET = "Not this time"
    RIGHT = "You found"
    MISSED = "Also there"
    WRONG = "Not there"
    WOULD_BE = "that would be: {meaning}."
    WAS_SHARP = "This one is sharp. {works}"
    GAINED = ("no point", "half a point", "1 point")
    OWN_TITLE = "Now ask it sharper"
    OWN_INTRO = "Keep what the colleague wanted to touch."
    OWN_LABEL = "Your version"
    OWN_CHECK = "Check mine"
    OWN_SHARP = "Sharp. {works}"
    OWN_POINT = "One more point."
    OWN_FAULTS = "Nearly; look at this:"
    OWN_SAME = "That is our example word for word; say it your own way for the point."
    SHOW = "Show an example"
    EXAMPLE = "One way to ask it"
    NEXT = "Next draft"
    FINISH = "See how it went"
    SCORE = "{points} of {most} points"
    SCORE_INTRO = "That was the round."
    MISSED_MOST = "Most often missed"
    MISSED_TIMES = "{fault} ({times})"
    MISSED_NONE = "You missed no fault."
    AGAIN = "Another round"

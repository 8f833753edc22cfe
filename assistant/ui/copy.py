"""Decides every word on the screen of the web app; refuses to know where it stands or when it is shown.

One group of constants a tab. Words with a gap carry it as {name}; `.format` fills it.
"""

from typing import ClassVar

from assistant.flows.headings import TITLES
from assistant.ui.copy_sharpen import PRACTICE, SHARPEN

__all__ = ["APP", "BAR", "BRIEF", "DESIGN", "PAIR", "PRACTICE", "PREPARE", "SHARPEN", "TABS"]


class APP:
    """What stands around the tabs."""

    TITLE = "Askwell"
    TAGLINE = "Good questions, your own answers."
    LISTENING = "Askwell is at {address}"
    GONE_TITLE = "This page is not here"
    GONE = "There is no such brief in this browser. It may have been deleted, or it belongs to another browser."
    GONE_WAY_BACK = "Back to Askwell"
    FOREIGN_HOST = "Askwell answers only under its own address; open {address} instead."
    FOREIGN_ORIGIN = "Another web site asked for this; Askwell answers only its own page."
    OPENING = "Opening Askwell …"
    NO_COOKIE = "Your browser did not send Askwell's cookie; allow cookies for this address and reload the page."
    SURPRISE = "Something broke inside Askwell; your text is still in the box, send it once more or reload the page."
    LOST = "Askwell does not answer; start it again, your text is still in the box."


class TABS:
    """Names of the tabs, in order."""

    PREPARE = "Prepare"
    PAIR = "Pair"
    SHARPEN = "Sharpen"
    DESIGN = "Design"


class PREPARE:
    """The conversation."""

    INTRO_TITLE = "What is on your mind at work?"
    INTRO = (
        "Askwell listens, says back what it hears and asks the next question.",
        "It is a program: no coach, no expert, nobody's colleague.",
        "It won't give you advice or an answer, because the thinking is yours.",
    )
    OPENERS_LEAD = "Tell it the way it comes, or start with one of these and carry on:"
    OPENERS = (
        "Something at work keeps coming back: ",
        "I keep putting off a conversation with ",
        "I have to make up my mind about ",
    )
    LOCAL_VOICE = "What you write stays on the computer that runs Askwell. You can delete it at any time."
    MODEL_VOICE = "Your messages go to {voice} to be put into words. They are kept here, and you can delete them."
    CHAT_LABEL = "Conversation"
    BOX_LABEL = "Your message"
    BOX_HINT = "Write here. Enter sends, Shift and Enter starts a new line."
    SEND = "Send"
    STOP = "Stop"
    WHY = "Why this?"
    EMPTY = "The box is empty; write a word or two first."
    STOPPED = "Stopped. What was said so far is kept."
    DELETED = "The session is deleted for good."


class BAR:
    """Above the conversation: which session this is, and what can be done with it."""

    NEW = "New session"
    START_OVER = "Start over"
    EARLIER = "Earlier sessions"
    EARLIER_SHORT = "Earlier"
    BRIEF = "Your brief"
    NONE = "No earlier sessions in this browser."
    HERE = "open now"
    TURNS = "{n} messages"
    ONE_TURN = "1 message"
    DELETE = "Delete"
    DELETE_LONG = "Delete this session"
    SURE = "Delete this session and its brief for good?"
    YES = "Yes, delete"
    NO = "Keep it"


class BRIEF:
    """The one page that goes along to the peers."""

    TITLE = "Your brief"
    LEAD = "It fills with your own words as you talk. Every line can be changed."
    EMPTY = "nothing yet"
    ADD_TO = "Add a line to {field}"
    REMOVE = "Remove this line from {field}"
    LINE = "{field}, line {n}"
    FROM = "from message {n}"
    FROM_HINT = "Show message {n} in the conversation"
    EDITED = "your edit"
    EDITED_FROM = "your edit of message {n}"
    MARKDOWN = "Markdown"
    MARKDOWN_HINT = "Download the brief as a Markdown file"
    PRINT = "Print page"
    PRINT_HINT = "Open the brief as a page to print"
    GATHER = "Look through my words again"
    GATHERED = "The language model picked words of yours for empty lines; change or remove what does not fit."
    NOTHING_GATHERED = "Nothing more was found for the empty lines."
    FILE_NAME = "askwell-brief.md"
    LABELS = TITLES  # the same headings as on paper, so that they cannot differ


class PAIR:
    """Helping a peer: questions suggested, a draft looked at, a session run."""

    # --- what was said
    SAID_TITLE = "What was said"
    SAID_INTRO = "Put down what your peer has just told you. Askwell suggests questions that stay with those words."
    SAID_LABEL = "Your peer's words"
    SAID_HINT = "As close to the way they said it as you can"
    SUGGEST = "Suggest a question"
    ELSE = "Something else"
    SUGGESTED = ("", "One question to choose from.", "Two questions to choose from.", "Three questions to choose from.")
    NOTHING_ELSE = "Nothing else comes up for these words. Add what was said since, and ask again."
    NOTHING_HERE = "No question for {place}: nobody asks in this stage, or nothing new comes up."
    FOR_STAGE = "Fitted to: {place}."
    HEARD = "Because you heard"
    LENS = "Looks at"
    WHY = "Why"
    COPY = "Copy"
    COPIED = "Copied"
    COPY_FAILED = "Select the words to copy them"
    COPY_NAMED = "Copy this question"
    # --- my question
    DRAFT_TITLE = "My question"
    DRAFT_INTRO = "Write the question you are about to ask. Askwell says what might get in its way."
    DRAFT_LABEL = "Your question, as a draft"
    DRAFT_HINT = "Enter checks it"
    CHECK = "Check my question"
    # --- protocols
    PROTOCOLS_TITLE = "Run a session"
    PROTOCOLS_INTRO = "Ways for peers to work together, step by step, with a timer that stays in your browser."
    PICK = "Protocol, {count} to choose from"
    NONE_PICKED = "Pick a protocol to see its stages and its timer."
    SOURCE = "Source"
    ROLES = "Roles"
    PEOPLE = "People"
    LENGTH = "Length"
    MINUTES = "{minutes:g} min"
    STAGES = "Stages"
    SPEAKS = "Who speaks"
    HELPS = "Askwell"
    KEEPS = "What you keep"
    ASSISTANT: ClassVar[dict[str, str]] = {
        "silent": "stays silent",
        "on_request": "helps when someone asks",
        "prompts": "offers a prompt",
    }
    # --- timer
    TIMER = "Stage timer"
    STAGE_OF = "Stage {number} of {count}"
    START, PAUSE, RESUME = "Start", "Pause", "Go on"
    NEXT, FINISH, BACK, RESET = "Next stage", "Finish", "Back", "Reset"
    OVER = "{time} over"
    STAGE_UP = "The time for “{name}” is up. Move on when you are all ready."
    LAST_UP = "The time for “{name}” is up. It is the last stage."
    STAGE_NOW = "Now: {name}."
    FINISHED = "That was the last stage."
    PROGRESS = "Time used in {name}"

    LENSES: ClassVar[dict[str, str]] = {
        "outcome": "what they want instead",
        "exception": "when it is different",
        "evidence": "what was seen or heard",
        "meaning": "what a word holds",
        "value": "what matters",
        "own_part": "their own part",
        "pattern": "where it comes back",
        "assumption": "what is taken as given",
        "others_view": "how others put it",
        "time": "time",
        "scale": "how much",
        "resource": "what already carries",
        "choice": "choices",
        "avoidance": "what stays unsaid",
        "body_energy": "energy and body",
        "relationship": "what is between people",
        "system": "who and what else is touched",
        "commitment": "what they will do",
        "learning": "what it taught",
        "focus": "the question for the peers",
    }


class DESIGN:
    """The workshop for programme designers."""

    # --- prompts
    PROMPTS_TITLE = "Prompts"
    PROMPTS_INTRO = (
        "What a language model is told, when one is set up. The eight characters are the version: they come from the "
        "content, and every stored turn carries them."
    )
    PROMPT = "Prompt: name · flow · version"
    PROMPT_ROW = "{name} · {flow} · {version}"
    EXAMPLE = "Example inputs"
    EXAMPLE_ROW = "Example {number}"
    BODY = "As it is written"
    PREVIEW = "As a model receives it"
    NO_PROMPTS = "There are no prompts in this installation."
    # --- knowledge
    BANK_TITLE = "Questions and protocols"
    BANK_INTRO = "Everything the embedded coach can ask, and every protocol on the Pair tab."
    SEARCH = "Search"
    SEARCH_HINT = "Words that must all appear"
    LENS = "Lens"
    MOVE = "Move"
    ANY = "any"
    SHOW_ALL = "Show all"
    COUNT = "{count} of {total} questions."
    COUNT_CUT = "{count} of {total} questions; the first {shown} are shown."
    PROTOCOL_COUNT = "{count} of {total} protocols."
    QUESTIONS = "Questions"
    PROTOCOLS = "Protocols"
    QUESTION_COLUMNS = ("Question", "Lens", "Moves", "Depth", "Needs", "Id")
    PROTOCOL_COLUMNS = ("Protocol", "Roles", "People", "Stages", "Minutes", "Id")
    # --- suite
    SUITE_TITLE = "Stance suite"
    SUITE_INTRO = "Runs every case against what is installed here and shows which sentence decided. You can leave the tab meanwhile."
    RUN = "Run the stance suite"
    CANCEL = "Cancel"
    RUNNING = "{done} of {total} cases, {failed} did not hold."
    DONE = "Done: {held} of {total} cases held, {failed} did not."
    STATUS: ClassVar[dict[str, str]] = {"failed": "did not hold", "error": "could not be run", "held": "held"}
    CANCELLING = "Stopping after the case it is at …"
    CANCELLED = "Cancelled. What is shown had run before that."
    PROGRESS = "Cases run"
    FAILED = "What did not hold"
    HELD = "What held ({count})"
    NONE_FAILED = "Every case held."
    NO_CASES = "There are no cases in this installation."
    CASE_COLUMNS = ("Case", "Suite", "Result", "Why", "Sentence that decided")
    TOTALS = "Totals"
    TOTAL_COLUMNS = ("Suite", "Held", "Share", "95 % interval (Wilson)")
    BASELINE = "Against the accepted baseline: {summary}"

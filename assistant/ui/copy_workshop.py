"""Decides every word of the workshop on the Design tab; refuses to know where it stands. Part of copy.py, kept apart for its length."""


class WORKSHOP:
    """A file changed, tried against what is in use, kept as a version."""

    TITLE = "Try a change"
    INTRO = (
        "Change a prompt, a phrase, questions or a protocol as a draft, and see case by case what gets better and what gets worse before any "
        "colleague meets it. The trial speaks with Askwell's own voice; prompts are heard only by a language model, so for a prompt it "
        "tells no difference."
    )
    FILE = "File"
    DRAFT = "Draft"
    USABLE = "The draft can be used."
    SAME = "This is what is in use."
    DIFFERENCE = "What changes"
    SUITES = "Try it on"
    TRY = "Try the draft"
    CANCEL = "Stop the trial"
    CANCELLED = "Stopped. Nothing was kept."
    RUNNING = "{done} of {total} cases ({side})."
    PROGRESS = "Cases run"
    WORDS = "Suite by suite"
    COLUMNS = ("Suite", "In words", "Difference", "95 % interval (Bonett–Price)", "p (exact McNemar)")
    CHANGED = "Cases that changed"
    CHANGED_COLUMNS = ("Case", "Now", "Why", "Sentence that decided")
    HELD = "holds"
    FAILED = "does not hold"
    NOTHING = "No case changed."
    REPORT = "Download the whole report"
    REPORT_NAME = "askwell-trial.html"
    NOTE = "What is this version for?"
    KEEP = "Keep as the version in use"
    KEPT = "Kept as {id}. It is in use from the next start on."
    VERSIONS = "Versions"
    SHIPPED = "as it ships"
    VERSION = "{id} · {at} · {note}"
    BACK = "Use this version again"
    BACK_DONE = "In use again from the next start on."
    ONLY_HERE = "Versions are kept only where the page listens on this machine alone: whoever reaches it could change the coach for everybody."

"""Decides every word of the programme reflection and of participation on the Design tab; refuses to know where it stands."""


class PROGRAMME:
    """A programme thought through, and its sessions in numbers."""

    TITLE = "Think the programme through"
    INTRO = (
        "Fourteen questions, one at a time. Your answers become a one-page design brief in your words. Nothing is kept here: download the page "
        "before you leave."
    )
    STEP = "Question {step} of {of}"
    DONE = "That was the last question. Your page is on the right; every answer is yours to change there once you have downloaded it."
    ANSWER = "Your answer"
    ANSWER_HINT = "Leave it empty to skip the question"
    NEXT = "Next"
    BACK = "One back"
    AGAIN = "Begin anew"
    PAGE = "Your design brief so far"
    DOWNLOAD = "Download as Markdown"
    FILE_NAME = "design-brief.md"
    # --- participation
    COUNTS_TITLE = "Participation at a glance"
    COUNTS_INTRO = (
        "Counts by week, of everybody who uses this installation: nothing under five people, not a word of anybody's."
    )
    COUNTS = "Participation by week"
    COLUMNS = ("Week", "People", "Sessions", "Came before", "Commitments", "Followed up")
    NONE = "No session has been held yet."
    PLOT = "Sessions by week"
    CSV = "Download as CSV"
    CSV_NAME = "participation.csv"

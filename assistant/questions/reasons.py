"""Decides how a fault that only the trained reader saw is told to a colleague; refuses to know how it was seen."""

from assistant.questions.rules import Fault, FaultFound, found

REASONS: dict[Fault, str] = {
    Fault.CLOSED: "“{words}” can be answered with yes, no or one fact, and then the thinking stops.",
    Fault.LEADING: "“{words}” lets them hear which answer you would like.",
    Fault.ADVICE_IN_DISGUISE: "“{words}” is an idea they did not bring; with a question mark it is still your suggestion.",
    Fault.STACKED: "“{words}” comes on top of another question; only one of them will be answered.",
    Fault.EITHER_OR: "“{words}” lets them pick from your list; what they would say is perhaps not on it.",
    Fault.WHY_BLAME: "“{words}” asks them to defend themselves, and who defends does not think.",
    Fault.PRESUPPOSING: "“{words}” takes for settled what they have not said.",
    Fault.FACT_FINDING: "“{words}” would be news for you; they know it already and think no further.",
    Fault.ABOUT_OTHERS: "“{words}” has them guess at somebody who is not here; ask what they saw or heard.",
    Fault.LONG_WINDED: "“{words}” comes before the question can be heard.",
    Fault.VAGUE: "“{words}” names no moment, person or feeling they could hold on to.",
    Fault.LOADED_WORD: "“{words}” is your word for it, and it colours the answer.",
    Fault.NOT_A_QUESTION: "This tells or greets; it asks nothing.",
}


def told(fault: Fault, draft: str, span: tuple[int, int] | None) -> FaultFound:
    """The fault with its words and its reason; the whole draft where no words stand out."""
    start, end = span or (0, len(draft))
    while start > 0 and draft[start - 1].isalnum() and draft[start].isalnum():
        start -= 1
    while end < len(draft) and draft[end].isalnum() and draft[end - 1].isalnum():
        end += 1
    known = found(fault, draft, start, end, REASONS[fault])
    whole = span is None or fault == Fault.NOT_A_QUESTION
    return known.model_copy(update={"span": None}) if whole else known

"""Decides the machine-readable answers of the commands: a record in, a record out, as the design's table says."""

import time
from typing import TYPE_CHECKING

from assistant.errors import CallerMistake
from assistant.jsonl import Record, text_of, texts_of

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant
    from assistant.reply import TurnUpdate
    from assistant.stance import Verdict

OWNER = "command-line"


def check(record: Record) -> Record:
    """Judge a text sentence by sentence, after what the thinker said."""
    from assistant.coaching.safety import look
    from assistant.schemas import SafetyLevel
    from assistant.stance import judge

    began = time.perf_counter()
    thinker = (*_history(record), *texts_of(record, "thinker"))
    safety = bool(thinker) and look(thinker[-1], thinker[:-1]).level >= SafetyLevel.OUTSIDE
    verdicts = judge(text_of(record, "text"), thinker, text_of(record, "flow", "prepare") or "prepare", safety=safety)
    return {
        "id": record.get("id"),
        "in_stance": all(one.in_stance for one in verdicts),
        "sentences": [_sentence(one) for one in verdicts],
        "elapsed_ms": _since(began),
    }


def _sentence(verdict: "Verdict") -> Record:
    return {
        "text": verdict.sentence,
        "act": verdict.act.value,
        "in_stance": verdict.in_stance,
        "confidence": round(verdict.confidence, 3),
        "evidence": list(verdict.evidence) if verdict.evidence else None,
        "rule": verdict.rule,
    }


def _history(record: Record) -> tuple[str, ...]:
    """The thinker's words in a history of {"role", "text"}; any role but the coach's is the thinker's."""
    turns = record.get("history") or []
    if not isinstance(turns, list) or not all(isinstance(one, dict) for one in turns):
        raise CallerMistake('The field "history" is not a list of objects; send [{"role": "thinker", "text": "…"}].')
    return tuple(text_of(one, "text") for one in turns if one.get("role") not in ("coach", "assistant", "system"))


def sharpened_list(text: str) -> str:
    """A list of questions, one a line or a table, as CSV with faults by name and rewrites."""
    from assistant.flows.sharpen import SharpenFlow, as_csv

    flow = SharpenFlow()
    return as_csv(tuple(flow.many(flow.rows(text))), str, "sharp")


def sharpen(record: Record, assistant: "Assistant | None" = None) -> Record:
    """The faults of a draft question and sharper ones; with an assistant, its language model proposes as well."""
    from assistant.questions.sharpen import sharpen as sharper

    began = time.perf_counter()
    look = assistant.sharpen.proposed if assistant else sharper
    found = look(text_of(record, "text"), text_of(record, "context", ""))
    return {
        "id": record.get("id"),
        "faults": [
            {"name": one.name.value, "span": list(one.span) if one.span else None, "why": one.why}
            for one in found.faults
        ],
        "rewrites": [{"text": one.text, "why": one.why} for one in found.rewrites],
        "elapsed_ms": _since(began),
    }


def suggest(assistant: "Assistant", record: Record) -> Record:
    """Questions a peer might ask, each with the words it reacts to."""
    began = time.perf_counter()
    found = assistant.pair.suggest(
        text_of(record, "notes"),
        texts_of(record, "asked"),
        text_of(record, "protocol", ""),
        text_of(record, "stage", ""),
    )
    return {
        "id": record.get("id"),
        "suggestions": [
            {"question": one.question, "quote": one.quote, "lens": one.lens.value, "why": one.why, "source": one.source}
            for one in found
        ],
        "elapsed_ms": _since(began),
    }


def chat(assistant: "Assistant", record: Record) -> Record:
    """One turn of a named conversation, which is begun when it is new."""
    conversation = text_of(record, "conversation")
    if not conversation or len(conversation) > 200:
        raise CallerMistake('The field "conversation" is empty or longer than 200 characters; send a short name.')
    message = text_of(record, "message")
    if assistant.store.owner_of(conversation) is None:
        from assistant.flows.prepare import checked

        checked(message)  # a message that cannot be taken leaves no empty conversation behind
        assistant.prepare.begin(OWNER, conversation)
    *_, last = assistant.prepare.say(OWNER, conversation, message)
    return turn(last)


def turn(update: "TurnUpdate") -> Record:
    """A finished turn as the contract of `askwell chat` has it."""
    return {
        "conversation": update.conversation,
        "turn": update.turn,
        "move": update.move.value,
        "reply": update.reply,
        "sentences": [
            {"text": one.sentence, "act": one.act.value, "decision": one.decision.value} for one in update.sentences
        ],
        "brief": {
            field.value: [line.model_dump(include={"text", "turn", "start", "end"}) for line in lines]
            for field, lines in update.brief.items()
        },
        "safety_level": int(update.safety),
        "sources": list(update.sources),
        "voice": update.voice,
        "because": update.because,
        **({"notice": update.notice} if update.notice else {}),
        **({"tokens": dict(zip(("read", "written"), update.tokens, strict=True))} if any(update.tokens) else {}),
        "elapsed_ms": round(update.elapsed_ms, 1),
    }


def _since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 2)

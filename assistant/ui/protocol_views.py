"""Decides how a protocol and its timer look as HTML; refuses to know what time it is (assets/timer.js does)."""

from assistant.flows.citations import citations
from assistant.schemas import Protocol, Stage
from assistant.ui.copy import PAIR
from assistant.ui.markup import citation, facts, text


def protocol(found: Protocol) -> str:
    """A protocol: what it is, its timer, its stages."""
    minutes = PAIR.MINUTES.format(minutes=sum(stage.minutes for stage in found.stages))
    source = citations().get(found.source, found.source)
    about = facts(
        (
            (PAIR.ROLES, text(", ".join(found.roles))),
            (PAIR.PEOPLE, text(found.people)),
            (PAIR.LENGTH, text(minutes)),
            (PAIR.SOURCE, citation(source)),
        )
    )
    stages = "".join(_stage(number, stage) for number, stage in enumerate(found.stages, 1))
    return (
        f"<h3>{text(found.name)}</h3><p>{text(found.summary)}</p>{about}{_clock(found.id)}"
        f'<h3>{text(PAIR.STAGES)}</h3><ol class="stages" role="list">{stages}</ol>'
    )


def _stage(number: int, stage: Stage) -> str:
    about = facts(
        (
            (PAIR.SPEAKS, text(stage.who_speaks)),
            (PAIR.HELPS, text(PAIR.ASSISTANT[stage.assistant])),
            (PAIR.KEEPS, text(stage.artefact)),
        )
    )
    used = text(PAIR.PROGRESS.format(name=stage.name))
    return (
        f'<li data-minutes="{stage.minutes:g}" data-name="{text(stage.name)}"><div class="title">'
        f"<h4>{number}. {text(stage.name)}</h4><span>{PAIR.MINUTES.format(minutes=stage.minutes)}</span></div>"
        f'<p>{text(stage.purpose)}</p>{about}<progress max="1" value="0" aria-label="{used}"></progress></li>'
    )


TIMER_WORDS = {
    "stage-of": PAIR.STAGE_OF,
    "start": PAIR.START,
    "pause": PAIR.PAUSE,
    "resume": PAIR.RESUME,
    "next": PAIR.NEXT,
    "finish": PAIR.FINISH,
    "over": PAIR.OVER,
    "stage-up": PAIR.STAGE_UP,
    "last-up": PAIR.LAST_UP,
    "stage-now": PAIR.STAGE_NOW,
    "finished": PAIR.FINISHED,
}
"""What assets/timer.js says, by the names it reads them under."""
_BUTTONS = (
    ("go", "first", PAIR.START),
    ("next", "", PAIR.NEXT),
    ("back", "", PAIR.BACK),
    ("reset", "", PAIR.RESET),
)


def _clock(protocol: str) -> str:
    words = " ".join(f'data-{name}="{text(value)}"' for name, value in TIMER_WORDS.items())
    buttons = "".join(
        f'<button type="button" data-part="{act}" class="{look}">{text(words)}</button>'
        for act, look, words in _BUTTONS
    )
    return (
        f'<div class="clock" role="group" aria-label="{text(PAIR.TIMER)}" data-part="clock" data-protocol="{protocol}" '
        f'{words}><p><span class="quiet" data-part="where"></span> <strong data-part="name"></strong></p>'
        '<p class="left" role="timer" aria-live="off" data-part="left"></p>'
        f'<p class="status" role="status" data-part="say"></p><div class="actions">{buttons}</div></div>'
    )

"""Decides how the parts are put together, once; tests pass doubles here. Refuses to know which door will be used."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from assistant import knowledge as knowledge_files
from assistant import settings as settings_files
from assistant.coaching import embedded
from assistant.coaching.asking import shipped as asker
from assistant.coaching.choosing import Ranking
from assistant.coaching.listener import shipped as listener
from assistant.coaching.model import shipped as reader
from assistant.coaching.watch import shipped as watch
from assistant.encoder import Encoder
from assistant.encoder import shipped as sentence_encoder
from assistant.errors import ModelUnavailable
from assistant.evaluation import baseline
from assistant.evaluation.gate import Outcome, gate
from assistant.evaluation.run import CaseResult, run
from assistant.evaluation.subject import Subject
from assistant.flows.design import DesignFlow
from assistant.flows.pair import PairFlow
from assistant.flows.practice import PracticeFlow
from assistant.flows.prepare import PrepareFlow
from assistant.flows.programme import ProgrammeFlow
from assistant.flows.sharpen import SharpenFlow
from assistant.flows.trial import TrialFlow
from assistant.flows.workshop import Workshop
from assistant.knowledge import Knowledge
from assistant.prompts import Prompts, load_prompts
from assistant.retrieval import Retriever, open_index
from assistant.settings import Settings
from assistant.stance.model import shipped
from assistant.store import Store
from assistant.turn import Turns
from assistant.voices import ModelVoice, Voice

Progress = Callable[[str], None]


def stay_home() -> None:
    """Switch off every library's habit of calling home, before any of them is imported."""
    off = {
        "GRADIO_ANALYTICS_ENABLED": "False",
        "HF_HUB_OFFLINE": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "ANONYMIZED_TELEMETRY": "False",
        "LANGSMITH_TRACING": "false",
        "LANGCHAIN_TRACING_V2": "false",
        "OTEL_SDK_DISABLED": "true",
        "DO_NOT_TRACK": "1",
    }
    os.environ.update(off)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more threads on a busy machine can be many times slower


def silent(_: str) -> None:
    """A progress line nobody reads."""


@dataclass
class Assistant:
    """Everything a door needs; parts that cost time are made when first used."""

    settings: Settings
    knowledge: Knowledge
    prompts: Prompts
    progress: Progress = silent
    voice: Voice | None = None
    _open: list[Callable[[], None]] = field(default_factory=list)

    @cached_property
    def store(self) -> Store:
        """The database; raises StoreUnavailable."""
        if not self.settings.database_url:
            settings_files.ensure_home(self.settings)
        store = Store(self.settings.database)
        self._open.append(store.close)
        return store

    @cached_property
    def encoder(self) -> Encoder:
        """Sentence vectors, one model for everybody who needs them; its files are opened at first use."""
        return sentence_encoder()

    @cached_property
    def retriever(self) -> Retriever:
        """The search index, built at the first start; raises IndexUnavailable."""
        settings_files.ensure_home(self.settings)
        english = [one for one in self.knowledge.questions if one.language == "en"]
        return open_index(self.settings.home, english, self.encoder, self.progress, self.settings.chroma_url)

    @property
    def ranking(self) -> Ranking:
        """Nearness of the bank's questions to a text."""
        return self.retriever.ranking

    @cached_property
    def workshop(self) -> Workshop:
        """What a designer has changed."""
        return Workshop(self.settings.home)

    @cached_property
    def programme(self) -> ProgrammeFlow:
        """For whoever thinks a programme through."""
        return ProgrammeFlow()

    @cached_property
    def trial(self) -> TrialFlow:
        """A draft of a designer's against what is in use."""
        return TrialFlow(self.workshop, _tried)

    @cached_property
    def prepare(self) -> PrepareFlow:
        """For someone preparing a session."""
        turns = Turns(
            self.knowledge, self.store, self.ranking, self.voice, self.settings.country, self.settings.timeout
        )
        return PrepareFlow(self.store, turns, self._model, self.settings.timeout)

    @property
    def _model(self) -> ModelVoice | None:
        """The voice where it is a language model's, which can be asked for more than a turn."""
        return self.voice if isinstance(self.voice, ModelVoice) else None

    @cached_property
    def pair(self) -> PairFlow:
        """For two or three in session."""
        return PairFlow(self.knowledge, self.ranking)

    @cached_property
    def sharpen(self) -> SharpenFlow:
        """For someone with questions of their own."""
        return SharpenFlow(self._model, self.settings.timeout)

    @cached_property
    def practice(self) -> PracticeFlow:
        """For someone who wants to get better at it."""
        return PracticeFlow(self.knowledge.practice)

    @cached_property
    def design(self) -> DesignFlow:
        """For whoever designs a programme."""
        return DesignFlow(self.knowledge, self.prompts, _run_suite, gate=_gate)

    @property
    def voice_name(self) -> str:
        """Which voice speaks."""
        return self.voice.label if self.voice else embedded.NAME

    def warm(self) -> None:
        """Make everything a page needs before anyone waits for it: models loaded, patterns compiled."""
        _ = (self.prepare, self.prompts)
        self.pair.suggest("Nobody on the team ever says what they think.")
        self.pair.sharpen("Have you tried asking them?", "")

    def close(self) -> None:
        """Let go of files and connections."""
        while self._open:
            self._open.pop()()


def build(
    settings: Settings | None = None,
    progress: Progress = silent,
    voice: Voice | None = None,
    folders: tuple[Path, Path] | None = None,
) -> Assistant:
    """Read settings, prompts and knowledge and wire the assistant; `folders` are those of a draft, of prompts and of knowledge.

    Raises SettingsMistake, PromptMistake, KnowledgeMistake or IndexUnavailable.
    """
    stay_home()
    shipped().open()  # without its judge nothing could be shown; better to say so now
    reader().open()
    listener().open()
    watch().open()
    asker().open()
    settings = settings or settings_files.load()
    knowledge, prompts = _files(settings, folders)
    return Assistant(settings, knowledge, prompts, progress, voice or _configured_voice(settings, prompts, progress))


def _files(settings: Settings, folders: tuple[Path, Path] | None) -> tuple[Knowledge, Prompts]:
    """Knowledge and prompts of a draft, else as a designer has left them, else as they ship."""
    if folders is not None:
        return _read(settings, *folders)
    workshop = Workshop(settings.home)
    if not workshop.changed:
        return knowledge_files.load(helplines=settings.helplines), load_prompts()
    with workshop.laid_over() as in_use:
        return _read(settings, *in_use)


def _read(settings: Settings, prompts: Path, bank: Path) -> tuple[Knowledge, Prompts]:
    return knowledge_files.load(bank, helplines=settings.helplines), load_prompts(prompts)


def _configured_voice(settings: Settings, prompts: Prompts, progress: Progress) -> Voice | None:
    """The language model's voice when one is configured and can be had, else None: then the embedded coach speaks."""
    if not settings.model:
        return None
    from assistant import models

    try:
        model = models.chat_model(settings)
    except ModelUnavailable as error:
        progress(f"{error} Until then Askwell's own voice speaks.")
        return None
    return ModelVoice(model, prompts, settings.model) if model else None


@contextmanager
def temporary(
    voice: Voice | None = None, model: str = "", timeout: float = 20.0, folders: tuple[Path, Path] | None = None
) -> Iterator[Assistant]:
    """An assistant with home, database and index of its own, gone afterwards; for tests and for measuring."""
    with tempfile.TemporaryDirectory(prefix="askwell-", ignore_cleanup_errors=True) as home:
        own = settings_files.load(home=Path(home), database_url="", chroma_url="", model=model, timeout=timeout)
        assistant = build(own, voice=voice, folders=folders)
        try:
            yield assistant
        finally:
            assistant.close()


@contextmanager
def evaluated(model: str = "") -> Iterator[Subject]:
    """What the evaluation suite measures: never the user's own data."""
    with temporary(model=model) as assistant:
        yield cast("Subject", assistant)


@contextmanager
def _tried(prompts: Path, knowledge: Path) -> Iterator[Subject]:
    """What a trial measures: these folders, an embedded voice, a home of its own."""
    with temporary(folders=(prompts, knowledge)) as assistant:
        yield cast("Subject", assistant)


def _run_suite() -> Iterator[CaseResult]:
    """Every case against an embedded assistant of its own, each result as soon as it is known."""
    with evaluated() as subject:
        yield from run(subject)


def _gate(results: Sequence[CaseResult]) -> Outcome:
    """The word of the gate against the accepted baseline of the embedded voice."""
    return gate(results, baseline.read(baseline.path_of("embedded")))

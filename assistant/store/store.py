"""Decides how conversations are kept, found and forgotten; refuses to know what a turn is made of.

Every method is one transaction: what it returns from is on disk. Raises StoreUnavailable when the disk does not play along.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import delete, exists, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from assistant.errors import MessageMistake
from assistant.schemas import Brief, BriefField, BriefLine, Message, Move, Role, SafetyLevel
from assistant.stance.acts import Verdict
from assistant.store.engine import open_engine, told
from assistant.store.tables import (
    BriefLineRow,
    ConversationRow,
    FrozenFieldRow,
    MessageRow,
    VerdictRow,
    now,
)


@dataclass(frozen=True)
class Conversation:
    """A conversation as it lies in the store."""

    id: str
    owner: str
    messages: tuple[Message, ...] = ()
    brief: Brief = field(default_factory=dict)
    frozen: frozenset[BriefField] = frozenset()


@dataclass(frozen=True)
class Listed:
    """One line of the list of earlier conversations; `opening` is the start of the thinker's first message."""

    id: str
    opening: str
    changed_at: datetime
    turns: int


@dataclass(frozen=True)
class HeldSession:
    """A session without its words."""

    owner: str
    at: datetime
    commits: bool


class Store:
    """The one owner of the database; safe to share between threads."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine = open_engine(url)
        self._sessions = sessionmaker(self._engine, expire_on_commit=False)

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with told(self.url), self._sessions.begin() as session:
            yield session

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def begin(self, conversation: str, owner: str) -> None:
        """Make an empty conversation."""
        with self._session() as session:
            session.add(ConversationRow(id=conversation, owner=owner))

    def owner_of(self, conversation: str) -> str | None:
        """Whose a conversation is; None when there is no such one."""
        with self._session() as session:
            return session.scalar(select(ConversationRow.owner).where(ConversationRow.id == conversation))

    def load(self, conversation: str) -> Conversation | None:
        """Everything of one conversation; None when there is no such one."""
        with self._session() as session:
            row = session.get(ConversationRow, conversation)
            if row is None:
                return None
            frozen = session.scalars(select(FrozenFieldRow.field).where(FrozenFieldRow.conversation_id == conversation))
            return Conversation(
                row.id,
                row.owner,
                tuple(_message(message) for message in row.messages),
                _brief(row.brief),
                frozenset(BriefField(name) for name in frozen),
            )

    def listed(self, owner: str) -> list[Listed]:
        """The owner's conversations that hold something, newest first."""
        query = (
            select(
                ConversationRow.id,
                func.min(MessageRow.text).filter(MessageRow.turn == 1),
                ConversationRow.changed_at,
                func.count(MessageRow.id),
            )
            .join(MessageRow)
            .where(ConversationRow.owner == owner, MessageRow.role == Role.THINKER)
            .group_by(ConversationRow.id)
            .order_by(ConversationRow.changed_at.desc())
        )
        with self._session() as session:
            return [
                Listed(key, (opening or "")[:200], _utc(at), turns)
                for key, opening, at, turns in session.execute(query)
            ]

    def held(self) -> list[HeldSession]:
        """Every session in which something was said: whose, when, and whether a next step stands on its page; not a word."""
        spoken = exists().where(MessageRow.conversation_id == ConversationRow.id, MessageRow.role == Role.THINKER)
        step = exists().where(
            BriefLineRow.conversation_id == ConversationRow.id, BriefLineRow.field == BriefField.NEXT_STEP
        )
        query = select(ConversationRow.owner, ConversationRow.started_at, step).where(spoken)
        with self._session() as session:
            return [HeldSession(owner, _utc(at), bool(commits)) for owner, at, commits in session.execute(query)]

    def add_thinker(self, conversation: str, turn: int, words: str, safety: SafetyLevel, brief: Brief) -> None:
        """Keep what the thinker said and what of it went into the brief, before anything is answered.

        Raises MessageMistake when another tab already took this turn.
        """
        row = MessageRow(
            conversation_id=conversation, turn=turn, role=Role.THINKER, text=words, safety=int(safety), sources=[]
        )
        try:
            with self._sessions.begin() as session, told_but_integrity(self.url):
                session.add(row)
                session.flush()
                _write_brief(session, conversation, brief)
                _touch(session, conversation)
        except IntegrityError:
            raise MessageMistake(
                "This session went on in another tab or window; reload the page, your text is still in the box."
            ) from None

    def begin_reply(self, conversation: str, reply: Message) -> int:
        """Open the coach's row before anything of it is shown; gives its key."""
        row = MessageRow(
            conversation_id=conversation,
            turn=reply.turn,
            role=Role.COACH,
            move=reply.move,
            voice=reply.voice,
            because=reply.because,
            sources=list(reply.sources),
            safety=int(reply.safety),
            complete=False,
        )
        with self._session() as session:
            session.execute(
                delete(MessageRow).where(
                    MessageRow.conversation_id == conversation,
                    MessageRow.turn == reply.turn,
                    MessageRow.role == Role.COACH,
                    MessageRow.text == "",
                )
            )
            session.add(row)
            session.flush()
            return row.id

    def add_sentence(self, reply: int, verdict: Verdict, shown: str) -> None:
        """Keep one judged sentence and what of it is shown (empty when nothing is), before it is shown."""
        with self._session() as session:
            row = session.get_one(MessageRow, reply)
            row.text += shown
            row.verdicts.append(
                VerdictRow(
                    sentence=verdict.sentence,
                    act=verdict.act,
                    decision=verdict.decision,
                    confidence=verdict.confidence,
                    rule=verdict.rule,
                    evidence=list(verdict.evidence) if verdict.evidence else None,
                )
            )

    def end_reply(self, reply: int, sources: Sequence[str], voice: str, tokens: tuple[int, int] = (0, 0)) -> None:
        """Close the coach's row with what was really used to say it; `tokens` are read and written by a language model."""
        with self._session() as session:
            row = session.get_one(MessageRow, reply)
            row.complete, row.sources, row.voice = True, list(sources), voice
            row.tokens_read, row.tokens_written = tokens

    def close_cut_off(self, conversation: str) -> None:
        """Let what was shown of a cut-off reply stand as the reply."""
        with self._session() as session:
            for row in session.scalars(
                select(MessageRow).where(MessageRow.conversation_id == conversation, ~MessageRow.complete)
            ):
                row.complete = True

    def save_brief(self, conversation: str, brief: Brief, frozen: BriefField) -> None:
        """Keep a brief the person edited; the field is theirs alone from now on."""
        with self._session() as session:
            _write_brief(session, conversation, brief)
            session.merge(FrozenFieldRow(conversation_id=conversation, field=frozen))
            _touch(session, conversation)

    def replace_brief(self, conversation: str, brief: Brief) -> None:
        """Keep a brief with lines that were gathered later; nobody's edit."""
        with self._session() as session:
            _write_brief(session, conversation, brief)
            _touch(session, conversation)

    def forget(self, conversation: str) -> None:
        """Delete a conversation for good: rows overwritten, and the write-ahead log emptied."""
        with self._session() as session:
            row = session.get(ConversationRow, conversation)
            if row is not None:
                session.delete(row)
        if self._engine.dialect.name == "sqlite":
            with told(self.url), self._engine.connect() as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


@contextmanager
def told_but_integrity(url: str) -> Iterator[None]:
    """Like `told`, but lets a broken uniqueness through for the caller to explain."""
    try:
        with told(url):
            yield
    except Exception as error:
        if isinstance(error.__cause__, IntegrityError):
            raise error.__cause__ from None
        raise


def _touch(session: Session, conversation: str) -> None:
    row = session.get(ConversationRow, conversation)
    if row is not None:
        row.changed_at = now()


def _write_brief(session: Session, conversation: str, brief: Brief) -> None:
    session.execute(delete(BriefLineRow).where(BriefLineRow.conversation_id == conversation))
    for name, lines in brief.items():
        for position, line in enumerate(lines):
            session.add(BriefLineRow(conversation_id=conversation, field=name, position=position, **line.model_dump()))


def _message(row: MessageRow) -> Message:
    return Message(
        turn=row.turn,
        role=Role(row.role),
        text=row.text,
        at=_utc(row.at),
        move=Move(row.move) if row.move else None,
        voice=row.voice,
        because=row.because,
        sources=tuple(row.sources or ()),
        safety=SafetyLevel(row.safety),
        complete=row.complete,
    )


def _brief(rows: Sequence[BriefLineRow]) -> Brief:
    found: dict[BriefField, tuple[BriefLine, ...]] = {}
    for name in BriefField:
        lines = tuple(
            BriefLine(text=row.text, turn=row.turn, start=row.start, end=row.end, edited=row.edited)
            for row in rows
            if row.field == name
        )
        if lines:
            found[name] = lines
    return found


def _utc(at: datetime) -> datetime:
    """SQLite gives moments back without their zone; all of ours are UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)

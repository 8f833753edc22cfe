"""Decides how conversations, messages, verdicts and briefs lie in the database; refuses to know who asks for them."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import JSON


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Root of the tables; its metadata is what the migrations must arrive at."""


class ConversationRow(Base):
    """One preparation; `owner` is the random id of a browser, or the command line's."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    owner: Mapped[str] = mapped_column(String(64), index=True)
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=now)
    changed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=now, onupdate=now)
    messages: Mapped[list["MessageRow"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="MessageRow.id"
    )
    brief: Mapped[list["BriefLineRow"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="BriefLineRow.position"
    )


class MessageRow(Base):
    """One message; a coach's row is written before its first sentence is shown and grows by sentences."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("conversation_id", "turn", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    turn: Mapped[int]
    role: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=now)
    move: Mapped[str | None] = mapped_column(String(20))
    voice: Mapped[str] = mapped_column(String(120), default="")
    because: Mapped[str] = mapped_column(Text, default="")
    sources: Mapped[list[str]] = mapped_column(JSON, default=list)
    safety: Mapped[int] = mapped_column(default=0)
    complete: Mapped[bool] = mapped_column(default=True)
    tokens_read: Mapped[int] = mapped_column(default=0)
    tokens_written: Mapped[int] = mapped_column(default=0)
    verdicts: Mapped[list["VerdictRow"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="VerdictRow.id"
    )


class VerdictRow(Base):
    """What the judge said of one sentence of a coach's message, shown or not."""

    __tablename__ = "verdicts"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), index=True)
    sentence: Mapped[str] = mapped_column(Text)
    act: Mapped[str] = mapped_column(String(30))
    decision: Mapped[str] = mapped_column(String(10))
    confidence: Mapped[float]
    rule: Mapped[str] = mapped_column(String(80))
    evidence: Mapped[list[int] | None] = mapped_column(JSON)


class BriefLineRow(Base):
    """One line of a brief: a span of a message, or the person's own edit."""

    __tablename__ = "brief_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    field: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    turn: Mapped[int | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    edited: Mapped[bool] = mapped_column(default=False)


class FrozenFieldRow(Base):
    """A brief field the person edited; from then on only they change it, even when they left it empty."""

    __tablename__ = "frozen_fields"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = mapped_column(String(20), primary_key=True)

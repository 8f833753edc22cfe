"""Decides how a command reads and writes one JSON object a line; refuses to know what the objects mean.

In order, flushed line by line; a bad line is answered with `{"id": …, "error": "one sentence"}` and the next one is read.
"""

import json
import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, TextIO

from assistant.errors import AskwellError, CallerMistake

Record = dict[str, Any]
_log = logging.getLogger(__name__)


def serve(
    answer: Callable[[Record], Record], key: str = "id", source: BinaryIO | None = None, sink: TextIO | None = None
) -> None:
    """Answer every line of standard input on standard output until it ends."""
    sink = sink or sys.stdout
    for line in _lines(source or sys.stdin.buffer):
        sink.write(json.dumps(_answered(line, answer, key), ensure_ascii=True) + "\n")
        sink.flush()


def _lines(source: BinaryIO) -> Iterator[bytes]:
    for line in source:
        if line.strip():
            yield line


def _answered(line: bytes, answer: Callable[[Record], Record], key: str) -> Record:
    record: Any = None
    try:
        record = json.loads(line.decode("utf-8-sig"))
        if not isinstance(record, dict):
            raise CallerMistake(f"The line holds {type(record).__name__}, not a JSON object; send one object a line.")
        return answer(record)
    except UnicodeDecodeError as error:
        return _failed(
            record, key, f"The line is not UTF-8 (byte {error.start} is {line[error.start]:#04x}); send UTF-8."
        )
    except RecursionError:
        return _failed(record, key, "The line is nested too deeply to be read; send a flat object.")
    except json.JSONDecodeError as error:
        return _failed(
            record, key, f"The line is not JSON ({error.msg} at character {error.pos}); send one object a line."
        )
    except AskwellError as error:
        return _failed(record, key, str(error))
    except Exception as error:  # a defect of ours must not cost the lines that follow
        _log.exception("a line failed")
        return _failed(record, key, f"Askwell failed on this line ({type(error).__name__}); please report it.")


def _failed(record: Any, key: str, sentence: str) -> Record:
    held = record if isinstance(record, dict) else {}
    return {"id": held.get("id"), **({key: held.get(key)} if key != "id" else {}), "error": sentence}


def text_of(record: Record, name: str, default: str | None = None) -> str:
    """A field that must be text; raises CallerMistake naming it."""
    value = record.get(name, default)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        what = "is missing" if name not in record else f"is {type(value).__name__}, not text"
        raise CallerMistake(f'The field "{name}" {what}; send it as a string.')
    return value


def texts_of(record: Record, name: str) -> tuple[str, ...]:
    """A field that may be missing, one text or a list of texts."""
    value = record.get(name)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise CallerMistake(f'The field "{name}" is {type(value).__name__}, not text or a list of texts; send strings.')

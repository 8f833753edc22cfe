"""Decides how a YAML file of entries becomes checked shapes; refuses to know what the entries are for.

A mistake is raised as the error class of whoever asks, and names file, line and reason.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant.errors import CallerMistake

_Item = TypeVar("_Item", bound=BaseModel)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader reads the bank ten times faster


def no_reason(_: Any) -> str:
    """The check of entries whose shape says all there is to check."""
    return ""


def items(
    path: Path,
    shape: Callable[[Any], type[_Item]],
    mistake: type[CallerMistake],
    check: Callable[[_Item], str] = no_reason,
) -> list[_Item]:
    """The entries of one file: a list of them, or a single one.

    `shape` picks the class of an entry from its raw value; `check` gives the reason why an entry cannot be used, or
    an empty string. Raises `mistake` at the first entry that does not fit.
    """
    node, data = _parsed(path, mistake)
    single = isinstance(data, dict)
    made = []
    for number, entry in enumerate([data] if single else data or []):
        at: list[Any] = [] if single else [number]
        try:
            item = shape(entry).model_validate(entry)
        except ValidationError as error:
            first = error.errors()[0]
            dotted = ".".join(str(part) for part in first["loc"])
            reason = f"{dotted}: {first['msg']}" if dotted else first["msg"]
            raise told(mistake, path, _line(node, [*at, *first["loc"]]), reason) from None
        reason = check(item)
        if reason:
            raise told(mistake, path, _line(node, at), reason)
        made.append(item)
    return made


def read(path: Path, mistake: type[CallerMistake]) -> str:
    """The text of a file; raises `mistake` when it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise told(mistake, path, 1, f"cannot be read ({error})") from None


def told(mistake: type[CallerMistake], path: Path, line: int, reason: str) -> CallerMistake:
    """The mistake, in one sentence with file, line, reason and the way out."""
    return mistake(f"{path}, line {line}: {reason}; mend the file and start again.")


def _parsed(path: Path, mistake: type[CallerMistake]) -> tuple[Any, Any]:
    text = read(path, mistake)
    try:
        return yaml.compose(text, Loader=_LOADER), yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = f"not valid YAML: {getattr(error, 'problem', error)}"
        raise told(mistake, path, mark.line + 1 if mark else 1, reason) from None


def _line(node: Any, location: Iterable[Any]) -> int:
    """The line in the file of a place inside the document, or of the nearest thing around it."""
    line = node.start_mark.line + 1 if node else 1
    for step in location:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        else:
            node = None
        if node is None:
            break
        line = node.start_mark.line + 1
    return line

"""Decides whether the files of prompts/ can be used and what they say once filled; refuses to know who speaks the result.

A prompt is a Markdown file: front matter (`Front`), then a body in Jinja2 in parts that a line @system or @user opens.
Files whose name begins with _ are partials and can only be included. Every mistake is found at load, by rendering each
prompt with its examples, and told with file, line and reason.
"""

import hashlib
import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

import yaml
from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment
from pydantic import Field, ValidationError

from assistant import settings, yaml_lines
from assistant.errors import CallerMistake, PromptMistake
from assistant.schemas import Identifier, Shape

Source = tuple[str, str, Any]
"""Text, file, and whether it is still fresh, as a Jinja2 loader hands it over."""

_PART = re.compile(r"^@(system|user)[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"<{3,}|>{3,}")
_told = partial(yaml_lines.told, PromptMistake)


FLOWS = ("prepare", "pair", "design")


class Input(Shape):
    """One thing a prompt is filled with."""

    description: str = Field(min_length=8)
    example: Any


class Options(Shape):
    """What the model is asked for besides the words; left out, the provider decides."""

    temperature: float | None = Field(default=None, ge=0, le=2)
    max_tokens: int | None = Field(default=None, ge=1, le=4000)


class Front(Shape):
    """The front matter of a prompt file."""

    name: Identifier
    flow: Literal["prepare", "pair", "design", "any"]
    inputs: dict[str, Input] = Field(min_length=1)
    options: Options = Options()


class Case(Shape):
    """One entry of spec.yaml: what a prompt must and must not say when filled with these inputs."""

    prompt: Identifier
    case: Identifier
    inputs: dict[str, Any] = Field(default_factory=dict)
    """Those that differ from the examples of the front matter."""
    contains: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    def broken(self, rendered: str) -> list[str]:
        """Which expectations a rendered prompt does not meet, one phrase each; empty when all hold."""
        missing = [f"does not say {text!r}" for text in self.contains if text not in rendered]
        return missing + [f"says {text!r}" for text in self.lacks if text in rendered]


@dataclass(frozen=True)
class Prompt:
    """One prompt file. `version` changes with every character of the file or of a partial that it includes."""

    name: str
    flow: str
    version: str
    body: str
    inputs: Mapping[str, Input]
    options: Options
    path: Path
    parts: tuple[tuple[str, Template], ...] = field(repr=False)
    """(role, template) in the order of the file."""

    @property
    def label(self) -> str:
        """Name and version, as stored with every turn: "prepare@3f2a91bc"."""
        return f"{self.name}@{self.version}"

    def messages(self, **inputs: Any) -> list[tuple[str, str]]:
        """The filled prompt as (role, text); raises PromptMistake when an input is missing or not known."""
        for name in (*(self.inputs.keys() - inputs), *(inputs.keys() - self.inputs)):
            kind, way_out = (
                ("missing", "pass it") if name in self.inputs else ("not known", "leave it out or declare it")
            )
            raise PromptMistake(
                f"{self.path.name}: the input {name!r} is {kind}; {way_out} (see inputs in its front matter)."
            )
        return [(role, _fill(template, inputs, self.path)) for role, template in self.parts]

    def example(self) -> list[tuple[str, str]]:
        """The prompt filled with the examples of its front matter, as (role, text)."""
        return self.messages(**{name: each.example for name, each in self.inputs.items()})

    def render(self, **inputs: Any) -> str:
        """The filled prompt as one text, for people; raises as `messages` does."""
        return "\n\n".join(text for _, text in self.messages(**inputs))


@dataclass(frozen=True)
class Prompts:
    """All prompts of a folder, each tried with its examples."""

    by_name: Mapping[str, Prompt]
    all_cases: tuple[Case, ...]
    by_flow: Mapping[tuple[str, str], Prompt] = field(default_factory=dict)
    """What a flow says instead, by (flow, name): the files of a folder named after the flow."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all prompts, in order."""
        return tuple(self.by_name)

    def __getitem__(self, name: str) -> Prompt:
        """The prompt of that name; raises PromptMistake when there is none."""
        if name not in self.by_name:
            raise PromptMistake(f"There is no prompt {name!r}; choose one of {', '.join(self.names)}.")
        return self.by_name[name]

    def of(self, name: str, flow: str) -> Prompt:
        """The prompt as a flow speaks it: its own file where it has one, else the one for all."""
        return self.by_flow.get((flow, name)) or self[name]

    def cases(self, name: str) -> tuple[Case, ...]:
        """The entries of spec.yaml for one prompt, each with all its inputs."""
        examples = {key: each.example for key, each in self[name].inputs.items()}
        mine = (case for case in self.all_cases if case.prompt == name)
        return tuple(case.model_copy(update={"inputs": {**examples, **case.inputs}}) for case in mine)

    def examples(self, name: str) -> list[dict[str, Any]]:
        """Inputs to fill a prompt with: those of its front matter, then those of each case."""
        own = {key: each.example for key, each in self[name].inputs.items()}
        return [own, *(case.inputs for case in self.cases(name))]


def load_prompts(root: Path | None = None) -> Prompts:
    """Read, compile and try every prompt of a folder; raises PromptMistake at the first mistake."""
    root = root or settings.shipped("prompts")
    if not root.is_dir():
        raise PromptMistake(f"The prompts folder {root} is missing; install Askwell again.")
    texts = {path: yaml_lines.read(path, PromptMistake) for path in sorted(root.glob("*.md"))}
    partials = {path.name: (text, str(path), None) for path, text in texts.items() if path.name.startswith("_")}
    made = [_prompt(path, text, partials) for path, text in texts.items() if path.name not in partials]
    cases = yaml_lines.items(root / "spec.yaml", lambda _: Case, PromptMistake)
    own = {
        (flow, prompt.name): prompt
        for flow in FLOWS
        for path in sorted((root / flow).glob("*.md"))
        for prompt in [_prompt(path, yaml_lines.read(path, PromptMistake), partials)]
    }
    found = Prompts({prompt.name: prompt for prompt in made}, tuple(cases), own)
    for (flow, name), prompt in own.items():
        if name not in found.by_name or prompt.inputs.keys() != found[name].inputs.keys():
            raise _told(prompt.path, 2, f"{name!r} stands in for no prompt of the same inputs; {flow}/ holds only such")
        prompt.example()
    for case in cases:
        if case.prompt not in found.by_name:
            raise _told(
                root / "spec.yaml", 1, f"the case {case.case!r} is for {case.prompt!r}, which is no prompt here"
            )
    for prompt in made:
        for example in found.examples(prompt.name):
            prompt.messages(**example)
    return found


def fenced(text: str, name: str) -> str:
    """A block that words cannot leave: each line begins with a bar, and nothing inside looks like a fence."""
    safe = _FENCE.sub(lambda found: ("‹" if found.group()[0] == "<" else "›") * len(found.group()), text)
    lines = "\n".join(f"| {line}" for line in safe.strip().splitlines() or [""])
    return f"<<<{name}\n{lines}\n{name}>>>"


def labelled(text: str, speaker: str) -> str:
    """Each line with its speaker before it, so that no line can claim another."""
    return "\n".join(f"{speaker}: {line}" for line in text.strip().splitlines() or [""])


def _prompt(path: Path, text: str, partials: Mapping[str, Source]) -> Prompt:
    front, body = _front(path, text)
    if front.name != path.stem:
        raise _told(path, 2, f"the name is {front.name!r}, but the file is called {path.stem!r}")
    blank = "\n" * (text.count("\n") - body.count("\n"))  # keeps the line numbers of the file
    pieces = {f"{path.name}#{number}": piece for number, piece in enumerate(_split(blank + body, path))}
    sources = {**partials, **{key: (piece, str(path), None) for key, (_, piece) in pieces.items()}}
    environment = SandboxedEnvironment(
        loader=FunctionLoader(sources.get),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"fenced": fenced, "labelled": labelled}
    included = _check(environment, [source for key, source in sources.items() if key in pieces], partials, front)
    whole = "\0".join([text, *(f"{name}\0{partials[name][0]}" for name in sorted(included))])
    version = hashlib.sha256(whole.encode()).hexdigest()[:8]
    parts = tuple((role, environment.get_template(key)) for key, (role, _) in pieces.items())
    return Prompt(front.name, front.flow, version, body.strip(), front.inputs, front.options, path, parts)


def _front(path: Path, text: str) -> tuple[Front, str]:
    match = re.match(r"(---\n.*?\n)---\n", text, re.DOTALL)
    if match is None:
        raise _told(path, 1, "a prompt opens with front matter between two lines of ---")
    try:
        return Front.model_validate(yaml.safe_load(match[1])), text[match.end() :]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _told(path, line, f"front matter is not valid YAML: {error.problem}") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise _told(path, _line_of(match[1], first["loc"]), f"front matter, {place}: {first['msg']}") from None


def _line_of(front: str, place: tuple[int | str, ...]) -> int:
    """The line of the innermost key of a place that is written in the front matter, else its first."""
    node, line = yaml.compose(front, Loader=yaml.SafeLoader), 1
    for step in place:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        key, node = next(((key, value) for key, value in pairs if key.value == step), (None, None))
        if key is None:
            break
        line = key.start_mark.line + 1
    return line


def _split(text: str, path: Path) -> Iterator[tuple[str, str]]:
    """(role, text) of each part, padded so that its lines keep their numbers; without marks the whole is the user's."""
    marks = list(_PART.finditer(text))
    before = text[: marks[0].start()] if marks else ""
    if before.strip():
        line = len(before) - len(before.lstrip())
        raise _told(path, text.count("\n", 0, line) + 1, "text stands before the first @system or @user")
    if not marks:
        yield "user", text
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        yield mark[1], "\n" * text.count("\n", 0, mark.end()) + text[mark.end() : end]


def _check(
    environment: SandboxedEnvironment, own: list[Source], partials: Mapping[str, Source], front: Front
) -> set[str]:  # fmt: skip
    """The names of all partials included, directly or not; raises at a wrong include or a placeholder nobody declared."""
    included: set[str] = set()
    waiting = list(own)
    while waiting:
        text, file, _ = waiting.pop()
        tree = _parse(environment, text, Path(file))
        for node in tree.find_all(nodes.Include):
            name = str(node.template.value) if isinstance(node.template, nodes.Const) else "a name made up on the way"
            if name not in partials:
                raise _told(Path(file), node.lineno, f"only a partial of this folder can be included, not {name!r}")
            if name not in included:
                included.add(name)
                waiting.append(partials[name])
        for name in meta.find_undeclared_variables(tree) - front.inputs.keys():
            line = next(node.lineno for node in tree.find_all(nodes.Name) if node.name == name)
            raise _told(Path(file), line, f"{name!r} is not among the inputs of {front.name!r}")
    return included


def _parse(environment: SandboxedEnvironment, text: str, path: Path) -> nodes.Template:
    try:
        return environment.parse(text)
    except TemplateSyntaxError as error:
        raise _told(path, error.lineno, str(error.message)) from None


def _fill(template: Template, inputs: Mapping[str, Any], path: Path) -> str:
    try:
        return template.render(**inputs).strip()
    except Exception as error:
        raise _failed(error, path) from None


def _failed(error: Exception, path: Path) -> CallerMistake:
    places = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".md")]
    file, line = (Path(places[-1].filename), places[-1].lineno or 1) if places else (path, 1)
    return _told(file, line, f"cannot be filled ({error})")

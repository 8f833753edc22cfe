"""Decides which ways of failing have a name; refuses to know how any of them is shown.

    AskwellError
    ├── WorldFailed            something outside our code is missing or broken; trying again may help
    │   ├── ModelUnavailable   the configured language model does not answer
    │   ├── StoreUnavailable   the database or the data folder cannot be used
    │   ├── IndexUnavailable   the search index cannot be used and could not be rebuilt
    │   └── AddressInUse       the port asked for is taken
    └── CallerMistake          what was handed in cannot be right; trying again will not help
        ├── MessageMistake     a message that cannot be taken as it is (empty, far too long)
        ├── PromptMistake      a file in prompts/
        ├── KnowledgeMistake   a file in knowledge/
        ├── SettingsMistake    an ASKWELL_* variable or askwell.toml
        └── CaseMistake        a file in evals/cases or a baseline

Every message is one sentence that names the thing, the value and the way out.
"""


class AskwellError(Exception):
    """Root of everything Askwell raises on purpose."""


class WorldFailed(AskwellError):
    """Something outside our code is missing or broken."""


class ModelUnavailable(WorldFailed):
    """The configured language model does not answer.

    Attributes:
        wait: seconds after which the endpoint wants to be asked again, 0 when it did not say.
        lasting: whether asking again at once is likely to fail as well; an answer that broke its own limit is not.
        happened: in a few words for the person in the chat, after "The language model".
    """

    def __init__(
        self, message: str, wait: float = 0.0, lasting: bool = True, happened: str = "did not answer"
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.wait, self.lasting, self.happened = wait, lasting, happened


class StoreUnavailable(WorldFailed):
    """The database or the data folder cannot be used."""


class IndexUnavailable(WorldFailed):
    """The search index cannot be used and could not be rebuilt."""


class AddressInUse(WorldFailed):
    """The port asked for is taken."""


class CallerMistake(AskwellError):
    """What was handed in cannot be right."""


class MessageMistake(CallerMistake):
    """A message that cannot be taken as it is."""


class PromptMistake(CallerMistake):
    """A file in `prompts/` that cannot be used."""


class KnowledgeMistake(CallerMistake):
    """A file in `knowledge/` that cannot be used; names file, line and reason."""


class SettingsMistake(CallerMistake):
    """A setting that cannot be used."""


class CaseMistake(CallerMistake):
    """An evaluation case or baseline that cannot be used; names file, line and reason."""

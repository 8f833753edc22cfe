"""Decides what one sentence leaves behind for the next ones; refuses to judge any of them."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class ListState:
    """What a sentence inherits from those before it in the same reply."""

    options: bool = False
    """A lead-in announced options, tips or steps, and the list is not over."""
    scripted: bool = False
    """Words are being put into somebody's mouth."""
    item: bool = False
    """The sentence stands in a list, a table, a heading or code."""
    safety: bool = False
    """The safety flow is on: pointing outside is what is wanted."""
    offered: bool = False
    """Ideas have been offered in this reply, so "how does that sound?" hands them back."""

    def after(self, text: str, item: bool, out: bool, scripted: bool) -> "ListState":
        """The state once a unit has been judged.

        `item` says it stood in a list, a table or code; `out` that it fell out of stance by a rule (not merely
        unrecognised); `scripted` that it put words into somebody's mouth.
        """
        opens = out and text.rstrip("*_ \"'”").endswith(":")
        stays = self.options and item
        return replace(
            self,
            options=opens or stays,
            scripted=scripted or (self.scripted and not item),
            offered=self.offered or out,
        )

    def at(self, item: bool) -> "ListState":
        """The state before a unit; outside a list an announced list is over."""
        return replace(self, item=item, options=self.options and item)

    def paragraph(self) -> "ListState":
        """The state after an empty line: a script ends, an announced list may still begin."""
        return replace(self, scripted=False)


NOTHING = ListState()

"""Decides how a group of words from copy.py reaches a script of the page; refuses to know the words."""


def words_of(group: type) -> dict[str, str]:
    """The plain constants of a group, by name."""
    return {name: value for name, value in vars(group).items() if name.isupper() and isinstance(value, str)}

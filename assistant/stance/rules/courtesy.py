"""Decides which sentences greet, thank, apologise or take note, with no verdict and no comfort: `courtesy`."""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import SURE, Finding, either

_FORMS = either(
    r"^(?:and |so |well,? |ok,? |okay,? )*(?:many |warm )?(?:thanks|thank you)(?: so much| very much| a lot| again)?(?:[,.!]|$| (?:for|to you|all)\b.*)",
    r"^(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|welcome(?: back)?|greetings|nice to meet you|good to (?:see|meet|hear from) you)\b.{0,60}$",
    r"^(?:i'?m |i am )?(?:so |very |really )?sorry\b.{0,80}$",
    r"^(?:my )?(?:apologies|apology)\b.{0,60}$|^i apologi[sz]e\b.{0,60}$|^pardon\b.{0,30}$",
    r"^(?:good ?bye|bye|see you|until (?:next time|then|soon)(?=[.!]|$)|take care(?=[.!,]|$)|goodnight|good night|all the best|good luck|have a (?:good|nice) (?:day|evening|week|one)|talk (?:to you )?soon|till next time|so long)\b.{0,40}$",
    r"^(?:you're|you are) (?:very )?welcome\b.{0,20}$",
    r"^(?:yes|no|ok|okay|right|alright|all right|sure|of course|certainly|understood|noted|got it|i see|i understand|i hear you|i'm with you|i am with you|mm+(?:-?hmm*)?|mhm|uh-huh|hm+|yep|yup|exactly|sure|of course, of course|oh, of course|oh, okay|oh,? i see|ah|oh|go on|very well|agreed|yeah|indeed|hear, hear)[.,!…]*(?: (?:yes|ok|okay|then|i see|go on|thanks|thank you|understood))*[.!…]*$",
    r"^(?:i )?(?:appreciate|value) (?:it|that|you (?:saying|sharing|telling|writing)|your (?:time|patience|trust))\b.{0,40}$",
    r"^(?:i'm|i am) (?:glad|pleased|happy) (?:to meet you|you (?:came|wrote|are here|brought this)|to (?:be here|listen))\b.{0,30}$",
)


def courtesy(reading: Reading) -> Finding | None:
    """Recognise a whole sentence of courtesy; at most one word in it is new."""
    found = _FORMS.search(reading.text)
    if (
        reading.asks
        or not found
        or len(reading.own.new(reading.text, feelings=True)) > 2
        or re.search(r"[;:—]| (?:but|now|then) ", reading.text)
    ):
        return None
    return Finding(Act.COURTESY, "courtesy", SURE, *found.span())

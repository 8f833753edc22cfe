"""Decides which sentences decline to answer, hand the thinking back or say what the assistant is: `boundary`."""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.novelty import unvoiced_act
from assistant.stance.rules.shape import CLEAR, Finding, either

_DECLINE = either(
    r"\bi (?:won't|will not|can't|cannot|don't|do not|am not going to|wouldn't|would not|couldn't|could not|never|also won't|do not) (?:be |want to |be able to |ever |even |really |mean to )?(?:tell (?:you|anyone)|answer\b|say (?:what|which|whether|who|how|if|that one)|give (?:you|advice|answers|an? (?:answer|opinion|verdict|tip)|that|tips|opinions|solutions)|decide\b|advise|choose (?:for|between|that)|pick (?:for|one|that)|solve (?:it|this|that)|offer (?:you|advice|answers|an? (?:answer|opinion|view)|solutions|opinions|that|one|any)|know (?:what|which|whether|your|the|enough|better|him|her|them|this)|judge\b|take (?:that|the (?:decision|choice)|sides)|make (?:that|this|the|any) (?:choice|decision|call|one)|suggest\b|recommend\b|have (?:the|an|a|any|your) (?:answers?|opinions?|view|advice|ready)|hand (?:you|out)|fix (?:it|this|that)|rate\b|fill (?:it|that|this)|weigh (?:it|that|in|this)|do that for|go there|store|share (?:it|this|what)|replace\b|send (?:it|anything|your)|settle (?:it|that|this)|speak for|prescribe)\w*\b",
    r"\bi(?:'m| am) (?:not (?:here|able|going|the one|in a position|a|an|your)|only (?:here|a|an)|a (?:program|programme|coaching|machine|tool|computer|piece of software|peer)|an (?:ai|assistant|artificial|open|automated)|askwell|just (?:a|an|here))\b",
    r"\b(?:the|that|this|your) (?:answer|decision|choice|judgement|thinking|call|next step|verdict|part|one|solution|question)(?: here| to that| itself)? (?:is|stays|remains|has to come|must come|comes|belongs|can only|will have to|sits)(?: with| to| from| only| entirely| all)* (?:yours|you|up to you|with you|in your|come from you)\b",
    r"\b(?<!like )(?<!feels like )\b(?:that|this|it)(?:'s| is| stays| remains) (?:yours\b|up to you|your (?:call|decision|choice)|not (?:mine|for me|my))\b",
    r"\byou know (?:this|that|it|the|your|them|him|her|these)[^.]{0,40}\b(?:better|best|more|well)\b",
    r"\b(?:it|that)(?:'s| is) (?:entirely |really |only |all )?up to you\b",
    r"\bmy (?:part|role|job|place|work) (?:here )?(?:is|isn't|stays)\b",
    r"\bi (?:only |just |mostly )?(?:ask|listen|hold|keep|help you think|am here to (?:ask|listen|help you think))\b[^.]{0,60}\b(?:question|think|thinking|answer|you|yours|words|word)\w*\b",
    r"\b(?:what you (?:type|write|say|share) (?:here )?(?:stays|is|belongs|remains)|(?:nobody|no one) (?:sees|reads) (?:it|this|what you|your (?:words|page))|nothing (?:you (?:type|write|say)|leaves this|is sent))\b",
    r"\bi leave (?:it|that|this|the (?:answers?|decision|choice))\b[^.]*\b(?:with|to) you\b",
    r"\bi leave with you\b",
    r"^(?:still |all |only )?yours(?: to \w+)?[.!]?$",
    r"\ban? (?:answer|opinion) from me\b",
    r"\b(?:i am|i'm|this is) (?:software|a set of questions|a program)\b",
    r"\byour words (?:stay|remain|are kept|belong)\b",
    r"\b(?:nobody|no one) (?:else|but you) (?:sees|reads|can)\b",
    r"\byou tell me about\b",
    r"\bi can only (?:listen|ask|read|follow)\b",
    r"\bi cannot follow\b",
    r"\bis stored on\b",
    r"\bmy questions may not\b",
    r"\b(?:giving|offering) (?:advice|answers) is not\b",
    r"\bnot (?:for me|mine|my place|my call) to\b",
    r"\b(?:rather|instead of) (?:than )?(?:me )?(?:answering|answer|deciding|telling)\b",
)


def boundary(reading: Reading) -> Finding | None:
    """Recognise a refusal or a hand-back that smuggles nothing in after its "but"."""
    found = _DECLINE.search(reading.text)
    if reading.asks or not found or reading.text[: found.start()].count('"') % 2 == 1:
        return None
    tail = re.split(r"\b(?:but|however|though|still|yet|although)\b|[—;:]", reading.text[found.end() :], maxsplit=1)
    if len(tail) > 1 and (unvoiced_act(reading, found.end()) or len(reading.own.new(tail[1], feelings=True)) > 1):
        return None
    about_itself = re.match(r"^(?:i\b|i'm|what you (?:type|write|say)|your words|nobody|no one)", reading.text)
    if len(reading.own.new(reading.text, feelings=True)) > (6 if about_itself else 3):
        return None
    return Finding(Act.BOUNDARY, "hands-back", CLEAR, *found.span())

"""Decides which sentences tell the coach's own story or opinion: `self_disclosure`; a machine's is invented."""

import re

from assistant.stance.acts import Act
from assistant.stance.rules.shape import CLEAR, SURE, Rule, either

_HEARD = r"(?:hear|heard|am hearing|notice|noticed|wonder|wondered|understand|understood|ask|asked|read|mean|meant|said|repeat|missed|have (?:heard|one|another|noted|written|read|kept|a question|no)|have|think i|cannot|can't|won't|don't|do not|will not|could not|want to|would|am|was (?:wondering|listening)|noted|wrote|picked|caught|got that|see|sense|sensed|only|listen|may|might|can|will|keep|kept|ask|stay|leave|never|shall|should|did not|didn't|lost|take|took|hope|need|too)"
RULES: tuple[Rule, ...] = (
    Rule("own-story", Act.SELF_DISCLOSURE, either(
        r"\b(?:when|once|back when|years ago,?) i (?:was|led|had|worked|first|started|managed|got|felt|tried|moved|became|struggled|went)\b", r"\bi(?:'ve| have)? (?:also |once |too |personally |always |often |really |just |recently |had to |myself )*(?:felt|been (?:there|through|in|a|where)|went through|gone through|struggled|used to|learned|learnt|led|managed|experienced|faced|dealt|remember (?:when|a|my|being|the)|know (?:how|what it|that feeling|the feeling|exactly)|can relate|relate|suffered|worked (?:with|in|for|on)|started|found|tried|quit|moved|had|lost my|coached|seen|made|did|grew|know (?:someone|people|many)|helped)\b(?! (?:your|you|it in your|one question|to ask|that word|the word|§))",
        r"\b(?:same here|me too|so have i|so do i|happened to me|it helped me|worked for me|works for me|helped me|for me(?:,| it| personally| that)|like me(?! to)|we've all been)\b", r"\bmy (?:own |old |former |previous |first |last |ex |best )*(?:boss|team|manager|husband|wife|partner|mother|father|friend|friends|experience|career|life|job|clients?|colleague|son|daughter|kids|mom|mum|dad|brother|sister|company|family|therapist|coach|mentor|story|work|opinion|view|feeling|sense is|impression|guess|favou?rite|years)\b"), SURE, asked=None,
        before=re.compile(r"\b(?:you (?:said|told)|what|how|as if|as though)\b[^.;:—!]{0,25}$"), owned=0.0),
    Rule("own-opinion", Act.SELF_DISCLOSURE, either(
        r"\b(?:in my (?:experience|opinion|view|case|book|humble)|as someone who|personally|if you ask me|to be honest|honestly|frankly|i'd say|i would say|imo|imho|from my (?:experience|perspective|point of view)|speaking from)\b",
        rf"\bi (?!{_HEARD}\b)(?:think|believe|feel|find|guess|reckon|suspect|bet|doubt|prefer|assume|suppose|consider|imagine|expect)\b(?! you(?:'re| are)? (?:feel|said|saying))"), CLEAR, asked=None,
        before=re.compile(r"\b(?:what|how|if|whether|you (?:said|asked)|not|matter)\b[^.;:—!]{0,30}$"),
        unless=either(r"\b(?:what|matters? (?:is|here) not what) i think\b")),
)  # fmt: skip

"""Decides which sentences name a cause, a motive, a type or a condition as if known: `diagnosis`.

A hedge saves a feeling of the thinker's, never a condition or anybody else's motive. What the thinker said is spared.
"""

import re

from assistant.stance.acts import Act
from assistant.stance.rules.shape import CLEAR, LIKELY, Rule, either

_CONDITION = (
    r"(?:burn(?:ed|t)?[- ]?out|burnout|impost[eo]r|perfectionis[mt]\w*|people[- ]?pleas\w+|narciss\w+|adhd|depress(?:ed|ion|ive)|anxiety disorder|co-?depend\w+|gas-?light\w*|traum\w+|attachment (?:style|issue|pattern|wound)\w*|"
    r"anxious attachment|procrastinat\w+|self[- ]sabotag\w*|overthink\w+|catastrophi[sz]\w+|(?:decision|analysis) paralysis|ruminat\w+|defen[cs]e mechanism\w*|conflict[- ]avoid\w+|micro-?manag\w+|passive[- ]aggressive\w*|toxic\w*|avoidan(?:t|ce)|"
    r"inner (?:critic|child)|self[- ]worth|self[- ]esteem|insecurit\w+|control freak|introvert\w*|extrovert\w*|highly sensitive|triggered|coping mechanism\w*|fear of (?:failure|rejection|success|abandonment|missing out|conflict)|fomo|scarcity mindset|fixed mindset|"
    r"black[- ]and[- ]white thinking|all[- ]or[- ]nothing|cognitive (?:distortion|dissonance|load)|neurotic|autis\w+|bipolar|ocd|ptsd|denial|projection|projecting|resistan(?:t|ce) to change|learned helplessness|golden handcuffs|sunk cost|enmesh\w+|mental load|survival mode|all-or-nothing)"
)
_OTHER = r"(?:he|she|they|your (?:boss|manager|team|colleague|partner|husband|wife|mother|father|mum|mom|dad|son|daughter|friend|director|lead|client|co-?worker|coworker|sister|brother|parents|peers|report|employee|family|kids|child|ex)s?|the (?:team|other (?:person|side)|client|boss|manager|company|director)|people|management|leadership|others|some of them|[a-z]+'s (?:boss|mother))"
_REPORT_OTHER = re.compile(
    r"\b(?:you (?:said|say|mention\w*|told|think|feel|felt|noticed|describe\w*|believe|wish|want\w*|fear|worry|assum\w+|suspect|hope|saw|heard)|you're (?:saying|afraid|worried)|to you|when|if|what|how|whether|who|which)\b[^.;:]*$"
)

RULES: tuple[Rule, ...] = (
    Rule("real-issue", Act.DIAGNOSIS, either(
        r"\b(?:the|your) (?:real|root|core|underlying|actual|main|deeper|true|bigger|biggest|central|hidden|fundamental|only|first) (?:\w+ )?(?:issue|problem|reason|cause|question|fear|challenge|struggle|obstacle|block|driver|culprit|conflict|friction point|trap|tension|risk|enemy)s?\b[^?]{0,30}\b(?:is|isn't|are|may be|might be|here|seems|could be|lies)\b",
        r"\bwhat(?:'s| is) (?:really |actually |likely |probably |truly )?(?:going on|happening|driving|behind|at play|underneath|holding you|keeping you|tricky|hard)\b[^?]{0,40}\b(?:is|may|might|isn't)\b", r"\b(?:the|one) reason (?:you|he|she|they|this|that|it|why|for)\b[^?]*\b(?:is|are)\b",
        r"\bthe (?:problem|issue|trouble|catch|truth|reality|fact) (?:is|here|isn't|with|lies|of the matter)\b", r"\b(?:this|that|it|which) (?:really |all |usually |often |probably |clearly |strongly |likely )*(?:stems|comes (?:down|from)|boils|points to|means|suggests|shows|tells (?:me|us|you)|reveals|indicates|reflects|signals|explains|is because|is about|isn't about|is rooted|is driven|happens because|has (?:less|more|nothing) to do)\b",
        r"\b(?:that's|this is|that is|which is|it's) (?:exactly |probably |likely |often |usually |partly |also )?(?:why|because|where|how(?! you (?:put|say|said|tell|told|see|describe|name))|what happens|the|just) (?:you|he|she|they|your|so|it|things|real|classic|exactly|the reason|many|this|that)\b"), CLEAR, owned=0.75, asked=False,
        before=re.compile(r"\b(?:you (?:said|mentioned|told|think|feel|believe|wonder)|to you|whether|if|what|how)\b[^.;:]*$")),
    Rule("condition-named", Act.DIAGNOSIS, either(rf"\b(?P<idea>{_CONDITION})\b(?=(?P<rest>))"), CLEAR, owned=1.0),
    Rule("type-named", Act.DIAGNOSIS, either(
        r"\byou(?:'re| are| seem| sound| may be| might be| could be|'re being| are being| clearly| appear| tend to be) (?:like |to be |just |clearly |probably |really |definitely |simply |naturally |a bit of |being |such |obviously )*(?:a|an|the type|the kind|someone who|the sort|too|wired|prone|in denial|conflict|overly|defensive|codependent|resist\w+|addicted|avoiding|projecting|sabotag\w+|a natural|operating|suffering|running on|overcompensat\w+|clearly)\b",
        r"\byou (?:have|'ve got|suffer|lack|tend to|struggle with|need|are prone)\b(?: \w+){0,2} (?:a (?:tendency|habit|fear|need|pattern|problem|issue|low)|from|to (?:avoid|overthink|please|assume|take|put|blame)|issues?|confidence|discipline|tendency|low)\b",
        r"\b(?:a|an|your|classic|textbook) (?:\w+ )?(?:sign|symptom|signs|symptoms|case|form|kind|manifestation|product|result|expression) of\b(?! (?:day|thing|person|question|help|moment|work))"), LIKELY, owned=0.75, asked=False,
        before=re.compile(r"\b(?:you (?:said|feel|felt|think|fear|worry|wonder|call)|as if|as though|if|when|what|like)\b[^.;:]{0,40}$"),
        unless=either(r"\byou(?:'re| are) (?:in )?(?:a|the) (?:person|one|middle|loop|crossroads|place|position|spot|bit|lot|little)\b")),
    Rule("cause-named", Act.DIAGNOSIS, either(
        r"\b(?:because(?! you (?:know|said|told)),?|since|due to|caused by|as a result of|driven by|rooted in|comes from|stems from|out of|in order to|a way (?:to|of)|protect you from|to protect) (?:you|your|he|she|they|of your|fear|a fear|the fear|part of you|of a|a need|insecurity)\b"), LIKELY, owned=0.7, asked=False,
        before=re.compile(r"\b(?:you (?:said|mentioned|told|think|feel|believe|say)|you're saying)\b[^.;:]*$"), unless=either(r"^(?:because|since) (?:you|that|it)\b[^?]*\byou (?:said|mentioned)\b")),
    Rule("others-motive", Act.DIAGNOSIS, either(
        rf"\b{_OTHER} (?:\w+ly |just |also |may |might |must |could |is |are |was |were |seems? |sounds? |probably |perhaps |maybe |really |likely |actually |'s |feels? |be |have |has |still |to |like |as if |though )*"
        r"(?:feel\w*|want\w*|need\w*|think\w*|trying|tries|afraid|scared|jealous|threatened|insecure|protect\w*|avoid\w*|intimidated|angry|testing|lack\w*|struggl\w+|believe\w*|care\w*|value\w*|resent\w*|worr(?:y|ied|ies)|trust\w*|miss\w*|appreciat\w*|unaware|overwhelmed|busy|selfish|manipulat\w+|controlling|defensive|lazy|don't (?:know|care|see|realise|realize|respect|notice|mean|trust|understand)|doesn't (?:know|care|see|realise|realize|respect|notice|mean|trust|understand)|likely|probably|respond|react|sees? you|mean well|not aware|punish\w+|blam\w+|using|assum\w+|project\w*|hurting)\b",
        rf"\b{_OTHER} (?:is|are|was|were|'s|'re) (?:probably|likely|just|clearly|obviously|really|simply|perhaps|maybe|only|a|an|the|being|not|so|too|very) "), LIKELY, owned=0.6, asked=False, before=_REPORT_OTHER),
    Rule("deep-down", Act.DIAGNOSIS, either(r"\bdeep down\b", r"\bsubconsciously\b", r"\bunconsciously\b", r"\b(?:whether you (?:know|realise|realize|admit) it or not)\b", r"\byou just don't (?:know|see|want|realise|realize)\b",
        r"\byou (?:may|might|could|probably|clearly|obviously|likely) (?:not )?(?:be|have|already|still|also|actually|just|really|feel|think|want|need|see|know|believe|fear|use|do) ?(?:\w+ ){0,2}(?:avoid\w*|protect\w*|us(?:e|ing)|afraid|because|confus\w+|caught|hiding|punish\w*|compensat\w*|mistak\w+|expect\w*)\b"), LIKELY, owned=0.7),
)  # fmt: skip

"""Decides which sentences bring facts, research or best practice as content: `expert_information`."""

import re

from assistant.stance.acts import Act
from assistant.stance.rules.shape import CLEAR, LIKELY, SURE, Rule, either

_GROUP = (
    r"(?:people|teams|managers|leaders|humans|brains|women|men|employees|organi[sz]ations|companies|conflicts?|feedback|trust|motivation|habits?|emotions?|feelings|stress|anxiety|change|groups|"
    r"meetings|relationships|parents|children|kids|families|couples|boundaries|perfectionists|introverts|most of us|we all|humans|employers|recruiters|newcomers|new managers|teenagers|adults|skills?|confidence|creativity|growth|progress|discipline|willpower|careers|fear|guilt|shame|resentment)"
)
RULES: tuple[Rule, ...] = (
    Rule("research", Act.EXPERT_INFORMATION, either(
        r"\b(?:research|studies|study|science|data|evidence|statistics|surveys?|experts|psychologists?|neuroscience|literature|scientists|researchers)(?: \w+){0,3} (?:show|shows|showed|shown|suggest|suggests|indicate|indicates|find|finds|found|say|says|tell|tells|call|calls|point|points|confirm|confirms|is clear|agree|prove|proves|link|links|has|have)\b",
        r"\b(?:has|have) been (?:shown|found|proven|demonstrated|known|linked)\b", r"\b(?:proven|evidence-based|research-backed|scientifically|statistically|studies|clinically)\b",
        r"\baccording to (?!you|your)\w+", r"\b\d+(?:\.\d+)? ?(?:%|percent|per cent)", r"\b\d+ (?:out of|in) (?:\d+|every|ten|three|four|five) (?:people|teams|\w+)"), SURE, owned=0.85, asked=False),
    Rule("research", Act.EXPERT_INFORMATION, either(r"\b(?:research|studies|science) (?:shows?|says?|suggests?|tells?)\b"), SURE, owned=0.85),
    Rule("effective", Act.EXPERT_INFORMATION, either(
        r"\b(?:is|are|has proved|have proved|has proven|tends to be|can be|works?|worked) (?:\w+ ){0,2}(?:effective|well for|wonders|best when|best if|productive|counterproductive|unproductive)\b",
        r"\bwhy (?:it|this|that) works\b", r"\b(?:best practice|rule of thumb|the literature|common mistake|industry standard|as a rule|in general|generally speaking|typically|statistically|on average)\b"), CLEAR, owned=0.85, asked=False),
    Rule("generic-claim", Act.EXPERT_INFORMATION, either(
        rf"(?:^|[,;:.—(] ?|\b(?:that|because|since|and|but|so|when|as) )(?:most |many |some |all |new |good |great |other |often |usually |healthy |strong |even )*{_GROUP} (?:(?:usually|often|tend|tends|typically|generally|always|never|rarely|sometimes|naturally|really|actually|also) )*(?:is|are|isn't|aren't|need|needs|take|takes|tend|tends|become|becomes|get|gets|want|like|learn|learns|go|goes|have|has|require|requires|build|builds|work|works|grow|grows|come|comes|thrive|thrives|will|can|don't|doesn't|make|makes|feed|feeds|lives?|shows?|happens?|means?|leave|leaves|stay|stays|do|does|start|starts|respond|responds|perform|lose|feel|feels|fail|fails|rewards?|thrives?|protects?|drives?|creates?|loves?|hates?)\b",
        r"\b(?:your|the|our|human) (?:brain|nervous system|body|mind|amygdala|prefrontal cortex|subconscious|inner critic|ego|dopamine|psyche) (?:\w+ ){0,2}(?:is|are|has|will|can|wants|needs|tries|treats|thinks|loves|hates|learns|craves|gets|reads|interprets|doesn't|starts|does|goes|knows|shuts|protects|likes|tells|sees)\b",
        r"\b(?:dopamine|cortisol|serotonin|adrenaline|amygdala|neuro\w+|executive function|circadian|blood sugar|nervous system|fight[- ]or[- ]flight|limbic)\b"), LIKELY, owned=0.7, asked=False,
        before=re.compile(r"\b(?:you (?:said|mentioned|feel|think|believe|told|wonder|notice|want)|it sounds|i hear|sounds like|you're saying)\b[^.;:]*$"),
        unless=either(r"\b(?:case giver|peer|coaching|facilitator|protocol)\b")),
    Rule("brain", Act.EXPERT_INFORMATION, either(r"\b(?:your|the|our|human) (?:brain|nervous system|amygdala|subconscious) (?:\w+ ){0,2}(?:might|may|will|[a-z]+s)\b"), LIKELY, owned=1.0, before=re.compile(r"\b(?:you (?:said|say|feel)|what|how|when|where|which)\b[^.;:]*$")),
    Rule("named-concept", Act.EXPERT_INFORMATION, either(
        r"\b(?:is|this is|it's|that's|what is|sometimes|often|what \w+|they|we|psychologists) (?:\w+ )?(?:called|known as|referred to as|termed|call)\b", r"\b(?:a|the|an) (?:well-known |classic |famous |simple )?(?:term|framework|model|concept|theory|principle|law|effect|matrix|syndrome|phenomenon|formula|acronym)\b(?! (?:of yours|you))",
        r"\b(?:smart goals|eisenhower|pomodoro|grow model|nonviolent communication|cbt|cognitive[- ]behaviou?ral|growth mindset|5 whys|kanban|agile coach|emotional intelligence|radical candor|imposter|maslow|mindset shift)\b"), CLEAR, owned=0.7, asked=False,
        before=re.compile(r"\byou (?:said|call|called|named|mentioned)\b[^.;]*$")),
    Rule("law-or-rights", Act.EXPERT_INFORMATION, either(
        r"\b(?:by law|legally|the law|your rights?|entitled to|illegal|unlawful|employment law|labou?r law|notice period is|statutory|is required to|are obliged|under the \w+ act|tax(?:es)? (?:is|are))\b"), CLEAR, owned=0.7, asked=False),
)  # fmt: skip

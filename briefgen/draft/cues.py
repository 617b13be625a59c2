"""The words by which a sentence is known as a demand, a response or an outlook.

A cue is a pattern over a sentence in small letters; `<urge|beg>` stands for all forms of these verbs.
Cues are of general English, and each says what it makes of the sentence in the words of the record.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefgen.draft.verbs import BASES, forms

Label = Literal["demand", "response", "outlook"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what it says."""

    label: Label
    value: str
    """A stance, an action, or a kind of outlook."""
    pattern: re.Pattern[str]
    verbal: bool
    """Whether the pattern begins with a verb that has a subject."""
    where: Literal["anywhere", "said", "timed"]
    """`said`: only in words that somebody is reported to say; `timed`: within quotation marks only with a time."""


_NOT = r"(?:not|n't|never|no longer)"
_ONE = r"(?:[\w’'-]+ )"
_WHO = r"(?:(?!(?:they|he|she|it(?! to)|that|we|i|said|says|had|was|were|would)\b)[\w’'.,-]+ ){1,9}?"

_DEMANDS = (
    ("demands", "v", "<demand> "),
    ("demands", "v", "<insist>(?! (?:it|he|she|they|that (?:it|he|she|they)) (?:had|has|have|was|were|did)\\b)(?= |,)"),
    ("demands", "v", f"<press|pressure|push|lobby|compel|force> (?:{_WHO}(?:to|for|into|over|on) |for |on with )"),
    (
        "demands",
        "v",
        f"<order|instruct|direct|tell|command> (?!reporters|journalists|the (?:bbc|court|committee|hearing)){_WHO}to (?!be |have been )\\w+",
    ),
    ("demands", "v", "<require> (?!that (?:it|he|she) )"),
    ("requests", "v", f"<urge|implore|beg|plead|beseech|exhort|encourage> "),
    ("requests", "v", "<call> (?:\\w+ )?(?:on|upon|for) "),
    ("requests", "v", f"<appeal> (?:again |once more |directly )?(?:to {_WHO}(?:to|for)|for) "),
    ("requests", "v", f"<ask> (?!whether|if|why|how|what|when|about|reporters)(?:{_WHO}(?:to|for|that)|for|that) "),
    ("requests", "v", "<request> "),
    ("requests", "v", "<petition> |<hold> out for "),
    (
        "demands",
        "n",
        r"\b(?:set|sets|gave|gives|given|issued?|imposed) (?:\w+ ){0,5}?(?:a |an )?(?:\w+ )?(?:deadline|ultimatum)\b",
    ),
    (
        "demands",
        "n",
        r"\b(?:gave|gives|given|giving) (?:[\w,'’-]+ ){1,8}?(?:until|(?:\w+ ){0,2}(?:days|hours|weeks|months)) (?:\w+ ){0,3}to \w+",
    ),
    (
        "conditions",
        "n",
        r"\bno (?:\w+ )?(?:peace|deal|agreement|talks|truce|negotiations?|support|solution|progress|recognition|return|vote)\b.{0,40}\b(?:without|until|unless)\b",
    ),
    ("conditions", "n", r"\b(?:will|would|can|could) only\b.{2,90}\b(?:if|when|after|once)\b|\bwill\b.{2,90}\bonce\b"),
    ("conditions", "n", r"\bprice (?:for|of) \w+(?: \w+){0,3} (?:is|was|would be)\b"),
    ("requests", "v", f"<seek> (?!to (?:re)?assure|to calm|refuge|shelter|comment)"),
    ("requests", "v", "<want> (?!nothing|to (?!see\\b(?! how)|have\\b|be \\w+ed\\b))"),
    ("requests", "v", f"would (?:rather|like|prefer) {_WHO}(?:to|did|would) "),
    (
        "requests",
        "v",
        f"<expect> (?:our|your|them|him|her|you|everyone|others|all|every|the other|those) {_ONE}{{0,4}}to ",
    ),
    ("proposes", "v", "<propose> "),
    ("proposes", "v", "<recommend|advocate> "),
    ("proposes", "v", "<suggest> (?:that )?" + _WHO + "should "),
    (
        "proposes",
        "v",
        "<suggest|propose|recommend|insist|ask|request> that " + _WHO + rf"(?:be|not|{'|'.join(sorted(BASES))})\b",
    ),
    (
        "requests",
        "n",
        r"\b(?:calls?|appeals?|pleas?|requests?|petitions?|bids?) (?:for|to|by \w+ for) (?!(?:comments?|interviews?|information|clarification|him|her|us|them|his|me)\b)",
    ),
    (
        "demands",
        "n",
        r"(?<!in )(?<!high )(?<!supply and )\b(?:demands?|ultimatums?|terms|preconditions?) (?:(?:is|are|was|were)(?= (?:simple|clear|the|an?|that|to|as follows|plain)|:)|include|includes|included|for|that|to)\b(?! (?:energy|oil|gas|electricity|goods|workers|housing|labou?r|power|travel|chips))",
    ),
    (
        "demands",
        "n",
        r"\b(?:list of|key|main|core|central|set of|(?:two|three|four|five|six|several)(?: [“\"]?\w+)?) (?:demands|conditions|terms|requirements|red lines|asks)\b",
    ),
    (
        "conditions",
        "n",
        r"\bconditions? (?:(?:is|are|was|were)(?= (?:simple|clear|that|to|as follows|plain|not)|:)|include|includes|included|for|that|of a)\b(?! anonymity)",
    ),
    (
        "conditions",
        "n",
        r"\b(?:on (?:the )?condition (?:that|of (?!anonymity))|condition(?:al|ed) (?:up)?on|provided (?:that )?|providing that|as long as|so long as|in (?:exchange|return) for|hing(?:e|es|ing) on|contingent (?:up)?on|only if)\b",
    ),
    ("conditions", "n", r"\b(?:will|would|can|could|should|must)\b.{2,90}\bonly (?:when|after|once)\b"),
    (
        "conditions",
        "n",
        rf"(?:\b(?:will|would|could|can|did|does|do|has|have|is|are|was|were)(?: {_NOT}|n[’']t)\b|\b(?:won['’]t|can['’]t|cannot|refus\w+|reject\w+|no \w+)\b).{{2,120}}\b(?:until|unless)\b",
    ),
    (
        "conditions",
        "n",
        r"\b(?:unless|until)\b(?! \d).{3,90}\b(?:will|would|must|threat\w+|warn\w+|face|could)\b|\b(?:threat\w+|warn\w+|will|would|must|face)\b.{3,120}\bunless\b",
    ),
    (
        "red-line",
        "n",
        r"\bred lines?\b|\bnon-negotiable\b|\bnot (?:up for |open to )?(?:negotiable|negotiation|for sale)\b|\bdeal-?breaker",
    ),
    ("rejects", "v", "<rule> (?:out|it out|them out) "),
    ("rejects", "v", "<rule> (?:\\w+ ){1,4}out\\b"),
    (
        "rejects",
        "n",
        rf"\b(?:will|would|could|can|shall)(?: {_NOT}|n[’']t) (?:\w+ )?(?:accept|allow|agree|tolerate|permit|give up|hand over|surrender|yield|compromise|negotiate|concede|back down|join|sign|recogni[sz]e|surrender|bow|cede|abandon|be (?:forced|bullied|held|dictated))\b|\b(?:won['’]t|can['’]t|cannot|can never|never) (?:\w+ )?(?:accept|allow|agree|tolerate|permit|give up|hand over|yield|compromise|negotiate|concede|back down|join|sign|recogni[sz]e|cede|bow)\b",
    ),
    ("rejects", "s", r"\b(?:cannot|can['’]t|must not|mustn['’]t) be\b"),
    (
        "demands",
        "s",
        r"(?<!\bwe )(?<!\bi )\b(?:must|has to|have to|had to|need(?:s)? to|ought to|got to)(?! (?:admit|say|know|be seen|confess|wonder|ask))\b",
    ),
    ("requests", "s", r"\bshould(?! (?:have (?!the\b)|be able|know|come as|it|he|she|they|the|a)\b)(?:n['’]t| not)?\b"),
    (
        "requests",
        "s",
        r"\b(?:all they have to do|it is time (?:for|to)|time to|let[’']?s? (?:us|them|me|him|there)|had better|would do well to|the onus is on|the ball is in)\b",
    ),
    (
        "demands",
        "s",
        r"(?<!that )(?<!what )(?<!all )\b(?:we|i) (?:demand|require|want|need|expect|call|ask|urge|insist|appeal|request|seek)\b",
    ),
    ("requests", "s", r"\bwhat (?:we|i|they|people) (?:really )?(?:want|need|demand) is\b"),
    (
        "requests",
        "s",
        r"\b(?:we|i) (?:are|am|['’]re|['’]m) (?:\w+ )?(?:demanding|requiring|asking|urging|calling|insisting|appealing|requesting|seeking)\b",
    ),
    (
        "demands",
        "n",
        r"\b(?:were|was|been|being|be) (?:ordered|urged|told|asked|instructed|advised|required|warned) to \w+",
    ),
)
_RESPONSES = (
    (
        "supports",
        "v",
        "<welcome|cheer|praise|hail|applaud|endorse|embrace|commend|laud|salute|back|support|favour|favor|champion> ",
    ),
    ("supports", "v", "<accept> |<agree> |<consent> |<approve> |<adopt> |<concur>|<bless> |<heed> "),
    (
        "supports",
        "n",
        r"\b(?:(?:has|have|had|won|with|enjoys?|express\w*|voiced?|declared|full|strong|broad) (?:\w+ ){0,2}(?:support|backing|approval)|in favou?r of|stands? (?:with|by|behind)|on board|(?:is|are|was|were) (?:warmer|open|receptive|happy|pleased|glad|delighted|grateful|ready|willing|prepared|committed) (?:to|that|with|about|for)?)",
    ),
    (
        "supports",
        "n",
        r"\b(?:lin(?:e|ed|ing) up|rall(?:y|ied|ying)|th(?:row|rew|rown) \w+ (?:full )?weight|swung|got) behind\b|\b(?:cautious|warm|guarded|qualified) welcome\b|\bg[ai]ve[ns]? (?:its|his|her|their) (?:\w+ )?(?:blessing|backing|approval|consent|support)\b|\bgrant(?:ed|s) (?:the|a|an|his|her|its|their) (?:\w+ )?(?:request|permission|appeal|waiver|licence|license|exemption)\b",
    ),
    (
        "opposes",
        "n",
        r"\bin protest\b|\bwould not (?:resign|step down|quit|back down|bow|apologi[sz]e|be (?:bullied|drawn|swayed))\b",
    ),
    (
        "litigates",
        "n",
        r"\b(?:open(?:ed|s)|launch(?:ed|es)|order(?:ed|s)) (?:an?|its own) (?:\w+ ){0,2}(?:investigation|inquiry|enquiry|probe|review)\b",
    ),
    (
        "supplies",
        "v",
        "<set> up (?:\\w+ )?(?:shelters?|camps?|centres?|centers?|hotlines?|funds?|hospitals?) |<move|station|position|redeploy> .{0,30}(?:troops|forces|jets|carriers?|warships?|ships|tanks|soldiers|police)",
    ),
    (
        "opposes",
        "v",
        "<reject|rebuff|dismiss|oppose|resist|refuse|deny|dispute|contest|object|protest|spurn|veto|block|snub> ?",
    ),
    (
        "opposes",
        "v",
        "<criticise|criticize|condemn|denounce|decry|slam|blast|attack|lambast|lambaste|deride|ridicule|mock|scoff|deplore|lament|bemoan|regret|chide|berate|castigate|accuse|blame|question|complain|fume|hit|lash|rail|rebuke|disagree|doubt> ?",
    ),
    (
        "opposes",
        "n",
        r"\b(?:voted? against|came out against|hit(?:s|ting)? back|lash\w* out|push\w* back|pour\w* (?:cold water|scorn)|cast\w* doubt|walk\w* out|walked away|pull\w* out|storm\w* out|unwilling|opposed to|at odds|sp(?:oke|eaks?|oken) (?:out )?against|no (?:plans?|intention|desire|appetite|wish) (?:to|of|for)|sceptical|skeptical|less keen|not convinced|unconvinced|unhappy|furious|angry|alarmed|disappointed|dismayed|concern(?:ed|s)? (?:about|over|that)|critics?)\b",
    ),
    ("opposes", "v", "<call|brand|label|dub|describe|characterise|characterize|deem|term|declare> .{0,60}[\"“‘']"),
    ("warns", "v", "<warn|caution|threaten|alert> ?"),
    ("commits", "v", "<pledge|promise|vow|commit|offer|undertake|volunteer|guarantee|assure|reassure|swear> "),
    (
        "commits",
        "n",
        r"\b(?:stands?|stood|(?:is|are|was|were|be)) (?:\w+ )?(?:ready|prepared|willing|committed)\b|\bopen to\b",
    ),
    (
        "funds",
        "v",
        "<release|allocate|donate|earmark|contribute|unveil> .{0,25}(?:[$€£¥]|\\d|million|billion|money|aid|funds)",
    ),
    ("funds", "n", r"\b(?:could|would|will) (?:also )?be (?:released|made available|provided|disbursed)\b"),
    ("funds", "n", r"\b(?:has|have|had) (?:set aside|put up|given|approved|announced) [^.]{0,30}[$€£¥]"),
    (
        "supplies",
        "v",
        "<send|deploy|deliver|dispatch|supply|ship|airlift|mobilise|mobilize|provide> (?!a (?:message|signal|letter|clear))",
    ),
    ("sanctions", "v", "<sanction|blacklist|expel> |<freeze> .{0,30}assets"),
    ("retaliates", "v", "<retaliate|impose|suspend|withdraw|halt|hit|recall|ban|bar|cancel|boycott|tighten|restrict> "),
    (
        "commits",
        "n",
        r"\b(?:said|says|told (?:\w+ ){1,6}?|vowed|confirmed|added|announced|insisted)(?: that|that)? ?(?:it|he|she|they|we|(?:his|her|its|their) \w+|the (?:government|party|union|ministry|company)) (?:would|will|was going to|were going to|was prepared|were prepared|is prepared)\b(?! have\b| be (?:able|wrong))",
    ),
    ("retaliates", "v", "<raise> .{0,30}(?:dut|tariff|tax|lev)"),
    ("retaliates", "v", "<close|shut> (?:its|the|their|all|off|down) "),
    (
        "retaliates",
        "n",
        r"\b(?:counter-?measures?|counter-?tariffs?|retaliat\w+|tit-for-tat|reprisals?|in response|respond(?:ed|ing)? (?:by|with)|shut (?:its|the) (?:border|airspace))\b",
    ),
    (
        "legislates",
        "n",
        r"\b(?:voted|passed|approved|cleared|adopted|amended?|amendment|ratif\w+|tabled|co-?sponsored|introduced a bill)\b",
    ),
    (
        "litigates",
        "n",
        r"\b(?:sue[sd]?|suing|lawsuit|injunction|judicial review|filed (?:a|an) (?:suit|complaint|appeal|challenge|motion|case)|legal (?:action|challenge)|go to court|take .{0,20} to court|court challenge|launch\w* (?:a|an) (?:\w+ )?(?:appeal|complaint|challenge))\b",
    ),
    ("mediates", "v", "<mediate|broker|intervene|arbitrate|facilitate> "),
    (
        "mediates",
        "n",
        r"\btr(?:y|ied|ying) to (?:broker|mediate|bridge|calm)|\b(?:mediators?|go-between|shuttle diplomacy)\b.{0,40}\b(?:said|met|held|will|propos\w+)\b",
    ),
    ("convenes", "v", "<convene|summon|host|invite> "),
    ("urges", "v", "<urge|implore|call> (?:on |upon |for )?|<appeal> (?:to|for) "),
    (
        "opposes",
        "n",
        r"\b(?:repl(?:y|ied|ies)|respond(?:s|ed)?|react(?:s|ed)?|answer(?:s|ed)?) (?:that|by saying|with)\b",
    ),
    (
        "supports",
        "n",
        r"\b(?:is|are|was|were|been|sounded|struck) (?:\w+ )?(?:warmer|delighted|jubilant|relieved|supportive|upbeat|optimistic|conciliatory|more positive)\b",
    ),
    (
        "opposes",
        "n",
        r"\b(?:is|are|was|were|been|sounded|remained?) (?:\w+ )?(?:cooler|scathing|outraged|unimpressed|appalled|dismayed|cautious|lukewarm|dismissive|defiant|critical|blunt|unmoved|adamant|wary|reluctant|hesitant)\b",
    ),
    ("opposes", "v", "<counter|retort|hit back|insist|maintain|defend|reiterate|reaffirm|contend|argue> ?"),
    ("commits", "v", "<signal|confirm|indicate> .{0,60}\\b(?:could|would|will|ready|open|willing)\\b"),
    (
        "silent",
        "n",
        r"\b(?:declin\w+ to (?:comment|say|give|elaborate|discuss|answer|confirm|be drawn)|(?:did|has|have|had|does|do)(?: not|n['’]t) (?:immediately |yet |so far )?(?:respond|repl(?:y|ied)|comment\w*|answer\w*|said whether|say whether|return)|no (?:immediate )?(?:comment|response|reaction|reply)|neither (?:\w+ ){0,2}(?:had|has) (?:repli|respond|comment)\w+|abstained from comment\w*|stay(?:ed|s)? silent|remain(?:ed|s)? silent|refus\w+ to (?:comment|say|discuss|be drawn)|could not be reached|(?:said|sidestepp\w+|evaded|dodged|deflected) only)\b",
    ),
    ("abstains", "v", "<abstain>"),
    (
        "supports",
        "s",
        r"\b(?:welcome|great|good|fair|important|positive|right (?:thing|decision|step|move|call)|historic|proud|grateful|thank|step forward|encouraging|sensible|reasonable|serious|necessary|ready|happy|delighted|victory|win for|breakthrough|constructive|applaud|support)\b",
    ),
    (
        "opposes",
        "s",
        r"\b(?:i|we)(?:['’]m| am|['’]re| are) not\b|\b(?:unacceptable|wrong|unfair|insult\w*|disgrace\w*|shame\w*|betray\w*|(?:dark|sad|black) day|slap in the face|step back\w*|nightmare|traged\w+|catastroph\w+|baseless|unfounded|groundless|untrue|fabricat\w+|reckless|dangerous|absurd|nonsense|false|lie|lies|lying|mistake|disaster\w*|cowardice|cynical|failure|failed?|outrag\w*|illegal|unjust|unlawful|threat|harm\w*|hurt\w*|destroy\w*|cut\w*|noise|too (?:little|late|far|slow)|never again|cannot|can['’]t|won['’]t|wouldn['’]t|(?:will|would|could|can|should) (?:not|never)|(?:is|are|was) (?:not|n['’]t) (?:acceptable|good|fair|enough|right|true|serious|the (?:way|time|answer|solution))|not for|no (?:reason|need|sense|place|point|room|basis|government|country|pot|excuse|evidence)|worse\w*|blackmail|ransom|pirac\w*|propaganda|provocat\w*|bankrupt\w*|freeze|punish\w*|abandon\w*|ignor\w*|impossible|unrealistic|unaffordable|inadequate|insufficient|enough)\b",
    ),
)
_TIME = r"(?:on|by|this|next|until|before|from|in|later|after|over|within) (?:\w+ ){0,3}?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.|week\w*|month|months|year|years|days?|hours?|decade|spring|summer|autumn|fall|winter|christmas|easter|morning|afternoon|evening|noon|tomorrow|tonight|20[2-9]\d|the end of)"
_OUTLOOKS = (
    (
        "scheduled",
        "n",
        r"\b(?:is|are|was|were|be|being) (?:\w+ )?(?:due|set|scheduled|slated|poised|expected|likely|unlikely|bound|certain|on track|supposed|about|planning|preparing|hoping|aiming) (?:to|for|in|on|by|that|next|this|back|before|until|later|soon|when)\b",
    ),
    ("expected", "n", r"\b(?:is|are|was|were) (?:not )?(?:forecast|predicted|projected|tipped)\b"),
    (
        "scheduled",
        "n",
        rf"\b(?:meets?|votes?|opens?|begins?|starts?|ends?|closes?|resumes?|returns?|takes? place|goe?s? to the polls|holds?|visits?|travels?|convenes?|gathers?|kicks? off|launches?|comes? up|decides?|rules?)\b(?: \w+){{0,4}} {_TIME}\b",
    ),
    ("scheduled", "n", rf"\b(?:is|are) to (?!blame|date|the\b|a\b|this\b|say\b|do\b)[a-z]+\b"),
    (
        "scheduled",
        "n",
        r"\b(?:due|scheduled|slated|expected|planned|been called|set) (?:in|on|for|by|to|next|this)\b.{0,40}",
    ),
    ("scheduled", "t", rf"\b(?:will|['’]ll|won['’]t)\b(?! always be\b)"),
    (
        "planned",
        "n",
        r"\b(?:is|are) (?:also |now |still )?(?:considering|weighing|mulling|exploring|contemplating|drafting|racing to|preparing|running for|standing for|in talks)\b",
    ),
    (
        "scheduled",
        "n",
        r"\b(?:is|are) seen \w+ing\b|\bsubject to (?:\w+ )?(?:approval|ratification|review|consent)\b|\bpav(?:e|es|ed|ing) the way for\b|\b(?:on the way|in the offing|in the pipeline)\b|\bstill (?:needs?|has|have) to be\b",
    ),
    ("planned", "v", "<plan|intend|aim|prepare> to |<plan> (?:for|on) "),
    ("planned", "v", "<hope> (?:to|for|that) |<seek> to "),
    ("expected", "v", "<expect|anticipate|forecast|predict|project|foresee|envisage> "),
    (
        "expected",
        "n",
        r"\b(?:forecasts?|predictions?|projections?|outlook|models?|estimates?) (?:\w+ ){0,4}(?:show|shows|suggest|suggests|say|says|see|sees|point|points|put|that|for|of|is|are)\b",
    ),
    (
        "expected",
        "n",
        r"\b(?:likely|unlikely|likelihood|probably|chances?|(?<!at )odds|prospects?|risk(?:s|ed)? (?:of|that|being)|at risk|on the (?:brink|verge|horizon)|looming|imminent|upcoming|forthcoming|in (?:the )?coming)\b",
    ),
    (
        "conditional",
        "n",
        r"(?<!\d )(?<!in )(?<!of )(?<!since )(?<!until )(?<!by )(?<!last )(?<!this )\b(?:may|might)\b(?! \d)(?!,? \d{4})(?! not enter)",
    ),
    ("conditional", "n", r"\bcould\b(?! not\b| n['’]t| see\b| hear\b| only watch)"),
    (
        "if",
        "n",
        r"(?:\bif\b|\bunless\b|\bshould (?:the|a|an|it|he|she|they|that|talks|negotiations)\b|\bin the event\b|\bwere .{3,40} to\b).{3,160}\b(?:will|would|could|may|might|must|can|faces?|risks?|is likely|are likely|goes|is ready)\b",
    ),
    (
        "if",
        "n",
        r"\b(?:will|would|could|may|might|must|can|ready|willing|prepared|stood ready|stand ready|sue)\b.{3,140}\b(?:if|unless|until|once|provided|should)\b",
    ),
    ("would", "n", rf"\bwould\b.{{2,120}}\b{_TIME}\b"),
    (
        "would",
        "n",
        r"\b(?:said|says|warned|told|confirmed|announced|added|insisted|vowed)\b.{0,80}\b(?:it|he|she|they|his|her|its|which|who|and|side|government|ministry|company|party|members) would\b(?! (?:not )?(?:have been|be willing|rather|like|like to say)\b)",
    ),
    (
        "uncertain",
        "n",
        r"\b(?:(?:not|n['’]t) rule[sd]? out|(?:is|are|remains?) (?:still |entirely )?possible|unclear|not clear|uncertain\w*|unknown|not known|remains? to be seen|yet to (?:decide|be decided|confirm|say|announce|be)|in doubt|hang(?:s|ing)? in the balance|far from certain|no (?:\w+ )?(?:vote|meeting|talks|hearing|date|timetable|timeline|decision|deadline) (?:has|have|was|had|is|yet)|not (?:yet )?(?:been )?(?:decided|said whether|announced|set)|too (?:early|soon) to|whether (?:the|it|he|she|they) (?:would|will|can|could))\b",
    ),
    (
        "deadline",
        "n",
        r"\b(?:deadline (?:of|is|for|on|to|in|was|passes|set)|(?:before|set|has|with|give\w*|gave|until) (?:a|the|him a|them a|her a) (?:\w+ )?deadline|by the end of|expires?|expire on|at the latest|no later than|takes? effect|took effect on|come(?:s)? into (?:force|effect)|enter(?:s)? into force|ahead of (?:a|the|next)|next (?:round|week|month|year|step|summit|meeting|stage)|goes to (?:the|a))\b",
    ),
)


TIME = re.compile(_TIME)
_WHERE: dict[str, Literal["anywhere", "said", "timed"]] = {"s": "said", "t": "timed"}


@cache
def cues() -> tuple[Cue, ...]:
    """Compile all cues, in the order in which they are tried."""
    made = []
    groups: tuple[tuple[Label, tuple[tuple[str, str, str], ...]], ...] = (
        ("demand", _DEMANDS),
        ("response", _RESPONSES),
        ("outlook", _OUTLOOKS),
    )
    for label, rows in groups:
        for value, sort, pattern in rows:
            where = _WHERE.get(sort, "anywhere")
            made.append(Cue(label, value, re.compile(_expanded(pattern)), sort == "v", where))
    return tuple(made)


def _expanded(pattern: str) -> str:
    """Write out `<urge|beg>` as all forms of the verbs."""

    def written(match: re.Match[str]) -> str:
        everything = sorted(form for base in match[1].split("|") for form in forms(base))
        return rf"\b(?:{'|'.join(map(re.escape, everything))})\b"

    return re.sub(r"<([a-z |]+)>", written, pattern)

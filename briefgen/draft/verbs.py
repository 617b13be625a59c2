"""Verbs by what they report: their forms, made from lists of base forms.

The lists are of general English, not of any subject; a verb that is missing costs a speaker, not a truth.
"""

import re
from functools import cache

_SAYING = """
accept acknowledge add admit advise affirm agree allege announce answer argue ask assert assess assure bemoan boast
caution charge cite claim clarify comment complain concede conclude confess confide confirm contend continue counter
cry declare demand deny describe disclose echo elaborate emphasise emphasize estimate exclaim explain express fear
fume forecast hint imply indicate inform insist joke lament maintain mention muse note object observe opine plead
pledge point post predict proclaim promise propose protest question quip react read reason recall reckon recommend
recount reflect reiterate relate remark remind repeat reply report respond retort reveal say scoff share shout signal
snap speculate state stress sigh suggest summarise summarize swear tell testify think threaten tweet underline
underscore urge vow warn wonder write acknowledge concur enthuse intone surmise venture opine stipulate request
rule declare advise whisper yell note conclude interject volunteer posit theorise believe hold feel
"""
_LABELLING = """
accuse applaud compare liken berate blast brand call castigate celebrate champion characterise characterize chastise chide condemn
criticise criticize decry deem demand denounce depict deride describe dismiss dub hail herald label laud liken mock
name paint portray praise promise ridicule rubbish salute slam style tag tout trash term urge warn welcome lambast
lambaste pan attack promote quote invoke reject rail thank offer cite declare regard view see consider pronounce
"""
_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "swear": "swore sworn",
    "read": "read",
    "hold": "held",
    "feel": "felt",
    "see": "saw seen",
    "freeze": "froze frozen",
    "leave": "left",
    "take": "took taken",
    "give": "gave given",
    "make": "made",
    "meet": "met",
    "send": "sent",
    "hit": "hit",
    "put": "put",
    "set": "set",
    "win": "won",
    "lead": "led",
    "begin": "began begun",
    "speak": "spoke spoken",
    "stand": "stood",
    "find": "found",
    "fight": "fought",
    "seek": "sought",
    "keep": "kept",
    "come": "came come",
    "go": "went gone",
    "get": "got gotten",
    "know": "knew known",
    "lose": "lost",
    "pay": "paid",
    "hear": "heard",
    "strike": "struck",
    "rise": "rose risen",
    "fall": "fell fallen",
    "grow": "grew grown",
    "withdraw": "withdrew withdrawn",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "cut": "cut",
    "draw": "drew drawn",
    "drive": "drove driven",
    "choose": "chose chosen",
    "face": "faced",
    "become": "became become",
    "have": "had has having",
    "do": "did done does",
    "forbid": "forbade forbidden",
    "plead": "pleaded pled",
    "run": "ran run",
    "rebuff": "rebuffed",
    "show": "showed shown",
    "sit": "sat",
    "spend": "spent",
    "sell": "sold",
    "shut": "shut",
    "undergo": "underwent undergone",
    "uphold": "upheld",
    "buy": "bought",
    "bid": "bid",
    "overturn": "overturned",
    "throw": "threw thrown",
    "oversee": "oversaw overseen",
    "forecast": "forecast forecasted",
}
_DOUBLING = "admit commit quip permit submit refer rebut rebuff stop plan ban spot step tap rip scrap snap tag dub pan trip slam nod rap".split()
_OTHER = """
face find vote meet sign back support oppose approve block visit arrive attend issue publish pass introduce launch
begin start lead join leave enter return resign win lose remain stay seem appear become come go take give make get
show know want need seek try plan hope expect intend aim agree refuse decline fail manage help allow let keep hold
run stand sit send receive pay cut raise lower increase rise fall drop grow drive bring build break draw end close
open move turn follow force hit strike kill injure hurt attack invade withdraw deploy impose lift suspend extend
delay cancel postpone adopt amend reject endorse embrace negotiate discuss debate convene host chair mediate broker
file sue appeal rule order direct instruct ban bar restrict require press push pressure speak talk walk work serve
use include involve contain provide supply fund finance invest spend donate deliver buy sell import export trade
respond retaliate target accuse blame arrest detain charge release free collapse fight struggle hear learn decide
choose elect appoint nominate name cause create destroy damage affect threaten warn trigger spark prompt draw
hold cost total reach hit exceed double triple halve slow ease tighten strengthen weaken undermine protect defend
condemn praise welcome shake clash invite petition cheer shrug fret redeploy station position grant
abstain advocate airlift alert allocate anticipate arbitrate beg beseech blacklist bless boycott command
commend commit compel consent contest contribute deplore disagree dispatch dispute doubt earmark encourage
envisage exhort expel facilitate favor favour foresee freeze guarantee halt heed implore intervene lash lobby
mobilise mobilize prepare project reaffirm reassure rebuff rebuke regret resist sanction ship shut snub spurn
summon undertake unveil veto march protest rally gather flee evacuate rescue search
"""
NEVER_NOUNS = frozenset(
    "said says told tells added adds asked asks wrote writes insists insisted argued argues".split()
)


@cache
def forms(bases: str) -> frozenset[str]:
    """Give all forms of the verbs in `bases`, which are parted by blanks."""
    return frozenset(form for base in bases.split() for form in _forms(base))


def _forms(base: str) -> set[str]:
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    third, past = base + "s", stem + "ed"
    if re.search(r"(?:s|sh|ch|x|z|[^aeiou]o)\Z", base):
        third = base + "es"
    elif re.search(r"[^aeiou]y\Z", base):
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    if base.endswith("ee"):
        past = base + "d"
    if base in _DOUBLING:
        stem = past = base + base[-1]
        past += "ed"
    pasts = set(_IRREGULAR.get(base, past).split())
    if base in {"signal", "label", "travel", "cancel", "counsel", "model", "fuel"}:
        pasts |= {base + "led", base + "ed"}
    return {base, third, stem + "ing", *pasts}


SAYING = forms(_SAYING)
"""Forms of verbs that report words: `X said`, `said X`."""
LABELLING = forms(_LABELLING)
"""Forms of verbs that carry somebody's words for a thing: `called it "unfair"`."""
ACTING = SAYING | LABELLING | forms(_OTHER) | {"met"}
"""Forms of verbs that end a subject on their left."""

BASES = frozenset(f"{_SAYING} {_LABELLING} {_OTHER}".split()) | frozenset(
    "halve fix free put hand act step listen get leave stay wait learn listen respect honour honor recognise recognize repeal scrap double drop".split()
)
"""Base forms, as commands use them."""

AUXILIARIES = frozenset(
    """is are was were be been being am 's 're has have had having do does did can could may might must shall should
    will would 'll 'd ought cannot can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't hasn't haven't
    hadn't doesn't don't didn't mustn't needn't""".split()
)
MODALS = frozenset("can could may might must shall should will would cannot can't couldn't won't wouldn't".split())
"""Auxiliaries before which a doubtful form is a noun: *the states will*."""

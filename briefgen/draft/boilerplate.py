"""Tell what is no part of the article: links, adverts, credits, captions.

By general signs of such lines, each with the reason that the draft gives for leaving it out.
"""

import re

_START = r"^[\W_]*"
_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "advertisement",
        _START
        + r"(?:advert(?:is(?:e?ment|ing))?s?|sponsored(?: (?:content|by).*)?|paid (?:content|post)|promoted)\W*$",
    ),
    (
        "related link",
        _START
        + r"(?:also |further |must )?(?:read|see|watch|listen|view|in the news|on the site)(?: more| also| next| on| now| here| the full (?:story|article|text))?(?: from \w+)?\s*[:|>»–—]",
    ),
    (
        "related link",
        _START
        + r"(?:also in (?:the )?news|more (?:on|from|in|about) [^.]{0,60}$|more stories|top stories|related(?: (?:topics?|stories|articles?|content|(?:internet )?links?|coverage|reading))?\s*(?:[:|]|$)|recommended(?: reading| for you| stories)?\s*(?:[:|]|$)|you (?:may|might) (?:also )?(?:like|be interested)|most (?:read|popular|viewed)|trending|editors?['’]s? picks?|in pictures|explore more|topics?\s*:|tags?\s*:|keywords\s*:|filed under|what to read next|don['’]t miss|in case you missed)",
    ),
    ("related link", _START + r"(?:read|see) (?:more|also|next)\b[^.]{0,90}$"),
    (
        "related link",
        _START + r"(?:watch|listen|video|gallery|podcast|explainer|analysis|opinion|live|in depth)\s*[:|]\s",
    ),
    (
        "call to subscribe",
        _START
        + r"(?:subscribe|sign (?:up|in)|log ?in|register|join (?:us|our|the conversation|\d)|become a (?:member|subscriber)|get (?:the|our|breaking|daily|all the|more|unlimited|free|\w+ (?:news|updates))\b.{0,60}\b(?:newsletter|inbox|email|e-mail|news|app|alerts?|phone|updates?)|download (?:the|our)|click here|tap here|to continue reading|already (?:a|have)|start your (?:free )?(?:trial|subscription)|support (?:our|independent)|donate|enable (?:javascript|notifications)|turn on notifications|accept (?:all )?cookies|we use cookies|this (?:site|website) uses)",
    ),
    (
        "call to subscribe",
        r"\b(?:sign up (?:for|to) (?:our|the|his|her|my)|subscribe to (?:our|the|his|her|my)|delivered (?:straight )?to your inbox|free newsletter|our newsletters?)\b",
    ),
    (
        "sharing links",
        _START
        + r"(?:share|tweet|print|e-?mail|copy link|save|comments?|bookmark|facebook|twitter|whatsapp|linkedin|x)(?: (?:this|the|on|via|with|article|page|post|story|link|to|facebook|twitter|whatsapp|linkedin|x|by|email))*(?:\s*[|•·,/]\s*(?:share|tweet|print|e-?mail|facebook|twitter|whatsapp|linkedin|x|copy link))*\W*\d*\W*$",
    ),
    (
        "sharing links",
        _START + r"follow\b.{0,60}\b(?:coverage|updates|live|on (?:x|twitter|facebook|instagram|bluesky))\b.{0,30}$",
    ),
    ("sharing links", _START + r"(?:follow|like|find) (?:us|the \w+|@\w+|[A-Z]\w+(?: [A-Z]\w+)? on)\b.{0,80}$"),
    (
        "sharing links",
        _START
        + r"(?:show|hide|view|leave|post|add|load)(?: (?:all|more|a|your))* (?:comments?|replies|posts?)\b.{0,30}$",
    ),
    (
        "copyright line",
        r"(?:^|\b)(?:copyright|\(c\)|©)\s*(?:\(c\)|©)?\s*(?:by )?(?:\d{4}|[A-Z])|all rights reserved|may not be (?:published|reproduced)|reproduction (?:is )?(?:prohibited|without)",
    ),
    (
        "credit",
        r"^\W*\(?(?:(?:additional|further|with) )*(?:reporting|writing|editing|inputs?|edited|written|compiled|reported|translated|translation|research|contributions?)(?: and (?:writing|editing|reporting))?(?: (?:and editing|contributed))? (?:by|from)\b.{0,240}$",
    ),
    ("credit", r"^\W*[A-Z][^.!?]{0,120}\bcontributed (?:to (?:this|the)|reporting)\b.{0,60}$"),
    (
        "credit",
        r"^\W*(?:[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,5}[,;]? )?(?:via|for) (?:AP|AFP|Reuters|Getty(?: Images)?|REUTERS)\W*$|^\(?(?:AP|AFP|Reuters|PTI|ANI|dpa|PA Media)\)?\W*$",
    ),
    (
        "credit",
        r"^\W*(?:this (?:article|story|report|piece) (?:was|is|has been|originally|first|also)\b|(?:the|our) (?:story|article) (?:was )?(?:first|originally)|first published (?:in|on|at|by)|originally published)",
    ),
    (
        "notice of the publisher",
        r"^\W*(?:this (?:live )?(?:page|blog|feed|file|version|copy)\b.{0,100}|correction:|clarification:|editor['’]s note|updates? with\b.{0,80}|for more information\b.{0,80}|if you have been affected\b.{0,120}|have you been affected\b.{0,120}|got a (?:tip|story)\b.{0,80}|do you have\b.{0,80}\?)",
    ),
    (
        "notice of the publisher",
        r"^\W*(?:for immediate release|embargoed?(?: until)?\b.{0,60}|news release|ends|-+ ?ends ?-+|#\s*#\s*#|###+|notes? to (?:the )?editors?)\W*$",
    ),
    (
        "contact",
        r"^\W*(?:(?:media|press|news)? ?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|for (?:media|press) (?:enquiries|inquiries)|contact (?:us|information))\b\s*(?:[:|]|$|at\b|for\b)",
    ),
    ("contact", r"^[^.!?]{0,60}[\w.+-]+@[\w-]+\.\w+\W*$|^\W*(?:tel|phone|fax|e-?mail)\s*[.:]"),
    (
        "caption",
        r"^\W*(?:photo|image|picture|caption|photograph|file photo|video|illustration|graphic|map|chart|source)s?\s*(?:credit|caption|source)?\s*(?:[:,|]|by\b|courtesy\b)",
    ),
    (
        "caption",
        r"\(?(?:getty images|ap photo|reuters/[a-z]|afp via|shutterstock|istock|alamy|file photo|handout|pool photo|epa-efe|unsplash)\b.{0,60}\)?\W*$",
    ),
    ("caption", r"^[^.!?]{10,200}\((?:left|right|centre|center|above|below|l|r|pictured)\)[^.!?]{0,80}$"),
    ("about the publisher", r"^\W*[Aa]bout (?:the )?(?:author|writer|[A-Z][\w&-]+(?: [A-Z][\w&-]+)*)\W*$"),
    (
        "notice of the publisher",
        r"^\W*(?:loading|please wait|image \d+ of \d+|\d+ of \d+|\d+ min(?:ute)?s? read|reading time|listen to (?:this )?article|skip to|back to top|next article|previous article|play video|embed(?:ded)? (?:post|tweet|video)|tap to unmute|live updates|breaking news|exclusive)\b.{0,40}$",
    ),
    ("rule", r"^[\W_]{1,12}$"),
)
_PATTERNS = tuple(
    (reason, re.compile(pattern, re.IGNORECASE if reason != "about the publisher" else 0)) for reason, pattern in _SIGNS
)
_SHOUTED = re.compile(r"^[^a-z]{12,}$")
_LONG = 320
"""A longer paragraph is no such line, whatever words it begins with."""


def reason_to_leave_out(paragraph: str, *, opens: bool) -> str:
    """Say what the paragraph is, if it is no part of the article; empty if it is.

    `opens` says that it stands before the article's first sentence, where a headline may be in capitals.
    """
    if len(paragraph) > _LONG:
        return ""
    for reason, pattern in _PATTERNS:
        if pattern.search(paragraph):
            return reason
    return "" if opens or not _SHOUTED.match(paragraph) or sum(map(str.isalpha, paragraph)) < 8 else "link in capitals"

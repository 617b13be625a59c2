"""One memo in ten scripts: a paragraph, a list, a table, a quotation and header fields of each language.

The sentences are our own: *The council meets on 12 May 2025 and asks for a quota of 30 boats (3 %).*
"""

from dataclasses import dataclass

from support.specimen import META

from briefgen.memo import (
    Block,
    BulletList,
    Callout,
    Field,
    Header,
    Heading,
    Inlines,
    Memo,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    Text,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """The same few words in one language."""

    language: str
    name: str
    """Of the language in itself."""
    to: str
    reader: str
    meets: str
    points: tuple[str, str]
    fleet: tuple[str, str, str]
    """Heads of a table: fleet, boats, share."""
    north: str
    said: str
    by: str


SAMPLES = (
    Sample(
        "fr",
        "Français",
        "À",
        "Ministre de la Mer",
        "Le conseil se réunit le 12 mai 2025 et demande un quota de 30 bateaux (3\u00a0%).",
        ("au nord du détroit", "jusqu’en juin\u00a0: «\u00a0à l’essai\u00a0»"),
        ("Flotte", "Bateaux", "Part"),
        "Nord",
        "C’est plus difficile que prévu.",
        "Ministre de Bélande",
    ),
    Sample(
        "el",
        "Ελληνικά",
        "Προς",
        "Υπουργό Θάλασσας",
        "Το συμβούλιο συνεδριάζει στις 12 Μαΐου 2025 και ζητά ποσόστωση 30 σκαφών (3 %).",
        ("βόρεια του στενού", "έως τον Ιούνιο"),
        ("Στόλος", "Σκάφη", "Μερίδιο"),
        "Βορράς",
        "Είναι πιο δύσκολο από όσο νομίζαμε.",
        "Υπουργός της Βελάνδης",
    ),
    Sample(
        "uk",
        "Українська",
        "Кому",
        "Міністрові моря",
        "Рада збирається 12 травня 2025 року і просить квоту на 30 суден (3 %).",
        ("на північ від протоки", "до червня"),
        ("Флот", "Судна", "Частка"),
        "Північ",
        "Це важче, ніж ми думали.",
        "Міністр Беланду",
    ),
    Sample(
        "ar",
        "العربية",
        "إلى",
        "وزير البحر",
        "يجتمع المجلس في 12 مايو 2025 ويطلب حصة من 30 قاربًا (3 %).",
        ("شمال المضيق", "حتى يونيو"),
        ("الأسطول", "القوارب", "الحصة"),
        "الشمال",
        "الأمر أصعب مما توقعنا.",
        "وزير بيلاند",
    ),
    Sample(
        "fa",
        "فارسی",
        "به",
        "وزیر دریا",
        "شورا در ۱۲ مه ۲۰۲۵ جلسه دارد و سهمیه‌ای برای ۳۰ قایق (۳ %) می‌خواهد.",
        ("شمال تنگه", "تا ژوئن"),
        ("ناوگان", "قایق‌ها", "سهم"),
        "شمال",
        "کار دشوارتر از آن است که فکر می‌کردیم.",
        "وزیر بلاند",
    ),
    Sample(
        "he",
        "עברית",
        "אל",
        "שר הים",
        "המועצה מתכנסת ב-12 במאי 2025 ומבקשת מכסה של 30 סירות (3 %).",
        ("צפונית למצר", "עד יוני"),
        ("צי", "סירות", "חלק"),
        "צפון",
        "זה קשה יותר ממה שחשבנו.",
        "שר בלנד",
    ),
    Sample(
        "hi",
        "हिन्दी",
        "सेवा में",
        "समुद्र मंत्री",
        "परिषद की बैठक 12 मई 2025 को है और वह 30 नावों (3 %) का कोटा चाहती है।",
        ("जलडमरूमध्य के उत्तर में", "जून तक"),
        ("बेड़ा", "नावें", "हिस्सा"),
        "उत्तर",
        "यह हमारी सोच से अधिक कठिन है।",
        "बेलैंड के मंत्री",
    ),
    Sample(
        "zh-Hans",
        "中文",
        "致",
        "海洋部长",
        "理事会将于2025年5月12日开会，并要求30艘船的配额（3 %）。",
        ("海峡以北", "到六月为止"),
        ("船队", "船只", "份额"),
        "北方",
        "这比我们想象的更难。",
        "贝兰部长",
    ),
    Sample(
        "ja",
        "日本語",
        "宛先",
        "海洋大臣",
        "評議会は2025年5月12日に開かれ、30隻分の割当（3 %）を求めています。",
        ("海峡の北", "六月まで"),
        ("船団", "隻数", "割合"),
        "北部",
        "思っていたより難しいです。",
        "ベランド大臣",
    ),
    Sample(
        "ko",
        "한국어",
        "수신",
        "해양부 장관",
        "이사회는 2025년 5월 12일에 열리며 선박 30척의 할당량(3 %)을 요청합니다.",
        ("해협 북쪽", "유월까지"),
        ("선단", "척수", "비율"),
        "북부",
        "생각보다 어렵습니다.",
        "벨란드 장관",
    ),
)


def memo_of_all() -> Memo:
    """Put all languages into one memo in English, each marked with its language."""
    fields = tuple(Field(_in(one, one.to), _in(one, one.reader)) for one in SAMPLES)
    blocks = tuple(block for one in SAMPLES for block in _blocks(one, marked=True))
    return Memo(META, Header((Text("Ten scripts"),), (Text("Specimen"),), fields), blocks)


def memo_in(language: str) -> Memo:
    """Make a memo in one of the languages alone."""
    one = next(sample for sample in SAMPLES if sample.language == language)
    meta = Meta(title=one.meets, language=language, created=META.created, author=one.reader, reference="FISH/25/7")
    header = Header((Text(one.meets),), (Text(one.name),), (Field((Text(one.to),), (Text(one.reader),)),))
    return Memo(meta, header, _blocks(one, marked=False))


def _blocks(one: Sample, *, marked: bool) -> tuple[Block, ...]:
    def said(words: str) -> Inlines:
        return _in(one, words) if marked else (Text(words),)

    first, last = one.points
    return (
        Heading(2, said(one.name)),
        Paragraph(said(one.meets)),
        BulletList(
            ((Paragraph(said(first)),), (Paragraph((Strong(said(last)),)), OrderedList(((Paragraph(said(first)),),))))
        ),
        Table(
            tuple(said(head) for head in one.fleet),
            ((said(one.north), (Text("12"),), (Text("40 %"),)),),
            ("left", "right", "right"),
            row_headers=True,
        ),
        Quote((Paragraph(said(one.said)),), said(one.by)),
        Callout("note", said(one.reader), (Paragraph(said(f"{one.meets} {one.meets}")),)),
    )


def _in(one: Sample, words: str) -> Inlines:
    return (Span((Text(words),), lang=one.language),)

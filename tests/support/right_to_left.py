"""A memo in Arabic that holds what changes its side, with words of other scripts in it."""

from dataclasses import replace

from support.specimen import META, TIMELINE, p, t

from briefgen.memo import (
    Banner,
    BulletList,
    Callout,
    Cite,
    Decision,
    DecisionItem,
    Field,
    Header,
    Heading,
    Labels,
    Memo,
    OrderedList,
    Paragraph,
    Quote,
    SourceEntry,
    SourceList,
    Span,
    Table,
    Text,
)

TITLE = "يطلب الاتحاد الشمالي حصة صيد"

ARABIC = Memo(
    replace(
        META,
        title=TITLE,
        language="ar",
        banner=Banner("TLP:AMBER+STRICT", "#ffc000", "#000000"),
        stamp="مسودة",
        status="الإصدار 2",
        labels=Labels("صفحة {page} من {pages}", "المصدر {number}", "التصنيف"),
    ),
    Header(
        t(TITLE),
        t("مذكرة للقرار"),
        (Field(t("إلى"), t("وزير البحر")), Field(t("التاريخ"), t("12 مارس 2025"))),
    ),
    (
        Callout("bluf", t("الخلاصة"), p("يمكن للاتحاد أن يقبل بأقل مما يطلب (3 %).")),
        Heading(2, t("المطالب الرئيسية"), "positions"),
        Paragraph(
            (
                Text("يريد الاتحاد حصة تصل إلى 30 قاربا بحسب "),
                Span(t("Harbour News (London)"), lang="en"),
                Text(" في 2025-03-07. "),
                Cite("s1", 1),
            ),
            1,
        ),
        Paragraph(
            (
                Text("نص عبري "),
                Span(t("שלום עולם"), lang="he"),
                Text(" ونص هندي "),
                Span(t("नमस्ते दुनिया"), lang="hi"),
                Text(" ويابانية "),
                Span(t("漁業割当"), lang="ja"),
                Text("."),
            ),
            2,
        ),
        BulletList((p("شمال المضيق"), (*p("حتى حزيران"), OrderedList((p("واحد"), p("اثنان")))))),
        Table(
            (t("الأسطول"), t("القوارب"), t("الحصة")),
            ((t("الشمال"), t("12"), t("40 %")), (t("الجنوب"), t("18"), t("60 %"))),
            ("left", "right", "center"),
            row_headers=True,
            caption=t("القوارب حسب الأسطول"),
        ),
        Quote(p("نجد الأمر أصعب بصراحة."), t("وزير بيلاند")),
        Callout("note", t("تنبيه"), (*p("الأرقام تختلف."), BulletList((p("حسب المصدر"),)))),
        Decision((DecisionItem(t("أن توافق على العرض"), (t("موافق"), t("غير موافق"))),), (t("الوزير"), t("التاريخ"))),
        TIMELINE,
        SourceList((SourceEntry("s1", 1, (Span(t("The Harbour News, 9 March 2025."), lang="en"),)),)),
    ),
)

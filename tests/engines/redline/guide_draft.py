"""The draft of the guide's pictures and its reviewed copies, in English and in Arabic: made up, of organizations and roles.

A line of a copy says what was done in it: `[-taken out-]`, `[+put in+]`, `{words|comment|reply}`; other differences are untracked.
"""

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.engines.redline.reviews.parts import HEAD, MAIN, NAMESPACES, OFFICE, PACKAGE, WORD, Hand, Parts

SIGNS = re.compile(
    r"\[-(?P<gone>.+?)-\]|\[\+(?P<new>.+?)\+\]|\{(?P<on>[^|}]+)\|(?P<said>[^|}]+)(?:\|(?P<reply>[^}]+))?\}|(?P<text>[^\[{]+)",
)
SHEET = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1100" w:right="1300" w:bottom="1100" w:left="1300"/>'
SPACED = 'xml:space="preserve"'


@dataclass(frozen=True)
class Reviewer:
    """Who reviewed for an agency, and when."""

    person: str
    date: str
    second: str = ""                       # who answers her comments


@dataclass(frozen=True)
class Text:
    """A draft in one language: its lines by style, and what each agency made of them by number; "+4" is a new line after the fourth."""

    language: str
    lines: tuple[tuple[str, str], ...]
    copies: dict[str, tuple[Reviewer, dict[str, str]]]
    right_to_left: bool = False


ENGLISH = Text("en", (
    ("Title", "Progress report of the Working Group on International Migration, 2016–2017"),
    ("Heading", "I. Background"),
    ("Item", "The Working Group was established in 2013 to improve cooperation among regional organizations. It has 16 members and meets "
             "twice a year."),
    ("Item", "Members share data, publish joint studies and support governments of the region at their request."),
    ("Heading", "II. Achievements"),
    ("Item", "In 2017 the Working Group published the second situation report, which covers 22 countries."),
    ("Item", "A training workshop for statisticians was held in Cairo, with 40 participants."),
    ("Item", "The Working Group supported regional consultations on the global compact for migration."),
    ("Heading", "III. Next steps"),
    ("Item", "The Working Group will meet in the first quarter of 2018 to agree on its work plan."),
), {
    "FAO": (Reviewer("Programme officer", "2017-10-03T09:20:00Z"), {
        "3": "Members share data, publish joint studies [+on rural migration +]and support governments of the region at their request.",
        "6": "[-A training workshop-][+Two training workshops+] for statisticians [-was-][+were+] held in Cairo, with {40 participants|Our "
             "list has 43: to be confirmed.}.",
        "9": "The Working Group will meet in [-the first quarter of 2018-][+May 2018+] to agree on its work plan.",
    }),
    "ILO": (Reviewer("Legal adviser", "2017-10-04T14:05:00Z", "Regional director"), {
        "3": "Members share data, publish joint studies and support governments of the region[- at their request-].",
        "7": "The Working Group supported regional consultations on the {global compact for migration|Give the full title: Global Compact "
             "for Safe, Orderly and Regular Migration.|Yes, here and in the table of contents.}.",
        "+7": "A policy brief on fair recruitment was published with the support of three members.",
    }),
    "IOM": (Reviewer("Desk officer", "2017-10-05T08:45:00Z"), {
        "2": "The Working Group was established in 2013 to improve cooperation among regional organizations. It has {16 members|17 since "
             "September: please check with the list of members.} and meets twice a year.",
        "5": "In 2017 the Working Group published the second [-situation report-][+Situation Report on International Migration+], which "
             "covers 22 countries.",
        "9": "The Working Group will meet in [-the first quarter of 2018-][+April 2018+] to agree on its work plan and its budget.",
    }),
})

ARABIC = Text("ar", (
    ("Title", "التقرير المرحلي للفريق العامل المعني بالهجرة الدولية، 2016-2017"),
    ("Heading", "أولاً- معلومات أساسية"),
    ("Item", "أُنشئ الفريق العامل في عام 2013 لتعزيز التعاون بين المنظمات الإقليمية. ويضم 16 عضواً ويجتمع مرتين في السنة."),
    ("Item", "يتبادل الأعضاء البيانات وينشرون دراسات مشتركة ويدعمون حكومات المنطقة بناءً على طلبها."),
    ("Heading", "ثانياً- الإنجازات"),
    ("Item", "أصدر الفريق العامل في عام 2017 تقرير الحالة الثاني الذي يشمل 22 بلداً."),
    ("Item", "عُقدت في القاهرة حلقة عمل تدريبية للإحصائيين حضرها 40 مشاركاً."),
    ("Heading", "ثالثاً- الخطوات المقبلة"),
    ("Item", "يجتمع الفريق العامل في الربع الأول من عام 2018 للاتفاق على خطة عمله."),
), {
    "الإسكوا": (Reviewer("إحصائي", "2017-10-04T10:15:00Z"), {
        "2": "أُنشئ الفريق العامل في عام 2013 لتعزيز التعاون بين المنظمات الإقليمية. ويضم {16 عضواً|أصبح العدد 17 منذ أيلول/سبتمبر، يُرجى "
             "التحقق من قائمة الأعضاء.} ويجتمع مرتين في السنة.",
        "5": "أصدر الفريق العامل في عام 2017 [-تقرير الحالة الثاني-][+التقرير الثاني عن حالة الهجرة الدولية+] الذي يشمل 22 بلداً.",
        "8": "يجتمع الفريق العامل في [-الربع الأول من عام 2018-][+نيسان/أبريل 2018+] للاتفاق على خطة عمله.",
    }),
    "الفاو": (Reviewer("موظف برامج", "2017-10-03T09:20:00Z"), {
        "3": "يتبادل الأعضاء البيانات وينشرون دراسات مشتركة [+عن الهجرة الريفية +]ويدعمون حكومات المنطقة بناءً على طلبها.",
        "6": "عُقدت في القاهرة [-حلقة عمل تدريبية-][+حلقتا عمل تدريبيتان+] للإحصائيين حضرها 40 مشاركاً.",
        "8": "يجتمع الفريق العامل في [-الربع الأول من عام 2018-][+أيار/مايو 2018+] للاتفاق على خطة عمله.",
    }),
}, right_to_left=True)


def base(text: Text) -> bytes:
    """The draft as it went out."""
    return Writer(text, Reviewer("", "2017-09-20T08:00:00Z")).file({})


def copies(text: Text) -> dict[str, bytes]:
    """What came back, by agency."""
    return {agency: Writer(text, hand).file(done) for agency, (hand, done) in text.copies.items()}


@dataclass
class Writer:
    """One file under way."""

    text: Text
    hand: Reviewer
    changes: int = 0
    comments: list[tuple[str, str]] = field(default_factory=list)      # person, words; a reply follows what it answers
    replies: set[int] = field(default_factory=set)

    def file(self, done: dict[str, str]) -> bytes:
        blocks = []
        items = 0
        for number, (style, line) in enumerate(self.text.lines):
            items += style == "Item"
            typed = f"{items}." if style == "Item" else ""
            blocks.append(self.paragraph(style, self.numbered(typed) + self.line(done.get(str(number), line))))
            if (new := done.get(f"+{number}")) is not None:
                mark = f"<w:rPr><w:ins {self.signed()}/></w:rPr>"
                blocks.append(self.paragraph(style, self.change("ins", self.numbered(f"{items} bis.") + self.run(new)), mark))
        parts = Parts(Hand())
        around(parts, self.text, self.hand.date)
        body = f"<w:body>{''.join(blocks)}<w:sectPr>{SHEET}</w:sectPr></w:body>"
        parts.data[MAIN] = f"{HEAD}<w:document {NAMESPACES}>{body}</w:document>".encode()
        parts.types[MAIN] = f"{WORD}.document.main+xml"
        if self.comments:
            self.add_comments(parts)
        return parts.zipped()

    def paragraph(self, style: str, runs: str, mark: str = "") -> str:
        bidi = "<w:bidi/>" if self.text.right_to_left else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}{mark}</w:pPr>{runs}</w:p>'

    def line(self, text: str) -> str:
        return "".join(self.piece(**found.groupdict()) for found in SIGNS.finditer(text))

    def piece(self, **found: str | None) -> str:
        if found["gone"]:
            return self.change("del", self.run(found["gone"], "delText"))
        if found["new"]:
            return self.change("ins", self.run(found["new"]))
        return self.commented(found["on"], found["said"], found["reply"]) if found["on"] else self.run(found["text"])

    def commented(self, words: str, said: str, reply: str | None) -> str:
        numbers = [len(self.comments)]
        self.comments.append((self.hand.person, said))
        if reply:
            numbers.append(len(self.comments))
            self.replies.add(len(self.comments))
            self.comments.append((self.hand.second, reply))
        starts, ends = ("".join(f'<w:commentRange{side} w:id="{number}"/>' for number in numbers) for side in ("Start", "End"))
        return starts + self.run(words) + ends + "".join(f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in numbers)

    def numbered(self, typed: str) -> str:
        """A number typed into the text, as many drafts have it."""
        return self.run(typed).replace("</w:r>", "<w:tab/></w:r>") if typed else ""

    def run(self, text: str, tag: str = "t") -> str:
        properties = "<w:rPr><w:rtl/></w:rPr>" if self.text.right_to_left else ""
        return f"<w:r>{properties}<w:{tag} {SPACED}>{escape(text)}</w:{tag}></w:r>"

    def change(self, name: str, inner: str) -> str:
        return f"<w:{name} {self.signed()}>{inner}</w:{name}>"

    def signed(self) -> str:
        self.changes += 1
        return f'w:id="{100 + self.changes}" w:author={quoteattr(self.hand.person)} w:date="{self.hand.date}"'

    def add_comments(self, parts: Parts) -> None:
        inner = extended = ""
        for number, (person, words) in enumerate(self.comments):
            date = self.hand.date.replace(":00Z", f":{10 + number}Z")
            inner += (
                f'<w:comment w:id="{number}" w:author={quoteattr(person)} w:date="{date}" w:initials="">'
                f'<w:p w14:paraId="{0x20000000 + number:08X}">{self.run(words)}</w:p></w:comment>'
            )
            parent = f' w15:paraIdParent="{0x20000000 + number - 1:08X}"' if number in self.replies else ""
            extended += f'<w15:commentEx w15:paraId="{0x20000000 + number:08X}"{parent} w15:done="0"/>'
        parts.add("comments.xml", "comments", f"<w:comments {NAMESPACES}>{inner}</w:comments>", f"{WORD}.comments+xml")
        parts.add("commentsExtended.xml", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
                  f"<w15:commentsEx {NAMESPACES}>{extended}</w15:commentsEx>", f"{WORD}.commentsExtended+xml")


def around(parts: Parts, text: Text, saved: str) -> None:
    """Styles, numbering and the properties of the file."""
    font = "Noto Kufi Arabic" if text.right_to_left else "Liberation Sans"
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    looks = {"Title": (14, 240, True), "Heading": (12, 160, True), "Item": (11, 100, False)}
    styles = f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    for name, (size, after, bold) in looks.items():
        weight = "<w:b/><w:bCs/>" if bold else ""
        inset = '<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs>' if name == "Item" else ""
        level = '<w:outlineLvl w:val="0"/>' if name == "Heading" else ""
        styles += (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:pPr>{inset}<w:spacing w:after="{after}"/>{level}</w:pPr>'
            f'<w:rPr>{weight}<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/></w:rPr></w:style>'
        )
    parts.add("styles.xml", "styles", f"<w:styles {NAMESPACES}>{styles}</w:styles>", f"{WORD}.styles+xml")
    parts.relate("", "officeDocument", MAIN)
    parts.relate("", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    parts.relate("", "extended-properties", "docProps/app.xml")
    parts.data["docProps/core.xml"] = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">{saved}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()
    parts.types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    saved_by = "<Application>Microsoft Office Word</Application>"
    parts.data["docProps/app.xml"] = f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties">{saved_by}</Properties>'.encode()
    parts.types["docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

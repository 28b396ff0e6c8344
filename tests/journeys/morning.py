"""The first morning of an officer in an empty office, step by step: a group, its members and co-chairs, a request, a correction, a report.

Each step is a function of the hands that act; what it leaves behind is asserted from the page that the person then sees.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.journeys.browsing import TANSIQ, environment
from tests.journeys.hands import Hands
from tests.journeys.lists import RIGHT, TOTAL, write_list

LETTER = b"%PDF-1.4\n% a letter, as received\n"
TONGUES = {"en": "English", "ar": "العربية", "fr": "Français"}


@dataclass(frozen=True)
class Group:
    """What the officer calls her group and what stands around it, in the languages in which she writes it."""

    names: dict[str, str]
    genders: dict[str, str]
    objectives: dict[str, str]
    mechanism: str
    organization: str
    acronym: str
    since: str


GROUPS = {
    "en": Group(
        names={
            "en": "Working Group on International Migration in the Arab Region",
            "ar": "الفريق العامل المعني بالهجرة الدولية في المنطقة العربية",
            "fr": "Groupe de travail sur les migrations internationales dans la région arabe",
        },
        genders={"ar": "masculine", "fr": "masculine"},
        objectives={
            "en": "promote joint research on migration", "ar": "تعزيز البحوث المشتركة بشأن الهجرة",
            "fr": "promouvoir la recherche commune sur les migrations",
        },
        mechanism="Regional Coordination Mechanism for the Arab States",
        organization="United Nations Economic and Social Commission for Western Asia", acronym="ESCWA", since="March 2013",
    ),
    "ar": Group(
        names={
            "ar": "الفريق العامل المعني بالهجرة الدولية في المنطقة العربية",
            "en": "Working Group on International Migration in the Arab Region",
        },
        genders={"ar": "masculine"},
        objectives={"ar": "تعزيز البحوث المشتركة بشأن الهجرة", "en": "promote joint research on migration"},
        mechanism="آلية التنسيق الإقليمي للدول العربية",
        organization="لجنة الأمم المتحدة الاقتصادية والاجتماعية لغربي آسيا", acronym="الإسكوا", since="آذار/مارس 2013",
    ),
}

SAID = {
    "en": {
        "counted": "16 organizations, 3 of them co-chairs.", "list": "15 March 2017", "seated": "March 2013",
        "applicant": "United Nations Children's Fund", "asked": "5 September 2017",
        "circulated": "3 October 2017", "answered": ["10 October 2017", "12 October 2017", "20 December 2017"],
        "decided": "20 December 2017", "effective": "1 February 2018", "seat": "FAO", "corrected": "1 May 2015",
        "why": "The letter says 2015.", "group": GROUPS["en"].names["en"], "session": "21-22 October 2018", "place": "Beirut",
        "report": "as of 20 October 2018",
        "chairs": ["League of Arab States", "International Organization for Migration", GROUPS["en"].organization],
    },
    "ar": {
        "counted": "16 منظمة، منها 3 جهات مشاركة في الرئاسة.", "list": "15 آذار/مارس 2017", "seated": "آذار/مارس 2013",
        "applicant": "منظمة الأمم المتحدة للطفولة",
        "asked": "5 أيلول/سبتمبر 2017", "circulated": "3 تشرين الأول/أكتوبر 2017",
        "answered": ["10 تشرين الأول/أكتوبر 2017", "12 تشرين الأول/أكتوبر 2017", "20 كانون الأول/ديسمبر 2017"],
        "decided": "20 كانون الأول/ديسمبر 2017", "effective": "1 شباط/فبراير 2018", "corrected": "1 أيار/مايو 2015",
        "seat": "منظمة الأغذية والزراعة للأمم المتحدة",
        "why": "تذكر الرسالة عام 2015.", "group": GROUPS["ar"].names["ar"], "session": "21-22 تشرين الأول/أكتوبر 2018",
        "place": "بيروت", "report": "في 20 تشرين الأول/أكتوبر 2018",
        "chairs": ["جامعة الدول العربية", "المنظمة الدولية للهجرة", GROUPS["ar"].organization],
    },
}
"""What the officer writes, in her own language, and what she then reads."""

FILES = {"en": {"Word": "docx", "PDF": "pdf", "Web page": "html"}, "ar": {"Word": "docx", "PDF": "pdf", "صفحة ويب": "html"}}
"""The links to the files of a frozen report, and the format of each."""


@dataclass(frozen=True)
class Office:
    """The folder of an office, and the path of the link with which its officer signs in."""

    data: Path
    link: str

    def tells(self, *words: str) -> str:
        """What a command tells of the office."""
        return subprocess.run([*TANSIQ, *words], env=environment(self.data), check=True, capture_output=True, text=True).stdout


def made(data: Path) -> Office:
    """An office on a folder that is not there yet, as the command makes it, with the link it prints."""
    printed = Office(data, "").tells("--quiet", "init", "--officer", "officer@example.org")
    return Office(data, urlsplit(printed.splitlines()[-1]).path)


def desk(files: Path, language: str) -> None:
    """Put on the officer's own disk what she has: the list of members and a letter."""
    files.mkdir()
    write_list(files / "members.xlsx", language)
    (files / "letter.pdf").write_bytes(LETTER)


def sign_in(hands: Hands, link: str) -> None:
    """Open the printed link, choose the language, press the button."""
    hands.page.goto(link)
    if hands.language != "en":
        hands.follow_named(TONGUES[hands.language])
    hands.show("sign-in")
    hands.press("Sign in")
    assert hands.say("You have no role in a group yet.") in hands.sees
    hands.show("empty-desk")


def found(hands: Hands) -> None:
    """Found the group; a gender forgotten is asked for, and nothing that was written is lost."""
    group = GROUPS[hands.language]
    hands.follow("Found a group")
    for language in group.names:
        hands.tick(TONGUES[language])
    for language, name in group.names.items():
        with hands.part(TONGUES[language]):
            hands.write("Name in full", name)
            hands.write("What it is for, one objective a line", group.objectives[language])
    hands.write("It exists since", group.since)
    hands.choose("How it decides", hands.say("each co-chair agrees"))
    hands.write("or a mechanism the register does not have yet", group.mechanism)
    hands.write("or one the register does not have yet", group.organization)
    hands.write("its acronym", group.acronym)
    hands.choose("what it is", hands.say("United Nations entity"))
    hands.show("found")
    hands.press("Record the group")
    assert hands.say("Sentences need it: choose masculine or feminine.") in hands.sees
    hands.show("found-refused")
    for language, gender in group.genders.items():
        with hands.part(TONGUES[language]):
            assert hands.field("Name in full").input_value() == group.names[language]
            hands.choose("Grammatical gender of the name", hands.say(gender))
    hands.press("Record the group")


def members(hands: Hands, path: Path) -> None:
    """Bring in the list: its columns, its unknown names, what will be recorded, and record it. The foot of the list is left out."""
    said = SAID[hands.language]
    hands.show("upload")
    hands.attach("The list of members", path)
    hands.press("Read the list")
    hands.show("columns")
    hands.write("The list is right on", said["list"])
    hands.tick(hands.say("at the end of a line"))
    hands.press("Look for the organizations")
    hands.choose("What the new ones are, where nothing else is said", hands.say("United Nations entity"))
    for listed, name in RIGHT[hands.language].items():
        with hands.part(listed):
            hands.write("Name", name)
    hands.show("names")
    hands.press("Show what will be recorded")
    assert hands.say("Say what this is.") in hands.sees
    with hands.part(f"{TOTAL[hands.language]}: 16"):
        hands.choose("What it is", hands.say("left out"))
        hands.write("Why it is left out", TOTAL[hands.language])
    for name in RIGHT[hands.language].values():
        assert hands.page.locator(f'input[value="{name}"]').count() == 1
    hands.press("Show what will be recorded")
    hands.show("preview")
    hands.press("Record all of it")


def co_chairs(hands: Hands) -> None:
    """The co-chairs that the list names are chosen already; each gets its date."""
    said = SAID[hands.language]
    hands.show("co-chairs")
    for place, name in enumerate(said["chairs"], start=1):
        label = hands.say("Co-chair %(number)s", number=place)
        assert hands.page.get_by_label(label, exact=True).locator("option:checked").inner_text() == name
    for place in range(1, 4):
        hands.write("Co-chair %(number)s: since", "2013", number=place)
    hands.press("Record the co-chairs")
    assert hands.say("Its seat: since %(since)s. Give this date or a later one.", since=said["seated"]) in hands.sees
    hands.show("co-chairs-refused")
    hands.write("Co-chair %(number)s: since", said["seated"], number=2)
    hands.press("Record the co-chairs")
    assert said["counted"] in hands.sees
    hands.show("group")


def request(hands: Hands, letter: Path) -> None:
    """The request that came: its letter, the co-chairs asked, each answer filed, approved with the evidence."""
    said = SAID[hands.language]
    hands.follow("Requests to join")
    hands.show("requests")
    hands.follow("Record the letter")
    hands.show("letter")
    hands.follow("The organization is not in the register yet: add it first")
    hands.write("Name in full", said["applicant"])
    hands.write("Acronym", "UNICEF")
    hands.choose("Kind of body", hands.say("United Nations entity"))
    hands.press("Add an organization")
    hands.show("letter-after-adding")
    hands.write("Date of the letter", said["asked"])
    hands.attach("Letter or mail, as received", letter)
    hands.press("Record the letter")
    hands.follow("Send to the co-chairs")
    hands.write("Sent on", said["circulated"])
    hands.press("Send to the co-chairs")
    hands.show("request")
    for place, day in enumerate(said["answered"], start=1):
        hands.follow("File an answer")
        hands.tick(hands.say("agrees"))
        hands.write("Answered on", day)
        hands.show(f"answer-{place}")
        hands.press("File an answer")
    hands.show("request-answered")
    hands.follow("Approve")
    hands.write("Decided on", said["decided"])
    hands.write("The seat begins on", said["effective"])
    hands.attach("Letter or mail, as received", letter)
    hands.press("Approve")
    assert hands.say("The request is approved; the organization has its seat.") in hands.sees
    hands.show("request-approved")


def correct(hands: Hands) -> None:
    """FAO's date was recorded wrongly: all its days say the right one, and the page keeps what was said before."""
    said = SAID[hands.language]
    hands.follow("Seats and contacts")
    hands.show("seats")
    hands.follow_named(said["seat"])
    hands.show("seat")
    hands.follow("member")
    hands.show("term")
    hands.follow("It was recorded wrongly")
    hands.show("wrong")
    hands.write("Begins", said["corrected"])
    hands.write("Because", said["why"])
    hands.press("Record it")
    assert said["why"] in hands.sees
    assert hands.say("What it said before") in hands.sees
    hands.show("corrected")


def report(hands: Hands, keep: Path) -> None:
    """The session is recorded, its report read on the day before, frozen and downloaded as three files."""
    said = SAID[hands.language]
    hands.follow_named(said["group"])
    hands.show("group-after")
    hands.follow("Sessions that the group reports to")
    hands.show("sessions-empty")
    hands.follow("Record a session")
    hands.write("Number of the session", "24")
    hands.write("When it is held", said["session"])
    hands.write("Where, %(language)s", said["place"], language=hands.say({"en": "English", "ar": "Arabic"}[hands.language]))
    hands.show("session")
    hands.press("Record the session")
    hands.show("sessions")
    hands.follow_part(said["report"])
    hands.show("report")
    hands.follow("Freeze the report")
    assert "It has 17 members." in hands.sees
    hands.press("Freeze")
    assert hands.say("Everything in the text still holds of its day.") in hands.sees
    hands.show("frozen")
    for name, form in FILES[hands.language].items():
        (keep / f"report.{form}").write_bytes(hands.fetch(name))


def whole(hands: Hands, link: str, folder: Path) -> None:
    """The whole morning."""
    sign_in(hands, link)
    found(hands)
    members(hands, folder / "members.xlsx")
    co_chairs(hands)
    request(hands, folder / "letter.pdf")
    correct(hands)
    report(hands, folder)

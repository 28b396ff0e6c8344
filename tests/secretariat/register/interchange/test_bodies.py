"""organizations.yaml, mandates.yaml, mechanisms.yaml, groups.yaml: what they make, and each bad line."""

from datetime import date

import pytest

from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST, objectives, terms_of_reference
from tansiq.secretariat.register.models import MandateTerm, MechanismTerm, Organization, RelationTerm, SuccessionTerm
from tests.secretariat.register.interchange.folder import GROUPS, ORGANIZATIONS, imported, outcomes, problems

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 15)

MANDATES = """\
- slug: a-res-71-280
  body: iom
  names:
    - en: {long: Modalities, short: General Assembly resolution A/RES/71/280, acronym: A/RES/71/280}
  terms:
    - adopted_on: 6 April 2017
      asks: {en: debates, verified: {en: the resolution}}
"""
MECHANISMS = """\
- slug: rcm
  names:
    - en: {long: Mechanism}
  terms:
    - {mandate: a-res-71-280, secretariat: fao}
"""
WHOLE_GROUP = """\
- slug: wgim
  names:
    - to: 2016
      en: {long: Old Group}
    - from: 2017
      basis: {kind: decision, reference: Minutes, dated: 14 December 2016}
      en: {long: New Group}
      fr: {long: Nouveau groupe, of: du Nouveau groupe}
  relations:
    - {kind: reports_to, mechanism: rcm}
  terms_of_reference:
    - from: 2013
      decision_rule: consensus
      rotation: {en: every year}
      review_on: end of 2018
      languages: [en, fr]
      mandate: a-res-71-280
  objectives:
    - {position: 2, text: {en: second}}
    - {position: 1, text: {en: first}}
"""


def whole(tmp_path, minute=0, **files):
    return imported(tmp_path, minute, **{"mandates": MANDATES, "mechanisms": MECHANISMS, "groups": WHOLE_GROUP, **files})


def test_bodies_are_what_the_files_say(tmp_path):
    whole(tmp_path)
    names = Names(DAY, LATEST)
    assert names.name("register/mandate/a-res-71-280", "en").short == "General Assembly resolution A/RES/71/280"
    assert names.name("register/group/wgim", "fr").of == "du Nouveau groupe"
    assert Names(date(2016, 12, 31), LATEST).name("register/group/wgim", "en").long == "Old Group"
    term = MandateTerm.objects.get()
    assert (term.adopted_on.edtf, term.asks["en"], term.asks.verified) == ("2017-04-06", "debates", {"en": "the resolution"})
    assert MechanismTerm.objects.get().secretariat.slug == "fao"
    assert RelationTerm.objects.get().mechanism.slug == "rcm"
    terms = terms_of_reference("wgim", DAY, LATEST)
    assert (terms.decision_rule, terms.languages, terms.mandate.slug) == ("consensus", ["en", "fr"], "a-res-71-280")
    assert [each.text["en"] for each in objectives("wgim", DAY, LATEST)] == ["first", "second"]


def test_bodies_imported_twice_change_nothing(tmp_path):
    whole(tmp_path)
    length = LogEntry.objects.count()
    assert set(outcomes(whole(tmp_path, 1)).values()) == {"unchanged"}
    assert LogEntry.objects.count() == length


def test_bodies_changed_in_a_file_keep_what_was_known(tmp_path):
    whole(tmp_path)
    known = LogEntry.objects.order_by("-seq").first().at
    report = whole(tmp_path, 1, groups=WHOLE_GROUP.replace("New Group", "Newer Group"))
    assert outcomes(report)["group"] == "changed"
    called = [Names(DAY, at).name("register/group/wgim", "en").long for at in (known, LATEST)]
    assert called == ["New Group", "Newer Group"]


def test_bodies_left_out_of_a_file_lose_what_was_said_of_them(tmp_path):
    whole(tmp_path)
    whole(tmp_path, 1, groups=GROUPS)
    assert objectives("wgim", DAY, LATEST) == []
    assert terms_of_reference("wgim", DAY, LATEST) is None
    assert not RelationTerm.objects.current().exists()
    assert Names(DAY, LATEST).name("register/group/wgim", "fr").language == "en"


def test_organization_succeeds_another(tmp_path):
    text = ORGANIZATIONS + "  succeeds:\n    - {organization: iom, from: 2018}\n"
    imported(tmp_path, organizations=text)
    assert outcomes(imported(tmp_path, 1, organizations=text))["organization"] == "unchanged"
    assert SuccessionTerm.objects.get().slug == "fao-iom.1"


BAD = {
    "unknown body of a mandate": (
        {"mandates": MANDATES.replace("body: iom", "body: ioms")},
        "mandates.yaml:2: body: there is no organization 'ioms'; did you mean 'iom'?",
    ),
    "unknown mandate": (
        {"mechanisms": MECHANISMS},
        "mechanisms.yaml:5: terms[0].mandate: there is no mandate 'a-res-71-280'",
    ),
    "overlapping names": (
        {"groups": "- slug: wgim\n  names:\n    - en: {long: One}\n    - from: 2017\n      en: {long: Two}\n"},
        "groups.yaml:2: names: the group name wgim-en: a term from 2017 on overlaps the one from an unknown day on (wgim-en.1); ",
    ),
    "name that ends before it begins": (
        {"groups": "- slug: wgim\n  names:\n    - from: 2017\n      to: 2016\n      en: {long: One}\n"},
        "groups.yaml:4: names[0].to: it ends (2016) before it begins (2017)",
    ),
    "unreadable date": (
        {"groups": "- slug: wgim\n  names:\n    - from: 31 February 2017\n      en: {long: One}\n"},
        "groups.yaml:3: names[0].from: ",
    ),
    "duplicate slug": (
        {"organizations": ORGANIZATIONS.replace("slug: fao", "slug: iom")},
        "organizations.yaml:5: slug: 'iom' stands twice; line 1 has it first.",
    ),
    "unknown type": (
        {"organizations": ORGANIZATIONS.replace("slug: fao\n  type: un-entity", "slug: fao\n  type: bank")},
        "organizations.yaml:6: type: 'bank' is found; one of un-entity, un-organ, las-organ, regional, international, government, ngo, "
        "donor, other is expected.",
    ),
    "name without a long form": (
        {"groups": "- slug: wgim\n  names:\n    - en: {short: Group}\n"},
        "groups.yaml:3: names[0].en.long: this field is missing; it is required.",
    ),
    "relation to nothing": (
        {"groups": GROUPS + "  relations:\n    - {kind: reports_to}\n"},
        "groups.yaml:5: relations[0]: a relation is to a mechanism or to a group: give one of the two",
    ),
    "relation to an unknown group": (
        {"groups": GROUPS + "  relations:\n    - {kind: subgroup_of, group: wgin}\n"},
        "groups.yaml:5: relations[0].group: there is no group 'wgin'; did you mean 'wgim'?",
    ),
    "relation to itself": (
        {"groups": GROUPS + "  relations:\n    - {kind: subgroup_of, group: wgim}\n"},
        "groups.yaml:5: relations[0].group: a group cannot be related to itself",
    ),
    "organization that succeeds itself": (
        {"organizations": ORGANIZATIONS + "  succeeds:\n    - {organization: fao}\n"},
        "organizations.yaml:10: succeeds[0].organization: an organization cannot succeed itself",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_line_is_named_and_nothing_is_written(tmp_path, case):
    files, expected = BAD[case]
    found = problems(tmp_path, **files)
    assert [line[: len(expected)] for line in found] == [expected]
    assert Organization.objects.count() == 0
    assert LogEntry.objects.count() == 0


def test_type_of_an_organization_cannot_change(tmp_path):
    imported(tmp_path)
    found = problems(tmp_path, organizations=ORGANIZATIONS.replace("- slug: iom\n  type: un-entity", "- slug: iom\n  type: other"))
    assert found == [
        "organizations.yaml:2: type: the organization iom has type un-entity, which cannot change; use a new slug"
    ]

"""What references stand for: rows of any kind, read in a constant number of queries, without anything personal."""

from datetime import date

from tansiq.secretariat.record.domain.evidence import basis_for
from tansiq.secretariat.record.domain.references import Particular, Thing, kinds, resolve
from tansiq.secretariat.record.domain.terms import begin, corrected, supersede
from tansiq.secretariat.record.enums import ActorKind, BasisKind
from tansiq.secretariat.record.models import Identity, Move, Term, Texts
from tansiq.secretariat.register.domain.membership import receive_request
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.domain.terms_of_reference import state_objective
from tansiq.secretariat.register.models import GroupObjectiveTerm, SeatTerm

SEAT = Thing(
    "register/seat/wgim-fao", "register/seat",
    (
        Particular("group", Thing("register/group/wgim", "register/group")),
        Particular("organization", Thing("register/organization/fao", "register/organization", (Particular("type", "x", choice=True),))),
    ),
)


def simple(thing):
    """A thing as references only."""
    return thing.ref, [simple(each.value) for each in thing.particulars if isinstance(each.value, Thing)]


def test_resolve_term_says_its_columns_its_time_and_who_recorded_it(db, world):
    found = resolve(["register/seat-term/wgim-fao.1"])["register/seat-term/wgim-fao.1"]
    seat, kind = found.particulars
    assert (found.kind, found.begins.edtf, found.ends, found.dated) == ("register/seat-term", "2015-01-01", None, True)
    assert (seat.column, simple(seat.value)) == ("seat", simple(SEAT))
    assert kind == Particular("kind", "member", choice=True)
    assert (found.by.kind, found.by.on_behalf_of) == (ActorKind.ACCOUNT, "")
    assert found.recorded_at <= world.clock()
    assert (found.superseded_at, found.basis) == (None, None)


def test_resolve_superseded_term_is_still_found_with_its_basis(db, world):
    basis = basis_for(kind=BasisKind.LETTER, reference="IOM/17/3")
    term = SeatTerm.objects.current().get(seat=world.seats["fao"])
    [new] = supersede(term=term, with_=[corrected(term, basis=basis)], by=world.cast.officer, at=world.clock(), because="letter")
    found = resolve([term.ref, new.ref])
    assert found[term.ref].superseded_at == new.recorded_at
    assert (found[new.ref].superseded_at, found[new.ref].basis) == (None, basis)


def test_resolve_move_names_its_subject_and_the_state_after_it(db, world):
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("September 2017"),
        signatory="A. Person", by=world.cast.officer, at=world.clock(),
    )
    [move] = Move.objects.filter(subject=request.ref)
    found = resolve([move.ref])[move.ref]
    subject, after = found.particulars
    belongs = [("register/group/wgim", []), ("register/organization/unicef", [])]
    assert simple(subject.value) == ("register/join-request/wgim-unicef", belongs)
    assert after == Particular("after", "received")
    assert (found.begins.edtf, found.kind, found.by) == ("2017-09", "record/move", world.cast.officer)


def test_resolve_text_of_a_term_is_kept_in_its_languages(db, world):
    text = Texts({"en": "coordinate", "fr": "coordonner"})
    state_objective(group=world.group, position=2, text=text, on=None, by=world.cast.officer, at=world.clock())
    term = GroupObjectiveTerm.objects.get()
    found = resolve([term.ref])[term.ref]
    objective, said = found.particulars
    assert said == Particular("text", text)
    assert [each for each in objective.value.particulars if each.column == "position"] == [Particular("position", 2)]
    assert found.begins is None


def test_resolve_identity_never_gives_what_is_personal(db, world):
    hand = {"by": world.cast.officer, "at": world.clock()}
    person = record_person(slug="p-1", name="A. Person", title="Director", email="a@example.org", telephone="1", **hand)
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("May 2017"), signatory="A. Person", **hand
    )
    found = resolve([person.ref, request.ref, world.cast.officer.ref])
    assert "Person" not in str({ref: source.particulars for ref, source in found.items()})
    assert found[person.ref].particulars == ()
    assert found[world.cast.officer.ref].particulars == ()
    assert [each.column for each in found[request.ref].particulars] == ["group", "organization"]


def test_resolve_leaves_out_what_no_row_has(db):
    lost = ["register/seat-term/nowhere.1", "no/such-kind/x", "record/move/999999", "record/move/x", "", "register/group"]
    assert resolve(lost) == {}


def test_resolve_takes_one_query_a_kind_however_many_rows(db, world, django_assert_num_queries):
    one = [term.ref for term in SeatTerm.objects.all()][:1]
    with django_assert_num_queries(1):
        resolve(one)
    for number in range(20):
        world.seat(f"more-{number}")
    many = [term.ref for term in SeatTerm.objects.all()]
    with django_assert_num_queries(1):
        assert len(resolve(many)) == 25


def test_kinds_hold_every_row_that_can_be_referred_to():
    found = kinds()
    assert found["record/move"] is Move
    assert found["register/seat-term"] is SeatTerm
    assert sum(issubclass(model, Term) for model in found.values()) > 20
    assert all("/" in kind and kind == kind.lower() for kind in found)
    assert sum(issubclass(model, Identity) for model in found.values()) > 20


def test_resolve_term_begun_on_a_day_is_told_with_that_day(db, world):
    term = SeatTerm.objects.current().get(seat=world.seats["ilo"])
    later = begin(
        term=SeatTerm(seat=world.seat("late", "1 March 2016"), kind="observer", begins=world.day("1 January 2014"), ends=world.day("2014")),
        by=world.cast.officer, at=world.clock(),
    )
    found = resolve([term.ref, later.ref])
    assert found[later.ref].ends.last_day == date(2014, 12, 31)

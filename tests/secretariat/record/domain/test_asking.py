"""Questions: alone they ask each time, within a reading once, and several together with one query."""

import pytest

from tansiq.secretariat.record.domain.asking import Reading, ask_together, asking_once, question
from tansiq.secretariat.register.models import Organization, Seat

MADE = []


@question
def organizations(first: str, *, last: str = "z") -> Reading[list[str]]:
    """The slugs of organizations in a stretch of the alphabet."""
    return Reading((Organization.objects.filter(slug__gte=first, slug__lte=last).order_by("slug"),), _slugs)


@question
def seats_and_organizations(group: str) -> Reading[tuple[int, int]]:
    """How many seats and organizations there are."""
    return Reading((Seat.objects.filter(group__slug=group), Organization.objects.all()), lambda seats, all_: (len(seats), len(all_)))


def _slugs(rows):
    MADE.append(len(rows))
    return [row.slug for row in rows]


def test_question_alone_asks_each_time(world, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert organizations("i") == organizations("i") == ["ilo", "iom", "las", "unicef"]


def test_question_with_two_querysets_asks_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert seats_and_organizations("wgim") == (5, 6)


def test_question_keeps_its_name_and_says_what_it_is_for():
    assert (organizations.__name__, organizations.__doc__) == ("organizations", "The slugs of organizations in a stretch of the alphabet.")


def test_asking_once_reads_again_for_other_arguments_only(world, django_assert_num_queries):
    with asking_once(), django_assert_num_queries(2):
        assert organizations("i") == organizations("i") == ["ilo", "iom", "las", "unicef"]
        assert organizations("i", last="j") == organizations("i", last="j") == ["ilo", "iom"]


def test_asking_once_forgets_at_its_end(world, django_assert_num_queries):
    for _again in range(2):
        with asking_once(), django_assert_num_queries(1):
            assert organizations("i")[0] == "ilo"


def test_asking_once_inside_itself_goes_on(world, django_assert_num_queries):
    with asking_once(), django_assert_num_queries(1):
        first = organizations("i")
        with asking_once():
            assert organizations("i") is first
        assert organizations("i") is first


def test_ask_together_reads_all_with_one_query_and_keeps_the_answers(world, django_assert_num_queries):
    MADE.clear()
    with asking_once(), django_assert_num_queries(1):
        ask_together(organizations.of("i"), organizations.of("i"), seats_and_organizations.of("wgim"), organizations.of("u"))
        assert (organizations("i"), organizations("u")) == (["ilo", "iom", "las", "unicef"], ["unicef"])
        assert seats_and_organizations("wgim") == (5, 6)
        ask_together(organizations.of("i"))
    assert MADE == [4, 1]


def test_ask_together_outside_of_asking_once_is_refused(world):
    with pytest.raises(LookupError, match="asking_once"):
        ask_together(organizations.of("i"))

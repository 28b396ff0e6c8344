"""The directory of organizations."""

from tansiq.secretariat.register.domain.directory import organization_slugs


def test_organization_slugs_are_all_of_the_record_in_order(world):
    assert organization_slugs() == ["escwa", "fao", "ilo", "iom", "las", "unicef"]

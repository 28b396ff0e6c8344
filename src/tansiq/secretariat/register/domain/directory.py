"""The directory of organizations: which there are, by what names they go, and where each sits."""

from tansiq.secretariat.register.models import Organization


def organization_slugs() -> list[str]:
    """Every organization of the record (slugs), in order. One query."""
    return list(Organization.objects.order_by("slug").values_list("slug", flat=True))

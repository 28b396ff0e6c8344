"""Each case of cases/content.xml, all accepted and all rejected."""

import pytest

from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tests.engines.ooxml.revisions.written import cases, check_case


@pytest.mark.parametrize("settle_all", [accept_all, reject_all])
@pytest.mark.parametrize("case", cases("content.xml"), ids=lambda case: case.name)
def test_case_settled_leaves_what_is_expected(case, settle_all):
    check_case(case, settle_all)

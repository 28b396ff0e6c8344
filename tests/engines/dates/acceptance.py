"""Finds the acceptance data, which lies outside the repository."""

import os
from pathlib import Path

import pytest
from ruamel.yaml import YAML

SHARED = Path(os.environ.get("TANSIQ_SHARED") or Path(__file__).resolve().parents[4] / "shared")


def terms():
    path = SHARED / "acceptance" / "terms-2017.yaml"
    if not path.exists():
        pytest.skip(f"the acceptance data is not at {path}: set TANSIQ_SHARED to its folder")
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))

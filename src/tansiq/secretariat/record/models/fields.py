"""Model fields that the record needs: a partial date kept as its EDTF text, and one text in several languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from tansiq.engines.dates import DateError, PartialDate, parse_edtf
from tansiq.secretariat.record.enums import Language

FALLBACK = (Language.ENGLISH.value, Language.FRENCH.value, Language.ARABIC.value)


@dataclass(frozen=True)
class Texts:
    """One text in the languages it was entered in, and for each whether a reader has verified the form.

    `verified` gives per language the page or document where the form was read, "" when nobody has confirmed it.
    """

    by_language: Mapping[str, str] = field(default_factory=dict)
    verified: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, language: str) -> str:
        """The text in `language`. Raises KeyError when it was not entered."""
        return self.by_language[language]

    def __bool__(self) -> bool:
        return any(self.by_language.values())

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.by_language.items())))

    def shown(self, language: str) -> tuple[str, str]:
        """The text to show to a reader of `language` and the language it is in; ("", language) when there is none."""
        for candidate in (language, *FALLBACK):
            if self.by_language.get(candidate):
                return self.by_language[candidate], candidate
        return "", language

    def to_json(self) -> dict[str, dict[str, str]]:
        """The stored form: {language: {"text", "verified"}}, languages in a fixed order."""
        return {
            language: {"text": self.by_language[language], "verified": self.verified.get(language, "")}
            for language in sorted(self.by_language)
            if self.by_language[language]
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Mapping[str, str]]) -> "Texts":
        """The inverse of `to_json`."""
        return cls(
            {language: each["text"] for language, each in stored.items()},
            {language: each.get("verified", "") for language, each in stored.items() if each.get("verified")},
        )


class TextsField(models.JSONField):
    """A `Texts` stored as JSON."""

    if TYPE_CHECKING:
        _pyi_private_set_type: Texts
        _pyi_private_get_type: Texts

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Texts)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Texts:
        """Read the JSON of the column."""
        return Texts.from_json(super().from_db_value(value, expression, connection) or {})

    def get_prep_value(self, value: Any) -> Any:
        """The JSON to write."""
        return super().get_prep_value(value.to_json() if isinstance(value, Texts) else value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """The JSON to write, in the form the database wants."""
        return super().get_db_prep_value(value.to_json() if isinstance(value, Texts) else value, connection, prepared)

    def to_python(self, value: Any) -> Any:
        """A `Texts`, whatever form was assigned."""
        return value if isinstance(value, Texts) else Texts.from_json(value or {})

    def value_to_string(self, obj: models.Model) -> Any:
        """The JSON for serializers."""
        return self.value_from_object(obj).to_json()


class PartialDateField(models.CharField):
    """A `PartialDate` stored as its EDTF text; empty text is None."""

    if TYPE_CHECKING:
        _pyi_private_set_type: PartialDate | str  # type: ignore[assignment]
        _pyi_private_get_type: PartialDate  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 64)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> PartialDate | None:
        """Read the text of the column."""
        return parse_edtf(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        """A PartialDate. Raises ValidationError when the text is not one."""
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        try:
            return parse_edtf(str(value))
        except DateError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> str | None:
        """The text to write; an unset date is empty text where the column may not be null."""
        if value is None or value == "":
            return None if self.null else ""
        return value.edtf if isinstance(value, PartialDate) else parse_edtf(str(value)).edtf

    def value_to_string(self, obj: models.Model) -> str:
        """The EDTF text, for serializers."""
        return self.get_prep_value(self.value_from_object(obj)) or ""

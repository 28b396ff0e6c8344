"""What a thing is called, in one language, for a while, with what grammar needs to write it into a sentence."""

from django.db import models

from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import Term
from tansiq.secretariat.register.enums import Gender


class NameTerm(Term):
    """A name in one language. A concrete table adds the key of what is named and sets `of = (key, "language")`.

    `the`, `to` and `of_form` are the short name as it stands with the article and after the prepositions "to" and "of"
    (French `l'OIM`, `à l'OIM`, `de l'OIM`; Arabic after ل); `definite` is the Arabic definite form. `also` lists other
    forms that are right, `misspelt` forms that are wrong and seen. `verified` says where the form was read, "" when
    nobody has confirmed it.
    """

    language = models.CharField(max_length=2, choices=Language.choices)
    long = models.CharField(max_length=500)
    short = models.CharField(max_length=300, blank=True)
    acronym = models.CharField(max_length=60, blank=True)
    gender = models.CharField(max_length=1, choices=Gender.choices, blank=True)
    plural = models.BooleanField(default=False)
    the = models.CharField(max_length=300, blank=True)
    to = models.CharField(max_length=300, blank=True)
    of_form = models.CharField(max_length=300, blank=True)
    definite = models.CharField(max_length=300, blank=True)
    also = models.JSONField(default=list, blank=True)
    misspelt = models.JSONField(default=list, blank=True)
    verified = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True

"""Forms of accounts where those of the library do not say it in our words, and the words of the library that we translate ourselves."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

OURS = (gettext_noop("Code"), gettext_noop("Authenticator code"), gettext_noop("Incorrect code."))
"""Said by the library; its Arabic has another word for "code" than our pages."""


class PasskeyForm(AddWebAuthnForm):
    """A new passkey: one that signs in alone, unless the person wants it as a second step."""

    passwordless = forms.BooleanField(
        required=False, initial=True, label=_("Sign in with this key alone"),
        help_text=_("Your device asks for your finger, your face or its PIN. Without this, the key is a second step after the code."),
    )

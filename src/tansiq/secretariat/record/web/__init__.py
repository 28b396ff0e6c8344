"""The pages of accounts: the sign-in link. Codes and passkeys are allauth's."""

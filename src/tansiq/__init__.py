"""Tansiq: secretariat software for inter-agency working groups."""

"""Who did what and when: accounts, actors, lifecycles, terms in two times, the chained log, evidence, the registry of facts.

It knows no word of the field; every app above keeps its records with what is here.
"""

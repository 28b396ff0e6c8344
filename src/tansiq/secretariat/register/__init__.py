"""Who takes part: organizations, mechanisms, groups, seats, offices, contacts, requests to join, terms of reference, mandates.

It keeps who they are and what they are called over time; what they do together stands in the apps above.
"""

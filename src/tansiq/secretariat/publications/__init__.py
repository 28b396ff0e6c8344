"""What a group publishes: series and their editions, who prepares them, language versions, and inputs to global processes.

Words: series, edition, stage, party, language version, input.
"""

"""How the programme is written in a folder: processes and their steps, objectives, work programmes and outputs, findings."""

from tansiq.secretariat.programme.interchange import outputs, processes
from tansiq.secretariat.record.interchange import register

for kind in (*processes.KINDS, *outputs.KINDS):
    register(kind)

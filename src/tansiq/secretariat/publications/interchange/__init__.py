"""How publications are written in a folder: series, editions with their language versions, inputs."""

from tansiq.secretariat.publications.interchange import editions, inputs
from tansiq.secretariat.record.interchange import register

for kind in (*editions.KINDS, *inputs.KINDS):
    register(kind)

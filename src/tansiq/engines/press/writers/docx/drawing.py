"""Pictures as inline drawings with their text alternative (DrawingML, ISO/IEC 29500-1, 20.4)."""

import hashlib

from lxml import etree

from tansiq.engines.press.pictures import picture_bytes, pixel_size
from tansiq.engines.press.tree import Picture
from tansiq.engines.press.writers.docx.manuscript import Manuscript
from tansiq.engines.press.writers.docx.package import Part
from tansiq.engines.press.writers.docx.xml import NAMESPACES, el

EMU_PER_PIXEL = 9525
"""914,400 EMU to the inch, 96 pixels to the inch."""
EMU_PER_TWIP = 635
MAX_HEIGHT = 12_000 * EMU_PER_TWIP
"""A picture leaves room for its caption on the page."""


def drawing_run(manuscript: Manuscript, part: Part, picture: Picture, width: int) -> etree._Element:
    """The run of a picture, at its own size or as wide as `width` twips allow."""
    manuscript.drawings += 1
    number = str(manuscript.drawings)
    relation = part.relate("image", _media(manuscript, picture).name.removeprefix("/word/"))
    across, down = _extent(picture, width)
    identity = {"id": number, "name": f"Picture {number}", "descr": picture.alternative}
    inline = el(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        el("wp:extent", {"cx": across, "cy": down}),
        el("wp:docPr", identity),
        el("wp:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        el("a:graphic", None, el("a:graphicData", {"uri": NAMESPACES["pic"]}, _pic(identity, relation, (across, down)))),
    )
    return el("w:r", None, el("w:drawing", None, inline))


def _media(manuscript: Manuscript, picture: Picture) -> Part:
    blob = picture_bytes(picture.data)
    digest = hashlib.sha256(blob).hexdigest()
    if digest not in manuscript.pictures:
        extension = "png" if picture.media_type == "image/png" else "jpeg"
        name = f"/word/media/image{len(manuscript.pictures) + 1}.{extension}"
        manuscript.pictures[digest] = manuscript.add(Part(name, picture.media_type, blob))
    return manuscript.pictures[digest]


def _extent(picture: Picture, width: int) -> tuple[str, str]:
    across, down = (side * EMU_PER_PIXEL for side in pixel_size(picture.data, picture.media_type))
    scale = min(1.0, width * EMU_PER_TWIP / across, MAX_HEIGHT / down)
    return str(max(1, round(across * scale))), str(max(1, round(down * scale)))


def _pic(identity: dict[str, str], relation: str, size: tuple[str, str]) -> etree._Element:
    return el(
        "pic:pic",
        None,
        el("pic:nvPicPr", None, el("pic:cNvPr", identity), el("pic:cNvPicPr")),
        el("pic:blipFill", None, el("a:blip", {"r:embed": relation}), el("a:stretch", None, el("a:fillRect"))),
        el(
            "pic:spPr",
            None,
            el("a:xfrm", None, el("a:off", {"x": "0", "y": "0"}), el("a:ext", {"cx": size[0], "cy": size[1]})),
            el("a:prstGeom", {"prst": "rect"}, el("a:avLst")),
        ),
    )

"""Pictures: size, one part for equal bytes."""

from tansiq.engines.press.writers.docx.drawing import EMU_PER_PIXEL, EMU_PER_TWIP
from tansiq.engines.press.writers.docx.styles import TEXT_WIDTH
from tests.engines.press.sample import document, png
from tests.engines.press.writers.docx.opened import written


def picture(name, width, height):
    return {"type": "picture", "id": name, "media_type": "image/png", "data": png(width, height), "caption": [], "alternative": "x"}


def extents(*pictures):
    return [(int(found.get("cx")), int(found.get("cy"))) for found in written(document(*pictures)).xml().iter("{*}extent")]


def test_drawing_small_picture_keeps_its_size():
    assert extents(picture("a", 40, 20)) == [(40 * EMU_PER_PIXEL, 20 * EMU_PER_PIXEL)]


def test_drawing_wide_picture_fits_the_text_and_keeps_its_shape():
    ((across, down),) = extents(picture("a", 2000, 500))
    assert across == TEXT_WIDTH * EMU_PER_TWIP
    assert abs(across / down - 4) < 0.01


def test_drawing_equal_pictures_are_stored_once_and_have_ids_of_their_own():
    opened = written(document(picture("a", 40, 20), picture("b", 40, 20), picture("c", 41, 20)))
    assert [name for name in opened.parts if "media" in name] == ["word/media/image1.png", "word/media/image2.png"]
    assert [found.get("id") for found in opened.xml().iter("{*}docPr")] == ["1", "2", "3"]

"""What the properties of formatting are called (ISO/IEC 29500-1, 17.3 to 17.6), for changes of format in the matrix."""

_ORDER = ("en", "ar", "fr")
_WORDS = {
    "b": ("bold", "خط غامق", "gras"),
    "i": ("italics", "خط مائل", "italique"),
    "u": ("underline", "تسطير", "soulignement"),
    "strike": ("strikethrough", "خط يتوسط النص", "barré"),
    "color": ("colour", "اللون", "couleur"),
    "sz": ("size", "الحجم", "taille"),
    "rFonts": ("font", "الخط", "police"),
    "highlight": ("highlighting", "التمييز", "surlignage"),
    "shd": ("shading", "التظليل", "trame de fond"),
    "vertAlign": ("superscript or subscript", "مرتفع أو منخفض", "exposant ou indice"),
    "caps": ("capitals", "أحرف كبيرة", "majuscules"),
    "vanish": ("hidden text", "نص مخفي", "texte masqué"),
    "lang": ("language", "اللغة", "langue"),
    "rtl": ("direction", "الاتجاه", "sens d’écriture"),
    "style": ("style", "النمط", "style"),
    "jc": ("alignment", "المحاذاة", "alignement"),
    "ind": ("indentation", "المسافة البادئة", "retrait"),
    "spacing": ("spacing", "التباعد", "espacement"),
    "numPr": ("numbering", "الترقيم", "numérotation"),
    "keepNext": ("page breaks", "فواصل الصفحات", "sauts de page"),
    "tabs": ("tab stops", "علامات الجدولة", "taquets"),
    "pBdr": ("borders", "الحدود", "bordures"),
    "outlineLvl": ("outline level", "مستوى المخطط التفصيلي", "niveau hiérarchique"),
    "tblPr": ("table", "الجدول", "tableau"),
    "tblGrid": ("columns", "الأعمدة", "colonnes"),
    "trPr": ("row", "الصف", "ligne"),
    "tcPr": ("cell", "الخلية", "cellule"),
    "pgSz": ("paper size", "حجم الورق", "format de page"),
    "pgMar": ("margins", "الهوامش", "marges"),
}
_SAME = {
    "bCs": "b", "iCs": "i", "dstrike": "strike", "szCs": "sz", "smallCaps": "caps", "bidi": "rtl", "rStyle": "style", "pStyle": "style",
    "tblStyle": "style", "keepLines": "keepNext", "pageBreakBefore": "keepNext", "widowControl": "keepNext", "bdr": "pBdr",
    "tblPrEx": "tblPr", "cols": "tblGrid", "type": "keepNext",
}


def property_words(names: str, language: str) -> tuple[str, ...]:
    """The words for the element names in `names` ("b, bCs, color"), each once and in their order; one without a word stays as it is."""
    at = _ORDER.index(language)
    known = (_SAME.get(name, name) for name in (each.strip() for each in names.split(",")) if name)
    return tuple(dict.fromkeys(_WORDS[name][at] if name in _WORDS else name for name in known))

"""The words that stand over the columns of a matrix of comments, in English, French and Arabic (without the article)."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a column holds. RESPONSE is for the secretariat's own columns, which an answer does not fill."""

    ROW = "row"
    AGENCY = "agency"
    PERSON = "person"
    DATE = "date"
    SECTION = "section"
    PAGE = "page"
    PARAGRAPH = "paragraph"
    LINE = "line"
    LOCATION = "location"
    CURRENT = "current"
    PROPOSED = "proposed"
    COMMENT = "comment"
    RATIONALE = "rationale"
    CATEGORY = "category"
    RESPONSE = "response"


WORDS: Mapping[Role, tuple[str, ...]] = {
    Role.ROW: (
        "no", "nr", "number", "#", "s/n", "sn", "serial no", "comment no", "comment number", "comment id", "id", "row", "item", "n°",
        "numéro", "numéro du commentaire", "م", "رقم", "رقم التعليق", "رقم الملاحظة", "الرقم التسلسلي", "تسلسل",
    ),
    Role.AGENCY: (
        "agency", "organization", "organisation", "entity", "member", "institution", "organisme", "organisations", "entité", "membre",
        "منظمة", "جهة", "وكالة", "هيئة", "مؤسسة", "كيان",
    ),
    Role.PERSON: (
        "name", "person", "reviewer", "commenter", "author", "commented by", "submitted by", "focal point", "nom", "auteur",
        "personne", "relecteur", "point focal", "اسم", "شخص", "مراجع", "جهة الاتصال", "مقدم التعليق",
    ),
    Role.DATE: (
        "date", "date of comment", "تاريخ",
    ),
    Role.SECTION: (
        "section", "section no", "section title", "section no and title", "chapter", "heading", "clause", "subclause", "title",
        "part", "chapitre", "titre", "partie", "rubrique", "قسم", "فصل", "عنوان", "باب", "جزء",
    ),
    Role.PAGE: (
        "page", "pages", "page no", "page number", "page #", "pg", "p", "from page", "page circulated pdf", "numéro de page", "صفحة",
        "رقم الصفحة",
    ),
    Role.PARAGRAPH: (
        "para", "paras", "para no", "para number", "paragraph", "paragraphs", "paragraph no", "paragraph number", "par", "§",
        "paragraphe", "paragraphes", "numéro de paragraphe", "فقرة", "رقم الفقرة",
    ),
    Role.LINE: (
        "line", "lines", "line no", "line number", "from line", "line if numbered", "ligne", "lignes", "سطر", "رقم السطر",
    ),
    Role.LOCATION: (
        "location", "reference", "ref", "place", "where", "location in the document", "page/para", "page/paragraph", "page and para",
        "page and paragraph", "page / para", "page / paragraph", "section/page", "section/paragraph", "emplacement", "référence",
        "page et paragraphe", "موضع", "موقع", "مرجع", "مكان", "صفحة والفقرة", "صفحة/الفقرة",
    ),
    Role.CURRENT: (
        "current text", "original text", "existing text", "text in draft", "text in the draft", "draft text", "current wording",
        "original wording", "existing wording", "text as is", "change from", "quoted text", "quote", "extract", "passage",
        "current language", "texte actuel", "texte original", "texte initial", "texte existant", "libellé actuel",
        "formulation actuelle", "rédaction actuelle", "extrait", "نص حالي", "نص أصلي", "نص الوارد", "نص كما ورد", "صياغة حالية",
        "صياغة أصلية", "نص", "عبارة حالية",
    ),
    Role.PROPOSED: (
        "proposed text", "proposed change", "proposed changes", "proposed wording", "proposed revision", "proposed amendment",
        "proposed edit", "proposed language", "suggested text", "suggested change", "suggested changes", "suggested wording",
        "suggested revision", "suggested edit", "suggested language", "suggestion", "proposal", "new text", "revised text",
        "revised wording", "amended text", "amendment", "change to", "replacement text", "texte proposé", "modification proposée",
        "modifications proposées", "proposition", "proposition de texte", "libellé proposé", "rédaction proposée",
        "formulation proposée", "nouveau texte", "amendement", "texte révisé", "نص مقترح", "تعديل مقترح", "تعديلات مقترحة",
        "صياغة مقترحة", "تغيير مقترح", "مقترح", "اقتراح", "نص جديد", "نص معدل",
    ),
    Role.COMMENT: (
        "comment", "comments", "comment and thread", "general comment", "general comments", "specific comment", "specific comments",
        "remark", "remarks", "observation", "observations", "feedback", "input", "inputs", "issue", "commentaire", "commentaires",
        "remarque", "remarques", "تعليق", "تعليقات", "ملاحظة", "ملاحظات", "مداخلة", "تعليق وسلسلة الردود",
    ),
    Role.RATIONALE: (
        "rationale", "justification", "reason", "reasons", "explanation", "motif", "motifs", "raison", "explication", "مبرر",
        "مبررات", "سبب", "أسباب", "تبرير", "أساس منطقي", "تعليل",
    ),
    Role.CATEGORY: (
        "type", "type of comment", "comment type", "category", "nature", "importance", "priority", "type de commentaire", "catégorie",
        "priorité", "نوع", "نوع التعليق", "فئة", "تصنيف", "أولوية",
    ),
    Role.RESPONSE: (
        "disposition", "response", "response to agency", "decision", "status", "final text", "responsible drafter",
        "observations of the secretariat", "secretariat response", "action taken", "resolution", "applied in version", "decided by",
        "réponse", "décision", "statut", "suite donnée", "réponse du secrétariat", "texte final", "رد", "رد الأمانة", "قرار", "حالة",
        "نص نهائي", "إجراء المتخذ", "نص معتمد", "final wording", "texte retenu", "مسؤول عن الصياغة",
    ),
}

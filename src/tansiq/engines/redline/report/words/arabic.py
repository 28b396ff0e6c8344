"""The words of the matrix in Arabic."""

from tansiq.engines.redline.edits import Kind, Source
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Category, Decision, RowType, Status
from tansiq.engines.redline.report.words.shape import Words

ARABIC = Words(
    language="ar",
    right_to_left=True,
    columns={
        Column.NUMBER: "الرقم", Column.AGENCY: "الجهة", Column.PERSON: "الاسم", Column.DATE: "التاريخ", Column.DRAFT: "نسخة المسودة",
        Column.SECTION: "القسم", Column.PAGE: "الصفحة", Column.PARAGRAPH: "رقم الفقرة", Column.PART: "الموضع من النص",
        Column.TYPE: "النوع", Column.CHANGE: "التغيير", Column.TRACKED: "تعقّب التغييرات", Column.CURRENT: "النص الحالي",
        Column.PROPOSED: "النص المقترح", Column.COMMENT: "التعليق والردود", Column.RATIONALE: "المبررات",
        Column.AGREEING: "الجهات المؤيدة", Column.CONFLICT: "مقترحات متعارضة", Column.NOTE: "ملاحظة", Column.CATEGORY: "الفئة",
        Column.RESPONSIBLE: "المسؤول عن الصياغة", Column.DECISION: "الإجراء المتخذ", Column.DUPLICATE_OF: "مكرر للرقم",
        Column.FINAL_TEXT: "النص المعتمد", Column.RESPONSE: "الرد على الجهة", Column.DECIDED_BY: "متخذ القرار",
        Column.DECIDED_ON: "تاريخ القرار", Column.STATUS: "الحالة", Column.APPLIED_IN: "طُبّق في النسخة",
    },
    types={
        RowType.TEXT: "تعديل في النص", RowType.COMMENT: "تعليق", RowType.FORMAT: "تنسيق", RowType.STRUCTURE: "تعديل في البنية",
        RowType.GENERAL: "تعليق عام",
    },
    categories={
        Category.SUBSTANTIVE: "مضموني", Category.EDITORIAL: "تحريري", Category.FACTUAL: "وقائع أو أرقام", Category.TRANSLATION: "ترجمة",
        Category.GENERAL: "عام",
    },
    decisions={
        Decision.ACCEPTED: "مقبول", Decision.ACCEPTED_WITH_MODIFICATION: "مقبول مع تعديل", Decision.PARTLY_ACCEPTED: "مقبول جزئياً",
        Decision.REJECTED: "مرفوض", Decision.NOTED: "أُحيط علماً به", Decision.DUPLICATE: "مكرر",
        Decision.SUPERSEDED: "حلّ محله مقترح آخر", Decision.OUT_OF_SCOPE: "خارج النطاق", Decision.DEFERRED: "مرجأ إلى الاجتماع",
        Decision.WITHDRAWN: "مسحوب",
    },
    decided={
        Decision.ACCEPTED: "قُبل المقترح.", Decision.ACCEPTED_WITH_MODIFICATION: "قُبل المقترح مع تعديل.",
        Decision.PARTLY_ACCEPTED: "قُبل المقترح جزئياً.", Decision.REJECTED: "لم يُقبل المقترح.", Decision.NOTED: "أُحيط علماً به.",
        Decision.DUPLICATE: "نُظر فيه مع المقترح المماثل.", Decision.SUPERSEDED: "لم يُقبل المقترح، إذ قُبل مقترح آخر بشأن النص نفسه.",
        Decision.OUT_OF_SCOPE: "خارج نطاق الوثيقة.", Decision.DEFERRED: "أُرجئ إلى الاجتماع.", Decision.WITHDRAWN: "سُحب المقترح.",
    },
    statuses={Status.OPEN: "مفتوح", Status.PROPOSED: "مقترح", Status.AGREED: "متفق عليه", Status.APPLIED: "مطبّق"},
    kinds={
        Kind.INSERTION: "إضافة", Kind.DELETION: "حذف", Kind.PARAGRAPH_INSERTION: "إضافة فقرات", Kind.PARAGRAPH_DELETION: "حذف فقرات",
        Kind.ROW_INSERTION: "إضافة صف إلى جدول", Kind.ROW_DELETION: "حذف صف من جدول", Kind.CELL_INSERTION: "إضافة خلية إلى جدول",
        Kind.CELL_DELETION: "حذف خلية من جدول", Kind.MOVE: "نقل", Kind.FORMAT: "تنسيق أحرف", Kind.PARAGRAPH_FORMAT: "تنسيق فقرة",
        Kind.TABLE_FORMAT: "تنسيق جدول", Kind.SECTION: "إعداد الصفحة", Kind.NOTE: "حاشية", Kind.IMAGE: "صورة", Kind.FIELD: "حقل",
    },
    sources={Source.WORD: "في ملف Word", Source.EXCEL: "من ملف Excel", Source.PDF: "من ملف PDF", Source.MAIL: "من البريد الإلكتروني"},
    stories={
        "body": "متن النص", "footnote": "حاشية سفلية", "endnote": "حاشية ختامية", "header": "رأس الصفحة", "footer": "تذييل الصفحة",
        "textbox": "مربع نص",
    },
    reasons={
        "overlap": "تغييرات متداخلة", "inside_deletion": "تغيير داخل نص محذوف", "same_place": "إضافات في موضع واحد",
        "format": "تنسيقات مختلفة للنص نفسه", "row_and_cell": "حذف صف عُدّلت خلاياه",
    },
    tracked="متعقَّب",
    untracked="غير متعقَّب، كُشف بالمقارنة",
    replacement="استعاضة",
    moved_to="نقل إلى الفقرة {paragraph}",
    row="جدول، الصف {row}",
    cell="جدول، الصف {row}، الخلية {cell}",
    conflict="ت{number}: {rows} – {reason}",
    labelled="{label}: {text}",
    numbers="الأرقام {numbers}",
    see="انظر الرقم {numbers}",
    resolved="[تمت المعالجة]",
    cut="… [قُطع النص هنا؛ عدد أحرفه {length}، انظر الملف الموحّد]",
    undecided="لم يُبتّ فيه",
    separator="، ",
    matrix="التعليقات",
    counts="الأعداد",
    lists="القوائم",
    total="المجموع",
    rows="الصفوف",
    edits="التغييرات الواردة",
    comments="التعليقات الواردة",
    agreeing="صفوف جهات أخرى تؤيدها",
    page_of="الصفحة {page} من {pages}",
    title="التعليقات الواردة على {draft}",
    response_title="الرد على {agency}",
    response_intro="التعليقات والتغييرات الواردة على {draft}: {rows}.",
    final_text="النص المعتمد: {text}",
    page="الصفحة {page}",
    paragraph="الفقرة {paragraph}",
    also="المقترح نفسه من: {agencies}",
    nothing="لم ترد أي تعليقات.",
)

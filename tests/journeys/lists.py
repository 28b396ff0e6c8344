"""The list of members that an office has: an Excel file with all that such files have, in English and in Arabic."""

from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

TITLES = {
    "en": "Working Group on International Migration in the Arab Region: members, March 2017",
    "ar": "الفريق العامل المعني بالهجرة الدولية في المنطقة العربية: الأعضاء، آذار/مارس 2017",
}
HEADS = {"en": ("No.", "Organization", "", "Member since", "Role"), "ar": ("الرقم", "المنظمة", "", "عضو منذ", "الصفة")}
CO_CHAIR = {"en": "Co-chair", "ar": "رئيس مشارك"}
TOTAL = {"en": "Total", "ar": "المجموع"}

LISTED = {
    "en": [
        ("League of Arab States (LAS)", "2013", True),
        ("International Organization for Migration (IOM)", "March 2013", True),
        ("ESCWA", "2013", True),
        ("United Nations Economic Commission for Africa (ECA)", "", False),
        ("Food and Agriculture Organization (FAO)", datetime(2016, 5, 1), False),  # noqa: DTZ001 (a cell has no time zone)
        ("International Labour Organization (ILO), since June 2014", "", False),
        ("Office of the High Commissioner for Human Rights - OHCHR", "2015", False),
        ("Joint United Nations Programme on HIV/AIDS (UNAIDS)", "2015", False),
        ("UNDP\nUNEP", "2014", False),
        ("United Nations Population Fund (UNFPA)", "early 2015", False),
        ("United Nations Human Settlements Programme (UN-Habitat)", "2015", False),
        ("United Nations High Commisioner for Refugees (UNHCR)", "2013", False),
        ("United Nations Office on Drugs and Crime (UNODC)", "2015", False),
        ("United Nations Entity for Gender Equality and the Empowerment of Women (UN-Women)", "2015", False),
        ("WHO", "2015", False),
    ],
    "ar": [
        ("جامعة الدول العربية", "2013", True),
        ("المنظمة الدولية للهجرة (IOM)", "آذار/مارس 2013", True),
        ("الإسكوا", "2013", True),
        ("اللجنة الاقتصادية لأفريقيا (ECA)", "", False),
        ("منظمة الأغذية والزراعة للأمم المتحدة (FAO)", datetime(2016, 5, 1), False),  # noqa: DTZ001 (a cell has no time zone)
        ("منظمة العمل الدولية (ILO)، منذ حزيران/يونيو 2014", "", False),
        ("مفوضية الأمم المتحدة السامية لحقوق الإنسان - OHCHR", "2015", False),
        ("برنامج الأمم المتحدة المشترك المعني بفيروس نقص المناعة البشرية/الإيدز (UNAIDS)", "2015", False),
        ("UNDP\nUNEP", "2014", False),
        ("صندوق الأمم المتحدة للسكان (UNFPA)", "2015", False),
        ("برنامج الأمم المتحدة للمستوطنات البشرية (UN-Habitat)", "2015", False),
        ("مفوضية الأمم المتحدة لشون اللاجئين (UNHCR)", "2013", False),
        ("مكتب الأمم المتحدة المعني بالمخدرات والجريمة (UNODC)", "2015", False),
        ("هيئة الأمم المتحدة للمساواة بين الجنسين وتمكين المرأة (UN-Women)", "2015", False),
        ("WHO", "2015", False),
    ],
}
"""Names with acronyms in one column, two in a cell, acronyms alone, a date beside a name, one misspelt: sixteen organizations in all."""

RIGHT = {
    "en": {
        "UNDP": "United Nations Development Programme", "UNEP": "United Nations Environment Programme",
        "WHO": "World Health Organization",
        "United Nations High Commisioner for Refugees (UNHCR)": "United Nations High Commissioner for Refugees",
    },
    "ar": {
        "UNDP": "برنامج الأمم المتحدة الإنمائي", "UNEP": "برنامج الأمم المتحدة للبيئة", "WHO": "منظمة الصحة العالمية",
        "مفوضية الأمم المتحدة لشون اللاجئين (UNHCR)": "مفوضية الأمم المتحدة لشؤون اللاجئين",
    },
}
"""What the officer makes of acronyms alone and of the misspelt name."""


def write_list(path: Path, language: str) -> None:
    """Write the workbook: a title over all columns, an empty row and an empty column, numbers, dates of several kinds, a total."""
    book = Workbook()
    sheet = book.active
    sheet.append([TITLES[language]])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(HEADS[language])
    for place, (name, since, presides) in enumerate(LISTED[language], start=1):
        sheet.append([place, name, None, since or None, CO_CHAIR[language] if presides else None])
    sheet.append([])
    sheet.append([None, f"{TOTAL[language]}: 16"])
    book.save(path)

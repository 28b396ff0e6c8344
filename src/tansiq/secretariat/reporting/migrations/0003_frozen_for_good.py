"""Makes the database itself refuse to change or delete what was frozen."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = ("reporting_frozenreport", "reporting_frozenfile")
SQLITE = (
    "CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'what was frozen is never changed'); END"
)
FUNCTION = """
CREATE FUNCTION reporting_frozen() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'what was frozen is never changed'; END $$ LANGUAGE plpgsql
"""
POSTGRESQL = "CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION reporting_frozen()"
TRIGGERS = [(table, act) for table in TABLES for act in ("UPDATE", "DELETE")]


def add(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers in the dialect of the database."""
    postgresql = editor.connection.vendor == "postgresql"
    if postgresql:
        editor.execute(FUNCTION, params=None)
    for table, act in TRIGGERS:
        editor.execute((POSTGRESQL if postgresql else SQLITE).format(table=table, act=act), params=None)


def remove(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers."""
    postgresql = editor.connection.vendor == "postgresql"
    for table, act in TRIGGERS:
        editor.execute(f"DROP TRIGGER {table}_no_{act}" + (f" ON {table}" if postgresql else ""), params=None)
    if postgresql:
        editor.execute("DROP FUNCTION reporting_frozen()", params=None)


class Migration(migrations.Migration):
    """Triggers against changing what was given out."""

    dependencies = [("reporting", "0002_frozen")]
    operations = [migrations.RunPython(add, remove)]

import django.core.validators
import django.db.models.deletion
import tansiq.secretariat.record.models.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Actor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(?:[-.][a-z0-9]+)*$', 'A slug is lower-case letters, digits, single hyphens and dots.')])),
                ('kind', models.CharField(choices=[('account', 'account'), ('reply-link', 'reply link'), ('import', 'import'), ('worker', 'worker')], max_length=20)),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actors', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('on_behalf_of', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('account__isnull', False)), fields=('kind', 'account', 'name', 'on_behalf_of'), name='record_actor_of_account_once'), models.UniqueConstraint(condition=models.Q(('account', None)), fields=('kind', 'name', 'on_behalf_of'), name='record_actor_without_account_once')],
            },
        ),
        migrations.CreateModel(
            name='ChainHead',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('seq', models.PositiveBigIntegerField(default=0)),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('hash', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='record_chainhead_single')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(?:[-.][a-z0-9]+)*$', 'A slug is lower-case letters, digits, single hyphens and dots.')])),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('filename', models.CharField(max_length=255)),
                ('media_type', models.CharField(blank=True, max_length=120)),
                ('size', models.PositiveBigIntegerField()),
                ('received_on', tansiq.secretariat.record.models.fields.PartialDateField(blank=True, max_length=64, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.actor')),
            ],
            options={
                'verbose_name_plural': 'evidence',
            },
        ),
        migrations.CreateModel(
            name='Basis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(?:[-.][a-z0-9]+)*$', 'A slug is lower-case letters, digits, single hyphens and dots.')])),
                ('kind', models.CharField(choices=[('decision', 'decision'), ('letter', 'letter'), ('resolution', 'resolution'), ('document', 'document'), ('report', 'report'), ('page', 'page'), ('statement', 'statement')], max_length=20)),
                ('reference', models.CharField(max_length=300)),
                ('dated', tansiq.secretariat.record.models.fields.PartialDateField(blank=True, default='', max_length=64)),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bases', to='record.evidence')),
            ],
            options={
                'verbose_name_plural': 'bases',
                'constraints': [models.UniqueConstraint(condition=models.Q(('evidence__isnull', False)), fields=('kind', 'reference', 'dated', 'evidence'), name='record_basis_with_evidence_once'), models.UniqueConstraint(condition=models.Q(('evidence', None)), fields=('kind', 'reference', 'dated'), name='record_basis_without_evidence_once')],
            },
        ),
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('seq', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(unique=True)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='record.actor')),
                ('code', models.CharField(max_length=80)),
                ('subject', models.CharField(db_index=True, max_length=300)),
                ('parameters', models.JSONField(blank=True, default=dict)),
                ('digests', models.JSONField(blank=True, default=dict)),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'verbose_name_plural': 'log entries',
                'ordering': ['seq'],
            },
        ),
        migrations.CreateModel(
            name='EntryDetail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='details', to='record.logentry')),
                ('name', models.CharField(max_length=60)),
                ('salt', models.CharField(blank=True, max_length=64)),
                ('text', models.TextField(blank=True)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('entry', 'name'), name='record_entrydetail_once')],
            },
        ),
        migrations.CreateModel(
            name='Move',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=300)),
                ('lifecycle', models.CharField(max_length=120)),
                ('name', models.CharField(max_length=40)),
                ('before', models.CharField(blank=True, max_length=40)),
                ('after', models.CharField(max_length=40)),
                ('occurred_on', tansiq.secretariat.record.models.fields.PartialDateField(max_length=64)),
                ('happened_by', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='record.actor')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='record.evidence')),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='record.move')),
                ('withdrawn', models.BooleanField(default=False, help_text='This row only takes back the move it corrects.')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='move', to='record.logentry')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'happened_by', 'recorded_at'], name='record_move_of_subject')],
            },
        ),
    ]

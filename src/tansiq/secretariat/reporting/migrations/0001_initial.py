import django.core.validators
import django.db.models.deletion
import tansiq.secretariat.record.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('record', '0001_initial'),
        ('register', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(?:[-.][a-z0-9]+)*$', 'A slug is lower-case letters, digits, single hyphens and dots.')])),
                ('mechanism', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='register.mechanism')),
                ('number', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['mechanism', 'number'],
                'constraints': [models.UniqueConstraint(fields=('mechanism', 'number'), name='reporting_session_number_once')],
            },
        ),
        migrations.CreateModel(
            name='SessionTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(?:[-.][a-z0-9]+)*$', 'A slug is lower-case letters, digits, single hyphens and dots.')])),
                ('begins', tansiq.secretariat.record.models.fields.PartialDateField(blank=True, max_length=64, null=True)),
                ('ends', tansiq.secretariat.record.models.fields.PartialDateField(blank=True, max_length=64, null=True)),
                ('valid_from', models.DateField(editable=False)),
                ('valid_to', models.DateField(blank=True, editable=False, null=True)),
                ('basis', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.basis')),
                ('recorded_at', models.DateTimeField(editable=False)),
                ('superseded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_entry', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.logentry')),
                ('superseded_entry', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.logentry')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='reporting.session')),
                ('dates', tansiq.secretariat.record.models.fields.PartialDateField(max_length=64)),
                ('place', tansiq.secretariat.record.models.fields.TextsField(blank=True, default=tansiq.secretariat.record.models.fields.Texts)),
                ('symbol', models.CharField(blank=True, max_length=80)),
            ],
            options={
                'indexes': [models.Index(fields=['session', 'valid_from', 'recorded_at'], name='reporting_session_by_time')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='reporting_session_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('superseded_at', None), ('superseded_at__gt', models.F('recorded_at')), _connector='OR'), name='reporting_session_superseded_after_recorded'), models.UniqueConstraint(condition=models.Q(('superseded_at', None), ('valid_to', None)), fields=('session',), name='reporting_session_one_open_term')],
            },
        ),
    ]

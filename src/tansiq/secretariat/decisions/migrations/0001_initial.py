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
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(?:[-.][a-z0-9]+)*$', 'A slug is lower-case letters, digits, single hyphens and dots.')])),
                ('state', models.CharField(blank=True, default='', editable=False, max_length=40)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='register.group')),
                ('kind', models.CharField(choices=[('text', 'a decision in words'), ('contacts_update', 'news of leadership and focal points')], max_length=20)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DecisionTerm',
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
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='decisions.decision')),
                ('position', models.PositiveSmallIntegerField(default=1)),
                ('text', tansiq.secretariat.record.models.fields.TextsField(blank=True, default=tansiq.secretariat.record.models.fields.Texts)),
                ('asked', models.CharField(choices=[('members', 'the members of the group'), ('co_chairs', 'the co-chairs of the group'), ('mechanism', 'the mechanism')], max_length=20)),
                ('rule', models.CharField(blank=True, choices=[('consensus', 'consensus'), ('silence', 'silence until a date'), ('each_co_chair', 'each co-chair agrees')], max_length=20)),
                ('silent_until', tansiq.secretariat.record.models.fields.PartialDateField(blank=True, max_length=64, null=True)),
                ('informs', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decision_terms', to='register.organization')),
            ],
            options={
                'indexes': [models.Index(fields=['decision', 'valid_from', 'recorded_at'], name='decisions_term_by_time')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='decisions_term_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('superseded_at', None), ('superseded_at__gt', models.F('recorded_at')), _connector='OR'), name='decisions_term_superseded_after_recorded'), models.UniqueConstraint(condition=models.Q(('superseded_at', None), ('valid_to', None)), fields=('decision',), name='decisions_term_one_open_term')],
            },
        ),
    ]

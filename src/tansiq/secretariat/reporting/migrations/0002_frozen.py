import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0002_append_only'),
        ('register', '0001_initial'),
        ('reporting', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FrozenReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(?:[-.][a-z0-9]+)*$', 'A slug is lower-case letters, digits, single hyphens and dots.')])),
                ('language', models.CharField(choices=[('en', 'English'), ('ar', 'العربية'), ('fr', 'Français')], max_length=2)),
                ('as_of', models.DateField()),
                ('known_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('head', models.CharField(blank=True, max_length=64)),
                ('at', models.DateTimeField()),
                ('tree', models.JSONField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.actor')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.logentry')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='frozen_reports', to='register.group')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='frozen_reports', to='reporting.session')),
            ],
        ),
        migrations.CreateModel(
            name='FrozenFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('format', models.CharField(choices=[('docx', 'Word'), ('pdf', 'PDF'), ('html', 'Web page')], max_length=4)),
                ('media_type', models.CharField(max_length=120)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField()),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='reporting.frozenreport')),
            ],
            options={
                'ordering': ['report', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='frozenreport',
            constraint=models.UniqueConstraint(fields=('group', 'session', 'as_of', 'language', 'number'), name='reporting_frozenreport_numbered'),
        ),
        migrations.AddConstraint(
            model_name='frozenfile',
            constraint=models.UniqueConstraint(fields=('report', 'format'), name='reporting_frozenfile_once'),
        ),
    ]

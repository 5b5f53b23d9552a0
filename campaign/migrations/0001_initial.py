import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.core.management import call_command
from django.db import migrations, models

import publishing.working.fields


def make_cache(apps, schema_editor):
    """Make the table in which limits on guessing are kept, unless CACHE_URL names another place."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LinkList',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='written')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('name', models.CharField(default='links', editable=False, max_length=20, unique=True)),
            ],
            options={
                'verbose_name': 'recommended links',
                'verbose_name_plural': 'recommended links',
            },
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='written')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('slug', publishing.working.fields.CodeField(max_length=40, unique=True, verbose_name='page')),
                ('title', publishing.working.fields.CleanCharField(blank=True, max_length=200, verbose_name='title')),
                ('title_ar', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('title_en', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('body', publishing.working.fields.CleanTextField(blank=True, verbose_name='text')),
                ('body_ar', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='text')),
                ('body_en', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='text')),
            ],
            options={
                'verbose_name': 'standing page',
                'verbose_name_plural': 'standing pages',
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalLinkList',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='written')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('name', models.CharField(db_index=True, default='links', editable=False, max_length=20)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical recommended links',
                'verbose_name_plural': 'historical recommended links',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPage',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='written')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('slug', publishing.working.fields.CodeField(db_index=True, max_length=40, verbose_name='page')),
                ('title', publishing.working.fields.CleanCharField(blank=True, max_length=200, verbose_name='title')),
                ('title_ar', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('title_en', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('body', publishing.working.fields.CleanTextField(blank=True, verbose_name='text')),
                ('body_ar', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='text')),
                ('body_en', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='text')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical standing page',
                'verbose_name_plural': 'historical standing pages',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='written')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('order', models.PositiveSmallIntegerField(blank=True, default=0, verbose_name='order')),
                ('name', publishing.working.fields.CleanCharField(blank=True, max_length=200, verbose_name='name')),
                ('name_ar', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='name')),
                ('name_en', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='name')),
                ('url', publishing.working.fields.LinkField(verbose_name='web address')),
                ('kind', publishing.working.fields.CodeField(default='ngo', max_length=40, verbose_name='kind')),
                ('text', publishing.working.fields.CleanCharField(blank=True, max_length=300, verbose_name='description')),
                ('text_ar', publishing.working.fields.CleanCharField(blank=True, max_length=300, null=True, verbose_name='description')),
                ('text_en', publishing.working.fields.CleanCharField(blank=True, max_length=300, null=True, verbose_name='description')),
                ('list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='campaign.linklist')),
            ],
            options={
                'verbose_name': 'link',
                'verbose_name_plural': 'links',
                'ordering': ['order', 'created_at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HistoricalLink',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='written')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('order', models.PositiveSmallIntegerField(blank=True, default=0, verbose_name='order')),
                ('name', publishing.working.fields.CleanCharField(blank=True, max_length=200, verbose_name='name')),
                ('name_ar', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='name')),
                ('name_en', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='name')),
                ('url', publishing.working.fields.LinkField(verbose_name='web address')),
                ('kind', publishing.working.fields.CodeField(default='ngo', max_length=40, verbose_name='kind')),
                ('text', publishing.working.fields.CleanCharField(blank=True, max_length=300, verbose_name='description')),
                ('text_ar', publishing.working.fields.CleanCharField(blank=True, max_length=300, null=True, verbose_name='description')),
                ('text_en', publishing.working.fields.CleanCharField(blank=True, max_length=300, null=True, verbose_name='description')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('list', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='campaign.linklist')),
            ],
            options={
                'verbose_name': 'historical link',
                'verbose_name_plural': 'historical links',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(make_cache, migrations.RunPython.noop),
    ]

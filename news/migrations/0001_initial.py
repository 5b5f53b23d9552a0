import uuid

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import publishing.working.fields


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dossiers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalNewsItem',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='written')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('slug', models.SlugField(error_messages={'unique': 'Another item has this address. Choose another one.'}, help_text="The last part of the page's address, in Latin letters.", max_length=100, verbose_name='address')),
                ('kind', publishing.working.fields.CodeField(default='news', max_length=40, verbose_name='kind')),
                ('headline', publishing.working.fields.CleanCharField(blank=True, max_length=250, verbose_name='headline')),
                ('headline_ar', publishing.working.fields.CleanCharField(blank=True, max_length=250, null=True, verbose_name='headline')),
                ('headline_en', publishing.working.fields.CleanCharField(blank=True, max_length=250, null=True, verbose_name='headline')),
                ('standfirst', publishing.working.fields.CleanTextField(blank=True, verbose_name='standfirst')),
                ('standfirst_ar', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='standfirst')),
                ('standfirst_en', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='standfirst')),
                ('body', publishing.working.fields.CleanTextField(blank=True, help_text='Paragraphs, ## headings, > quotations, [links](https://…).', verbose_name='text')),
                ('body_ar', publishing.working.fields.CleanTextField(blank=True, help_text='Paragraphs, ## headings, > quotations, [links](https://…).', null=True, verbose_name='text')),
                ('body_en', publishing.working.fields.CleanTextField(blank=True, help_text='Paragraphs, ## headings, > quotations, [links](https://…).', null=True, verbose_name='text')),
                ('byline', publishing.working.fields.CleanCharField(blank=True, max_length=200, verbose_name='by')),
                ('byline_ar', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='by')),
                ('byline_en', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='by')),
                ('event_date', publishing.working.fields.EdtfField(verbose_name='date')),
                ('int_notes', publishing.working.fields.CleanTextField(blank=True, help_text='Never published.', verbose_name='internal notes')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical news item',
                'verbose_name_plural': 'historical news items',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='NewsItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='written')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('slug', models.SlugField(error_messages={'unique': 'Another item has this address. Choose another one.'}, help_text="The last part of the page's address, in Latin letters.", max_length=100, unique=True, verbose_name='address')),
                ('kind', publishing.working.fields.CodeField(default='news', max_length=40, verbose_name='kind')),
                ('headline', publishing.working.fields.CleanCharField(blank=True, max_length=250, verbose_name='headline')),
                ('headline_ar', publishing.working.fields.CleanCharField(blank=True, max_length=250, null=True, verbose_name='headline')),
                ('headline_en', publishing.working.fields.CleanCharField(blank=True, max_length=250, null=True, verbose_name='headline')),
                ('standfirst', publishing.working.fields.CleanTextField(blank=True, verbose_name='standfirst')),
                ('standfirst_ar', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='standfirst')),
                ('standfirst_en', publishing.working.fields.CleanTextField(blank=True, null=True, verbose_name='standfirst')),
                ('body', publishing.working.fields.CleanTextField(blank=True, help_text='Paragraphs, ## headings, > quotations, [links](https://…).', verbose_name='text')),
                ('body_ar', publishing.working.fields.CleanTextField(blank=True, help_text='Paragraphs, ## headings, > quotations, [links](https://…).', null=True, verbose_name='text')),
                ('body_en', publishing.working.fields.CleanTextField(blank=True, help_text='Paragraphs, ## headings, > quotations, [links](https://…).', null=True, verbose_name='text')),
                ('byline', publishing.working.fields.CleanCharField(blank=True, max_length=200, verbose_name='by')),
                ('byline_ar', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='by')),
                ('byline_en', publishing.working.fields.CleanCharField(blank=True, max_length=200, null=True, verbose_name='by')),
                ('event_date', publishing.working.fields.EdtfField(verbose_name='date')),
                ('int_notes', publishing.working.fields.CleanTextField(blank=True, help_text='Never published.', verbose_name='internal notes')),
                ('perpetrators', models.ManyToManyField(blank=True, related_name='+', to='dossiers.perpetrator', verbose_name='dossiers it names')),
            ],
            options={
                'verbose_name': 'news item',
                'verbose_name_plural': 'news items',
                'ordering': ['-event_date', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalNewsItem_perpetrators',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='news.historicalnewsitem')),
                ('perpetrator', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dossiers.perpetrator')),
                ('newsitem', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='news.newsitem')),
            ],
            options={
                'verbose_name': 'HistoricalNewsItem_perpetrators',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalNewsCitation',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='written')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('relation', publishing.working.fields.CodeField(default='supports', max_length=40, verbose_name='relation')),
                ('locator_type', publishing.working.fields.CodeField(default='whole', max_length=40, verbose_name='place in the source')),
                ('locator', publishing.working.fields.CleanCharField(blank=True, max_length=120, verbose_name='number or words of the place')),
                ('quote', publishing.working.fields.CleanTextField(blank=True, help_text='In the words of the source, at most 400 characters.', validators=[django.core.validators.MaxLengthValidator(400, 'A quotation may have at most 400 characters. Shorten it.')], verbose_name='quotation')),
                ('credibility', publishing.working.fields.CodeField(blank=True, max_length=40, verbose_name='credibility')),
                ('accessed', models.DateField(blank=True, help_text='Of a list that is kept up to date: what it says is printed as of this day.', null=True, verbose_name='read on')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dossiers.source', verbose_name='source')),
                ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='news.newsitem')),
            ],
            options={
                'verbose_name': 'historical source of the item',
                'verbose_name_plural': 'historical sources of the item',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='NewsCitation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='written')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('stale', models.JSONField(blank=True, default=dict, editable=False)),
                ('relation', publishing.working.fields.CodeField(default='supports', max_length=40, verbose_name='relation')),
                ('locator_type', publishing.working.fields.CodeField(default='whole', max_length=40, verbose_name='place in the source')),
                ('locator', publishing.working.fields.CleanCharField(blank=True, max_length=120, verbose_name='number or words of the place')),
                ('quote', publishing.working.fields.CleanTextField(blank=True, help_text='In the words of the source, at most 400 characters.', validators=[django.core.validators.MaxLengthValidator(400, 'A quotation may have at most 400 characters. Shorten it.')], verbose_name='quotation')),
                ('credibility', publishing.working.fields.CodeField(blank=True, max_length=40, verbose_name='credibility')),
                ('accessed', models.DateField(blank=True, help_text='Of a list that is kept up to date: what it says is printed as of this day.', null=True, verbose_name='read on')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='dossiers.source', verbose_name='source')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='news.newsitem')),
            ],
            options={
                'verbose_name': 'source of the item',
                'verbose_name_plural': 'sources of the item',
                'ordering': ['created_at', 'id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('locator', ''), ('locator_type', 'whole')), models.Q(models.Q(('locator_type', 'whole'), _negated=True), models.Q(('locator', ''), _negated=True)), _connector='OR'), name='newscitation_place_in_source', violation_error_message='Give the page, paragraph or other place, or choose “whole source” and leave it empty.')],
            },
        ),
        migrations.AddField(
            model_name='historicalnewscitation',
            name='quote_lang',
            field=publishing.working.fields.CodeField(blank=True, help_text='Only when it is another one than the source’s.', max_length=40, verbose_name='language of the quotation'),
        ),
        migrations.AddField(
            model_name='newscitation',
            name='quote_lang',
            field=publishing.working.fields.CodeField(blank=True, help_text='Only when it is another one than the source’s.', max_length=40, verbose_name='language of the quotation'),
        ),
    ]

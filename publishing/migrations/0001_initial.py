"""The record. Its triggers are put in place after every migration (publishing.triggers)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from publishing.search import engine


def open_ledger(apps, schema_editor):
    apps.get_model("publishing", "Ledger").objects.create(pk=1)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(unique=True, verbose_name='number')),
                ('at', models.DateTimeField(verbose_name='when')),
                ('actor', models.CharField(max_length=150, verbose_name='who')),
                ('action', models.CharField(max_length=30, verbose_name='what')),
                ('subject', models.CharField(blank=True, max_length=200, verbose_name='about')),
                ('detail', models.JSONField(default=dict, verbose_name='details')),
                ('previous', models.CharField(max_length=64)),
                ('digest', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'verbose_name': 'entry of the log',
                'verbose_name_plural': 'log of privileged actions',
                'ordering': ['-seq'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20, verbose_name='kind')),
                ('public_id', models.CharField(max_length=40, unique=True, verbose_name='number')),
                ('slug', models.CharField(blank=True, max_length=120, null=True, verbose_name='address')),
                ('state', models.CharField(choices=[('draft', 'Not published yet'), ('live', 'Live'), ('withdrawn', 'Withdrawn'), ('removed', 'Removed')], default='draft', max_length=10, verbose_name='state')),
            ],
            options={
                'verbose_name': 'published document',
                'verbose_name_plural': 'published documents',
                'permissions': [('withdraw_document', 'Can withdraw and redact what is published')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(unique=True)),
                ('number', models.PositiveIntegerField()),
                ('header', models.TextField()),
                ('header_digest', models.CharField(max_length=64, unique=True)),
                ('content', models.TextField(null=True)),
                ('salt', models.CharField(max_length=32, null=True)),
                ('content_digest', models.CharField(max_length=64)),
                ('published_at', models.DateTimeField()),
                ('change', models.CharField(choices=[('initial', 'First publication'), ('update', 'Update'), ('correction', 'Correction'), ('legal_update', 'Legal update'), ('redaction', 'Redaction'), ('withdrawal', 'Withdrawal'), ('removal', 'Removal'), ('restore', 'Restored')], max_length=15)),
                ('note_ar', models.TextField(blank=True)),
                ('note_en', models.TextField(blank=True)),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='publishing.document')),
                ('ledger_previous', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publishing.edition')),
                ('previous', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next', to='publishing.edition')),
                ('submitted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
            },
        ),
        migrations.AddField(
            model_name='document',
            name='live',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publishing.edition', verbose_name='edition shown'),
        ),
        migrations.CreateModel(
            name='Ledger',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('seq', models.PositiveIntegerField(default=0)),
                ('head', models.CharField(blank=True, default='', max_length=64)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='ledger_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Listing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('key', models.CharField(max_length=64)),
                ('slug', models.CharField(max_length=120)),
                ('title_ar', models.CharField(max_length=300)),
                ('title_en', models.CharField(max_length=300)),
                ('sort', models.CharField(max_length=80)),
                ('data', models.JSONField(default=dict)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publishing.edition')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'sort'], name='listing_by_sort'), models.Index(fields=['kind', 'edition'], name='listing_by_edition')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='listing_key_is_unique')],
            },
        ),
        migrations.CreateModel(
            name='Facet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=20)),
                ('code', models.CharField(max_length=64)),
                ('part', models.CharField(blank=True, max_length=20)),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facets', to='publishing.listing')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'name', 'code'], name='facet_by_code')],
                'constraints': [models.UniqueConstraint(fields=('listing', 'name', 'code', 'part'), name='facet_is_unique')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('key', models.CharField(max_length=64)),
                ('data', models.JSONField(default=dict)),
                ('listing', models.JSONField(null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='publishing.document')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'key'], name='mention_by_key')],
                'constraints': [models.UniqueConstraint(fields=('document', 'kind', 'key'), name='mention_is_unique')],
            },
        ),
        migrations.CreateModel(
            name='NameWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=80)),
                ('sound', models.CharField(max_length=80)),
                ('arabic', models.BooleanField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'sound', 'arabic'), name='name_word_is_unique')],
            },
        ),
        migrations.CreateModel(
            name='OldSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('slug', models.CharField(max_length=120)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='old_slugs', to='publishing.document')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'slug'), name='old_slug_is_unique')],
            },
        ),
        migrations.CreateModel(
            name='Outbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('remove', models.JSONField(default=list)),
                ('done', models.BooleanField(default=False)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publishing.edition')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done', False)), fields=['done'], name='outbox_waiting')],
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('sort', models.CharField(max_length=90)),
                ('anchor', models.CharField(blank=True, max_length=30)),
                ('text_ar', models.TextField(blank=True)),
                ('text_en', models.TextField(blank=True)),
                ('words', models.TextField()),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='publishing.listing')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'sort'], name='passage_by_kind')],
            },
        ),
        migrations.CreateModel(
            name='Redaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='redactions', to='publishing.edition')),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='redacted_by', to='publishing.edition')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Spelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('lang', models.CharField(max_length=10)),
                ('primary', models.BooleanField(default=False)),
                ('read_as', models.CharField(blank=True, max_length=300)),
                ('sort', models.CharField(max_length=80)),
                ('words', models.JSONField(default=list)),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spellings', to='publishing.listing')),
            ],
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=120, verbose_name='address')),
                ('content', models.TextField(null=True)),
                ('salt', models.CharField(max_length=32, null=True)),
                ('digest', models.CharField(max_length=64)),
                ('change', models.CharField(choices=[('initial', 'First publication'), ('update', 'Update'), ('correction', 'Correction'), ('legal_update', 'Legal update'), ('redaction', 'Redaction'), ('withdrawal', 'Withdrawal'), ('removal', 'Removal'), ('restore', 'Restored')], max_length=15, verbose_name='kind of change')),
                ('severity', models.CharField(choices=[('minor', 'Minor'), ('material', 'Material')], default='material', max_length=10, verbose_name='weight')),
                ('asked_by', models.CharField(blank=True, choices=[('editors', 'Our own review'), ('subject', 'The person named in the file'), ('acting_for', 'Somebody acting for the person named'), ('same_name', 'Somebody of the same name'), ('source', 'The author or publisher of a source'), ('authority', 'A court or another public body'), ('reader', 'A reader')], default='', max_length=15, verbose_name='who asked for the correction')),
                ('note_ar', models.TextField(blank=True, verbose_name='what changed, in Arabic')),
                ('note_en', models.TextField(blank=True, verbose_name='what changed, in English')),
                ('passed_rules', models.JSONField(default=list)),
                ('submitted_at', models.DateTimeField(verbose_name='submitted')),
                ('status', models.CharField(choices=[('open', 'Waiting for review'), ('approved', 'Approved'), ('returned', 'Returned'), ('superseded', 'Replaced by a newer submission')], default='open', max_length=10, verbose_name='status')),
                ('decided_at', models.DateTimeField(null=True, verbose_name='decided')),
                ('return_note', models.TextField(blank=True, verbose_name='note to the editor')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='publishing.document', verbose_name='document')),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='submitted by')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'open')), fields=('document',), name='one_open_submission_per_document'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'approved'), _negated=True), models.Q(('decided_by__isnull', False), models.Q(('decided_by', models.F('submitted_by')), _negated=True)), _connector='OR'), name='approver_is_not_the_submitter')],
                'verbose_name': 'submission',
                'verbose_name_plural': 'submissions',
                'permissions': [('submit_document', 'Can submit for review'), ('approve_submission', 'Can approve and return submissions')],
            },
        ),
        migrations.CreateModel(
            name='Grounds',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facts', models.JSONField(default=dict)),
                ('reasons', models.JSONField(default=list)),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='grounds', to='publishing.submission')),
            ],
        ),
        migrations.AddField(
            model_name='edition',
            name='submission',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='publishing.submission'),
        ),
        migrations.CreateModel(
            name='Unlisted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('key', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='unlisted_once')],
            },
        ),
        migrations.CreateModel(
            name='WordForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(max_length=90)),
                ('key', models.CharField(max_length=80)),
                ('sound', models.CharField(max_length=80)),
                ('arabic', models.BooleanField()),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='forms', to='publishing.nameword')),
            ],
            options={
                'indexes': [models.Index(fields=['form', 'word'], name='word_by_form')],
            },
        ),
        migrations.CreateModel(
            name='WordUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inner', models.BooleanField()),
                ('length', models.PositiveSmallIntegerField()),
                ('sort', models.CharField(max_length=80)),
                ('spelling', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='publishing.spelling')),
                ('word', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='publishing.nameword')),
            ],
            options={
                'indexes': [models.Index(fields=['word', 'inner', 'length', 'sort', 'spelling'], name='use_by_word')],
            },
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(fields=('kind', 'slug'), name='document_address_is_unique'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('live', None), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('live__isnull', False)), _connector='OR'), name='document_shows_an_edition_once_published'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('document', 'number'), name='edition_number_is_unique'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('change', 'redaction'), _negated=True), fields=('submission',), name='submission_published_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('submitted_by', None), models.Q(('submitted_by', models.F('approved_by')), _negated=True), _connector='OR'), name='edition_needs_two_people'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('change__in', ['withdrawal', 'removal', 'redaction']), models.Q(('submission__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='edition_comes_from_a_submission'),
        ),
        migrations.RunPython(open_ledger, migrations.RunPython.noop),
        migrations.RunPython(engine.install, engine.remove),
    ]

from campaign.models import Link, LinkList, Page
from publishing.working.bilingual import translate
from publishing.working.history import keep

for model in (Page, LinkList, Link):
    translate(model)
    keep(model, "campaign")

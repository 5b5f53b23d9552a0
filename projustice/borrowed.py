"""Messages of Django whose Arabic we say otherwise: theirs inflect a name that they do not know.

"Add another %(verbose_name)s" needs a masculine or a feminine adjective, with or without an article; ours
name the thing after a colon. Nothing imports this module: the catalogue is made from what it lists.
"""

from django.utils.translation import gettext_noop

BORROWED = (
    gettext_noop("Add %s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Change %s"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was added successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("View %s"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("Unknown"),
)

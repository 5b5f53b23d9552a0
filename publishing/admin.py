"""What Django's admin finds of this app: each module registers its own."""

from publishing.desk import audit_log, documents, review
from publishing.desk.accounts import accounts

__all__ = ["accounts", "audit_log", "documents", "review"]

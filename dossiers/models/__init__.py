"""Working models: what editors write. Nothing here is public; see publishing.models."""

from dossiers.models.crimes import Crime, Participation, Qualification, Toll
from dossiers.models.fairness import NamedPerson, ReplyRequest, SubjectRequest
from dossiers.models.institutions import Institution
from dossiers.models.law import Case, LegalAction
from dossiers.models.numbers import Counter
from dossiers.models.people import Identifier, Name, Perpetrator, Statement, Tenure
from dossiers.models.sources import Citation, CitationBase, Source

__all__ = [
    "Case",
    "Citation",
    "CitationBase",
    "Counter",
    "Crime",
    "Identifier",
    "Institution",
    "LegalAction",
    "Name",
    "NamedPerson",
    "Participation",
    "Perpetrator",
    "Qualification",
    "ReplyRequest",
    "Source",
    "Statement",
    "SubjectRequest",
    "Tenure",
    "Toll",
]

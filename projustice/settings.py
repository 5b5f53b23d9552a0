"""Settings, all from the environment, in one file. A value that cannot be read stops the start.

SERVE chooses the URL map: `public` (no session, no cookie, no desk), `desk`, or `both` for one
process on a laptop. Everything a reader sees depends on editions and on this file, never on a
request header.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

from projustice.build import fingerprint
from projustice.printing import MISSING, can_print

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()
CONTACT_FORM = re.compile(r"(?:[^@\s<>\"]+@[^@\s<>\"]+|https://[^\s<>\"]+)?\Z")

VERSION = re.search(r"^## (\S+)", (BASE_DIR / "CHANGELOG.md").read_text("utf-8"), re.M)[1]  # type: ignore[index]

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = [str(key).strip() for key in env.list("SECRET_KEY_FALLBACKS", subcast=str, default=[])]
ALLOWED_HOSTS = [host.strip() for host in env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost"])]
HTTPS = env.bool("HTTPS", True)  # the rule; `make run` on loopback says HTTPS=0
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
SERVE = env.str("SERVE", "both", validate=validate.OneOf(["both", "public", "desk"]))
ADMINS: list[tuple[str, str]] = []  # error mails carry request data; nobody may receive that

# Where readers write to: an e-mail address or an https address. Shown in the footer and on tombstones.
CONTACT = env.str("CONTACT", "", validate=validate.Regexp(CONTACT_FORM))
# What the publisher promises who writes; 0 promises nothing, and nothing is printed.
DEADLINES = {
    name: env.int(f"DEADLINE_{name.upper()}", 0, validate=validate.Range(0, 1_000))
    for name in ("danger_hours", "receipt_days", "decision_days", "edition_hours")
}
# Every page says that this is the sample record until the operator says that it is not.
SAMPLE_RECORD = env.bool("SAMPLE_RECORD", True)

WORKING_APPS = ["dossiers", "news", "campaign"]  # what editors write
INSTALLED_APPS = [
    "projustice.apps.DeskConfig",
    "projustice.apps.SiteConfig",
    "modeltranslation",
    "simple_history",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "publishing",
    *WORKING_APPS,
]
# Who signs in; the public process knows no sign-in.
ACCOUNT_APPS = ["allauth", "allauth.account", "allauth.mfa", "allauth.usersessions"]
INSTALLED_APPS += [] if SERVE == "public" else ACCOUNT_APPS

DESK_MIDDLEWARE = [
    "projustice.middleware.DeskSessionMiddleware",
    "projustice.middleware.DeskLocaleMiddleware",
    "projustice.middleware.DeskCsrfMiddleware",
    "projustice.middleware.DeskAuthenticationMiddleware",
    "projustice.middleware.DeskMessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "publishing.desk.accounts.gate.DeskGateMiddleware",
    "projustice.middleware.DeskHistoryMiddleware",
]
MIDDLEWARE = [
    "projustice.middleware.HeadersMiddleware",
    "projustice.middleware.CompressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "projustice.middleware.PathLanguageMiddleware",
    "projustice.middleware.PlainAddressMiddleware",
    *([] if SERVE == "public" else DESK_MIDDLEWARE),
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = f"projustice.urls.{SERVE}"
PUBLIC_URLCONF = "projustice.urls.public"  # addresses in previews are those that readers use
WSGI_APPLICATION = "projustice.wsgi.application"

# Public pages are Jinja2's (docs/decisions, template engines); the desk and what it builds on are Django's.
FORM_RENDERER = "projustice.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "pages"],
        "OPTIONS": {
            "environment": "projustice.jinja.environment",
            "context_processors": ["projustice.context.site"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "desk"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "projustice.context.site",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Databases: SQLite is the embedded default; DATABASE_URL selects PostgreSQL.
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'blacklist.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a database that was restarted costs no request
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: an acknowledged publication survives a power cut. recursive_triggers: INSERT OR
        # REPLACE deletes without firing DELETE triggers unless it is on. trusted_schema=OFF cannot be
        # had: it refuses the JSON_VALID check that Django writes for every JSONField.
        # secure_delete: an erased text is overwritten in the file.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        " PRAGMA recursive_triggers=ON; PRAGMA secure_delete=ON;",
    }
else:
    _limits = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
    if SERVE == "public":  # nothing that a reader asks for takes long
        _limits += " -c statement_timeout=5s"
    DATABASES["default"]["OPTIONS"] = {"options": _limits, "connect_timeout": 2}
    DATABASES["default"]["ENGINE"] = "projustice.postgresql"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Limits on guessing are kept here, so every process must share it: the database, or Redis by CACHE_URL.
_table: dict[str, Any] = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "desk_cache"}
_redis = env.str("CACHE_URL", "")
CACHES = {"default": _table}
if _redis:
    CACHES = {
        "default": {
            "BACKEND": "projustice.cache.RedisOrDatabase",
            "LOCATION": _redis,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        },
        "database": _table,
    }

# Languages: the public language is in the path. Texts are stored in both.
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["projustice.formats"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "ar"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("ar", "en")
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Static files and uploads. Uploads are private; only re-encoded images that an edition names are
# copied to MEDIA_PUBLIC.
STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "var" / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT: Path = env.path("MEDIA_ROOT", BASE_DIR / "var" / "media")
MEDIA_PUBLIC = env.path("MEDIA_PUBLIC", BASE_DIR / "var" / "media-public")
# What public addresses answer, kept as files until a publication takes them away; empty to keep nothing.
# Not while templates are being changed under it.
PAGE_STORE = env.str("PAGE_STORE", "" if DEBUG else str(BASE_DIR / "var" / "pages"))
# A command that makes a cache in front of the site (a CDN) forget; it reads addresses, one a line.
PURGE_COMMAND = env.str("PURGE_COMMAND", "")
STORAGES = {
    # Files are named by their content: the same picture again is the same file.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"allow_overwrite": True},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "projustice.storage.StaticStorage"
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a long dossier is one form
FILE_UPLOAD_PERMISSIONS = 0o640

# The desk.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
ACCOUNT_ADAPTER = "publishing.desk.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False  # a sign-in ends with the browser, and by DeskGateMiddleware
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # seconds
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,50/5m/key", "reauthenticate": "10/m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
MFA_ADAPTER = "publishing.desk.accounts.adapters.FactorAdapter"
MFA_FORMS = {
    "authenticate": "publishing.desk.accounts.forms.SignInCodeForm",
    "reauthenticate": "publishing.desk.accounts.forms.SignInAgainCodeForm",
    "activate_totp": "publishing.desk.accounts.forms.NewAuthenticatorForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False  # a key is the second factor, beside the password
MFA_TOTP_ISSUER = "The Black List"
MFA_TOTP_TOLERANCE = 1  # a phone whose clock is half a minute off is still its owner's
MFA_ALLOW_UNVERIFIED_EMAIL = True  # no address is kept, so none is verified
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# Accounts of the sample on a laptop may do without a second factor; no other account, nowhere else.
LOCAL_SITE = urlsplit(SITE_URL).hostname in {"127.0.0.1", "localhost"}
SAMPLE_ACCOUNTS = (
    {"sample-editor", "sample-reviewer"} if SAMPLE_RECORD and LOCAL_SITE and not HTTPS else set()
)
CSRF_FAILURE_VIEW = "projustice.views.csrf_failure"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Strict"
LANGUAGE_COOKIE_PATH = "/desk/"

# Transport
SECURE_SSL_REDIRECT = HTTPS and env.bool("SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # the container's own health check speaks plain HTTP
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = None  # set with the other headers, by audience
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
if HTTPS:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # HeadersMiddleware sets X-Frame-Options on every response
    "security.W003",  # DeskCsrfMiddleware is Django's, for the desk; public pages take no form
    "security.W022",  # HeadersMiddleware sets Referrer-Policy by audience
    # The public process has no desk: its models are installed, its pages and middleware are not.
    *(["admin.E408", "admin.E409", "admin.E410"] if SERVE == "public" else []),
]

# Nothing about a reader is logged: no address and no query.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}, "null": {"class": "logging.NullHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING"},
        # Failures only: a refused or missing page says nothing about its reader.
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["null"], "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}

# Editions as PDF: where it is not said, wherever the libraries for it are there.
PDF = env.bool("PDF", can_print())
if PDF and not can_print():
    raise ImproperlyConfigured(MISSING)

# Part of every ETag: a page changes when an edition is added or when this does.
BUILD = fingerprint(BASE_DIR, VERSION, SITE_URL, SAMPLE_RECORD, CONTACT, DEADLINES, PDF)

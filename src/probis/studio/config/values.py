"""A data folder and a few choices to all of Django's settings, safe where nothing was chosen."""

import os
import secrets
import zoneinfo
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

STUDIO = Path(__file__).resolve().parent.parent
FONTS = STUDIO.parent / "drawing" / "fonts"
FEATURES = (
    "revisions",
    "body",
    "home",
    "maps",
    "direction",
    "organisation",
    "findings",
    "sources",
    "decree",
    "papers",
    "reading",
)
HERE = ("127.0.0.1", "localhost", "[::1]")


def home(environment: Mapping[str, str]) -> Path:
    """Return the folder that holds the studio's data: PROBIS_HOME, else ~/.local/share/probis."""
    chosen = environment.get("PROBIS_HOME")
    return Path(chosen).expanduser().absolute() if chosen else Path.home() / ".local" / "share" / "probis"


def hosts(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the host names the studio answers to: this machine's, and those of PROBIS_HOSTS, comma between them."""
    more = (name.strip() for name in environment.get("PROBIS_HOSTS", "").split(","))
    return (*HERE, *(name for name in more if name))


def secret(folder: Path) -> str:
    """Return the secret key kept in `folder`, born with the first use; only its owner may read the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "kunci-rahasia"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key


def zone(environment: Mapping[str, str]) -> str:
    """Return the time zone of the studio's clock: PROBIS_ZONE ("Asia/Makassar"), else that of Jakarta."""
    name = environment.get("PROBIS_ZONE", "")
    return name if name in zoneinfo.available_timezones() else "Asia/Jakarta"


def settings(folder: Path, names: Sequence[str], clock: str = "Asia/Jakarta") -> dict[str, Any]:
    """Return Django's settings for data in `folder`, answering to the host `names`, with times of the zone `clock`."""
    return {
        "SECRET_KEY": secret(folder),
        "DEBUG": False,
        "ALLOWED_HOSTS": list(names),
        "ROOT_URLCONF": "probis.studio.config.urls",
        "WSGI_APPLICATION": "probis.studio.config.wsgi.application",
        "INSTALLED_APPS": ["django.contrib.staticfiles", *(f"probis.studio.{feature}" for feature in FEATURES)],
        "MIDDLEWARE": [
            "probis.studio.config.security.headers",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.gzip.GZipMiddleware",
            "django.middleware.http.ConditionalGetMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"builtins": ["probis.studio.body.words"]},
            }
        ],
        "DATABASES": {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": folder / "probis.sqlite3",
                "OPTIONS": {
                    "transaction_mode": "IMMEDIATE",
                    "timeout": 20,
                    "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"),
                },
            }
        },
        "RESULTS": folder / "hasil",
        "UPLOADS": folder / "naskah",
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": [STUDIO / "static", ("fonts", FONTS)],
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_ALLOW_ALL_ORIGINS": False,
        "WHITENOISE_MAX_AGE": 365 * 24 * 3600,
        "LANGUAGE_CODE": "id",
        "USE_I18N": False,
        "USE_TZ": True,
        "TIME_ZONE": clock,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_FAILURE_VIEW": "probis.studio.home.errors.refused",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 10_000_000,
        "LOGGING_CONFIG": None,
    }

"""Django as it is in production, with what these two pages need and nothing else."""

import os

SECRET_KEY = "used by nothing here"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "desk.urls"
WSGI_APPLICATION = "desk.wsgi.application"
INSTALLED_APPS = ["desk"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "desk.middleware.headers"]
SECURE_REFERRER_POLICY = "same-origin"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ["DATABASE"],
        "CONN_MAX_AGE": None,
    }
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"builtins": ["desk.templatetags.signs"]},
    }
]

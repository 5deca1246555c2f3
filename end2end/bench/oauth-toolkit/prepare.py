"""Makes the database, with one person and one client."""

import os

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
django.setup()
call_command("migrate", verbosity=0)

from django.contrib.auth.models import User  # noqa: E402
from oauth2_provider.models import Application  # noqa: E402

User.objects.create_user(os.environ["EMAIL"], password=os.environ["PASSWORD"])
Application.objects.create(
    client_id=os.environ["CLIENT"],
    client_type=Application.CLIENT_PUBLIC,
    authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
    redirect_uris=os.environ["REDIRECT"],
    name="Clinic",
)

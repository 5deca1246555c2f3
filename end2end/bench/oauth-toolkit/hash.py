"""Milliseconds of processor that one look at a password costs."""

import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
django.setup()

from django.contrib.auth.hashers import check_password, make_password  # noqa: E402

LOOKS = 20
encoded = make_password("secret")
before = time.process_time()
for _ in range(LOOKS):
    check_password("secret", encoded)
print((time.process_time() - before) * 1000 / LOOKS)

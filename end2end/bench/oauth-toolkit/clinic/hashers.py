"""Passwords are hashed at the cost of ours: argon2id, 19 456 KiB, 2 passes, 1 lane."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class AsOurs(Argon2PasswordHasher):
    memory_cost = 19_456
    time_cost = 2
    parallelism = 1

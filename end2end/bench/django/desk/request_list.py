"""The staff list's data: who asks, a page of requests, the counts of the lists; read by our own statements."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import connection

SQL = {file.stem: file.read_text() for file in Path(os.environ["SQL"]).glob("*.sql")}
PAGE_ROWS = 50
COUNTED_MAX = 1000
SOON = timedelta(days=5)
RETENTION = timedelta(days=90)
END_OF_TIME = 253_402_300_799_000_000
LAST_ID = b"\xff" * 16

STANDINGS = {
    "waiting": ("Waiting", "ring"),
    "connected": ("Connected", "tick"),
    "ended": ("Expired", "dash"),
    "stopped": ("Locked", "barred"),
    "refused": ("Wrong person", "diamond"),
}
CODE_BESIDE = {
    "waiting": "New code created",
    "ended": "Code expired",
    "stopped": "Code locked",
    "refused": "Wrong person used the code",
}
LISTS = [
    ("", "All", ""),
    ("waiting", "Waiting", ""),
    ("connected", "Connected", ""),
    ("disconnected", "Disconnected", ""),
    ("ended", "Expired", ""),
    ("stopped", "Locked", ""),
    ("refused", "Wrong person", ""),
    ("ending-soon", "Expiring soon", "ending-soon"),
    ("mail-trouble", "Delivery problem", "mail-trouble"),
]
ROLES = {"manager": "manager", "front_desk": "front desk", "operator": "operator"}


def rows(name, values):
    """All rows of a statement, each by the names of its columns."""
    with connection.cursor() as cursor:
        cursor.execute(SQL[name], values)
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row)) for row in cursor.fetchall()]


def staff_of(token):
    """Who has this session, or None."""
    session = rows("session", {"1": token})
    found = session and session[0]["staff_id"] and rows("staff", {"1": session[0]["staff_id"]})
    if not found or found[0]["disabled"]:
        return None
    staff = found[0]
    return {**staff, "role": ROLES[staff["role"]], "zone": ZoneInfo(staff["time_zone"])}


def page(staff):
    """The first page of all requests, as the template shows it."""
    now = datetime.now(UTC)
    micros = int(now.timestamp() * 1_000_000)
    clinic = bytes(staff["application_id"])
    found = rows("list", {"1": clinic, "3": LAST_ID, "5": END_OF_TIME})
    counted = {"1": clinic, "2": micros, "4": micros + int(SOON.total_seconds()) * 1_000_000}
    with connection.cursor() as cursor:
        cursor.execute(SQL["counts"], counted)
        everyone, waiting, soon, trouble, connected, disconnected, ended, stopped, refused = cursor.fetchone()
    counts = [everyone, waiting, connected, disconnected, ended, stopped, refused, soon, trouble]
    here = now.astimezone(staff["zone"])
    shown = [row(one, now, here) for one in found[:PAGE_ROWS]]
    return {
        "lists": [
            {"name": name, "words": words, "class": css, "count": count(number)}
            for (name, words, css), number in zip(LISTS, counts)
        ],
        "rows": shown,
        "to": len(shown),
        "of": count(everyone),
        "next": hyphened(found[PAGE_ROWS - 1]["id"]) if len(found) > PAGE_ROWS else None,
        "has_connected": connected > 0,
    }


def row(found, now, here):
    zone = here.tzinfo
    standing = standing_of(found, now)
    expires_at = moment(found["expires_at"])
    waits = standing == "waiting"
    soon = waits and expires_at - now <= SOON
    css, icon, words = badge(found, standing, soon)
    connected = found["connected_since"] is not None
    return {
        "id": hyphened(found["id"]),
        "name": found["friendly_name"],
        "external_id": found["external_id"],
        "trouble": found["mail_state"] in ("unknown", "bounced", "dead"),
        "waits": waits,
        "badge": {"class": css, "icon": icon, "words": words},
        "beside": CODE_BESIDE.get(standing) if connected else None,
        "sent": sent(found),
        "ends": short_date(expires_at.astimezone(zone), here) if standing in ("waiting", "ended") else None,
        "ends_at": rfc3339(expires_at),
        "days_left": days_left(here, expires_at.astimezone(zone)) if soon else None,
        "changed": recent(changed_at(found).astimezone(zone), here),
    }


def standing_of(found, now):
    if found["code_state"] != "usable":
        return found["code_state"]
    used = found["person_id"] is not None
    ends_at = moment(found["picked_up_at"]) + RETENTION if used else moment(found["expires_at"])
    if now >= ends_at:
        return "ended"
    return "connected" if used else "waiting"


def badge(found, standing, soon):
    if found["connected_since"] is not None:
        if found["disconnected_at"] is None:
            return "connected", "tick", "Connected"
        return "disconnected", "dash", "Disconnected"
    words, icon = STANDINGS[standing]
    return ("ending-soon", "clock", words) if soon else (standing, icon, words)


def sent(found):
    """How it goes to its patient: class, sign and words."""
    both = found["delivery"] == "both"
    match found["mail_state"]:
        case None:
            return {"words": "Not sent yet" if found["delivery"] == "email" else "Letter"}
        case "done":
            return {"words": "Letter, email sent" if both else "Email sent"}
        case "unknown":
            return {"class": "trouble", "icon": "question", "words": "Delivery not confirmed"}
        case "bounced" | "dead":
            return {"class": "trouble", "icon": "triangle", "words": "Delivery failed"}
    if found["mail_failed"]:
        return {"class": "watch", "icon": "clock", "words": "Email delayed"}
    return {"words": "Letter, email sending" if both else "Email sending"}


def changed_at(found):
    moved = found["disconnected_at"] or found["connected_since"]
    times = [found["made_at"], found["code_state_at"], found["picked_up_at"], found["mail_at"], moved]
    return moment(max(at for at in times if at is not None))


def moment(micros):
    return datetime.fromtimestamp(micros / 1_000_000, UTC)


def rfc3339(at):
    return at.isoformat().replace("+00:00", "Z")


def short_date(at, here):
    date = f"{at.day} {at:%b}"
    return date if at.year == here.year else f"{date} {at.year}"


def recent(at, here):
    days = (here.date() - at.date()).days
    if days == 0:
        return f"Today, {at:%H:%M}"
    return "Yesterday" if days == 1 else short_date(at, here)


def days_left(here, end):
    days = max((end.date() - here.date()).days, 0)
    if days == 0:
        return "Less than 1 day left"
    return "1 day left" if days == 1 else f"{days} days left"


def count(number):
    return f"{COUNTED_MAX}+" if number > COUNTED_MAX else number


def hyphened(raw):
    hexed = raw.hex()
    return f"{hexed[:8]}-{hexed[8:12]}-{hexed[12:16]}-{hexed[16:20]}-{hexed[20:]}"

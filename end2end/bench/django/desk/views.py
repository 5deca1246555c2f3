"""The two pages."""

from django.shortcuts import redirect, render

from desk import request_list

COOKIE = "bench"
PLACES = [
    (
        "rail-work",
        "Work",
        [
            ("/staff/requests", "tray", "Requests"),
            ("/staff/requests/new", "plus", "New request"),
            ("/staff/letters", "letter", "Letters"),
            ("/staff/import", "up", "Import a list"),
            ("/staff/overview", "bars", "Overview"),
        ],
    ),
    (
        "rail-clinic",
        "Clinic",
        [
            ("/staff/settings", "sliders", "Settings"),
            ("/staff/team", "people", "Team"),
            ("/staff/audit", "sheet", "Audit log"),
        ],
    ),
    (
        "rail-technical",
        "Technical",
        [
            ("/staff/application", "plug", "Application"),
            ("/staff/keys", "key", "API keys"),
            ("/staff/callback", "bell", "Webhook"),
        ],
    ),
]
SHORTCUTS = [
    ("/", "Search requests"),
    ("n", "New request"),
    ("j", "Next row of a list"),
    ("k", "Previous row of a list"),
    ("Enter", "Open the selected row"),
    ("?", "Show these shortcuts"),
]
STEPS = ["now", "to-come", "to-come", "to-come", "to-come"]
LINES = [(28, 16, 44), (28, 32, 28), (28, 54, 116), (28, 64, 104), (28, 74, 110), (28, 132, 96), (28, 142, 70)]
GROUPS = [30, 54, 78, 102, 126]
TRUST = [
    ("/help", "Help"),
    ("/about", "Who runs this"),
    ("/privacy", "Privacy notice"),
    ("/terms", "Terms of use"),
    ("/accessibility", "Accessibility"),
]


def ordinal(place):
    if 10 < place % 100 < 20:
        return f"{place}th"
    return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th') }"


# What the island of the code field says, one sentence a line.
ISLAND = {
    "counts": "\n".join(f"{place} of 20 letters" for place in range(1, 31)),
    "letters": "\n".join(
        f"Codes do not use the letter \ufffc or any numbers. Check the {ordinal(place)} letter" for place in range(1, 31)
    ),
    "numbers": "\n".join(f"Codes do not use any numbers. Check the {ordinal(place)} letter" for place in range(1, 31)),
}


def requests(request):
    staff = request_list.staff_of(request.COOKIES.get(COOKIE))
    if staff is None:
        return redirect("/staff/sign-in")
    about = {"staff": staff, "places": PLACES, "here": "/staff/requests", "shortcuts": SHORTCUTS}
    return render(request, "requests.html", about | request_list.page(staff))


def code(request):
    request_list.rows("session", {"1": request.COOKIES.get(COOKIE)})
    about = {"steps": STEPS, "lines": LINES, "groups": GROUPS, "trust": TRUST, "island": ISLAND}
    return render(request, "code.html", about)

# Words that every room shares.

date = { $day } { month }
weekday-date = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} { $date }
short-date = { $day } { $month }
short-date-in = { $date } { $year }
today = Today, { $clock }
yesterday = Yesterday
date-and-time = { $date }, { $clock }
moment = { $at } { $zone }
zone = { $place } time

time-zone = Time zone
time-zone-hint = Dates on letters, emails and screens are in this time zone
time-zone-wrong = Select a time zone from the list

product = Patient Connect
title = { $title } – Patient Connect
title-with-errors = Error: { $title } – Patient Connect
too-busy = There are too many requests at the moment. Wait a few seconds, then try again.
body-too-slow = What you sent came too slowly and was not used. Check your connection, then send it again.
skip-link = Skip to main content
footer = With Patient Connect, a clinic you know can use a health record you choose. You can disconnect at any time.

line-too-long = This must be { $max } characters or fewer
line-invisible = This contains a hidden character. Type it again
nav-label = Main menu
nav-account = Your records
nav-requests = Requests
nav-new-request = New request
nav-application = Application
nav-team = Team
nav-settings = Settings
nav-audit = Audit log
nav-installation = Clinics
nav-locks = Sign-in locks
nav-keys = API keys
nav-callback = Webhook
nav-mail = Email
nav-checks = System checks
nav-own-account = Your account
rail-work = Work
rail-clinic = Clinic
rail-technical = Technical
rail-operation = Installation
rail-menu = Menu
rail-close = Close
rail-shortcuts = Keyboard shortcuts

## Keys of the staff area

shortcuts-heading = Keyboard shortcuts
shortcuts-typing = They do nothing while you are typing in a field.
shortcuts-off = Turn shortcuts off
shortcuts-on = Turn shortcuts on
shortcut-search = Search requests
shortcut-new = New request
shortcut-next = Next row of a list
shortcut-previous = Previous row of a list
shortcut-open = Open the selected row
shortcut-help = Show these shortcuts
rail-who-manager = { $name }, manager
rail-who-front-desk = { $name }, front desk
rail-who-operator = { $name }, operator
more = More
sign-out = Sign out

error-summary-title = There is a problem
error-prefix = Error:

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
short-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
nav-overview = Overview

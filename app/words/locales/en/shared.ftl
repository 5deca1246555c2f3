# Words that every room shares.

date = { $day } { $month } { $year }
weekday-date = { $weekday } { $date }
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

month = { $month } { $year }
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
short-month-january = Jan
short-month-february = Feb
short-month-march = Mar
short-month-april = Apr
short-month-may = May
short-month-june = Jun
short-month-july = Jul
short-month-august = Aug
short-month-september = Sep
short-month-october = Oct
short-month-november = Nov
short-month-december = Dec
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
nav-overview = Overview

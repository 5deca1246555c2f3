# A person's own pages: records, what is in them, and who read what.

nav-activity = Who saw what

## The home

own-heading = Your records
home-enter-code = Enter a code
home-no-clinic = No clinic is connected
home-no-clinic-hint = When you get a code for { $record }, enter it here.
home-no-records-hint = You can also create one now.
home-never-used = It has not opened this record yet
home-since = Connected since
home-last = Last use
home-may = It can
home-phone = Phone
home-connected-by = Connected by
home-disconnect = Disconnect { $clinic }
home-disconnect-record = from { $record }
home-change-record = Wrong record? Choose another one
home-permissions = Change what it can do
home-permissions-of = : { $clinic }, { $record }
home-past = Disconnected earlier
home-past-one = { $clinic }, until { $date }
home-open = Open this record
home-open-record = : { $record }
home-new-record = Create a record for someone else
home-all-records = Rename or remove a record
own-account = Your account
home-name = Name
home-email = Email address
home-change-link = Change
home-activity = Who saw what
home-activity-what = Every time a clinic opens or changes one of your records
home-see = See the list
home-password-what = Only you know it

relation-myself = You
relation-my-child = Your child
relation-cared-for = Someone you care for
relation-born = { $relation }, born { $year }
born = Born { $year }

## What a clinic can do

permissions-heading = What { $clinic } can do
permissions-record = In this record: { $record }
permissions-always = { $clinic } can always do this while it is connected
permissions-optional = Choose what else { $clinic } can do
permissions-optional-hint = You can change this at any time.
permissions-kept = { $clinic } may keep what it has already read. We tell it about your change.
permissions-none = { $clinic } needs all of this. You can only disconnect it as a whole.
permissions-save = Save
permissions-leave = Leave as it is
permissions-saved = Saved. { $clinic } can do only what is listed here.
permissions-changed = What { $clinic } can do has changed since you opened this page. Nothing was saved. Read it again, then save
permissions-disconnect = You can also disconnect { $clinic } from this record.

## Who looks after a record

people-heading = Who looks after this record
people-record = Record: { $record }
people-about = Everyone in this list sees all of the record, can add to it, and can connect and disconnect clinics.
people-you = { $name } (you)
people-since = Since { $date }
people-remove = Remove
people-leave = Stop looking after it
people-invited = Invited
people-invited-until = The invitation works until { $date }
people-withdraw = Withdraw
people-invite-heading = Invite someone
people-invite-about = They get an email with a link. To use it, they need 6 digits that you tell them yourself.
people-email = Their email address
people-invite = Send invitation
people-digits-heading = The invitation is on its way to { $email }
people-digits-tell = Tell them these 6 digits, in person or by phone. We show them only now.
people-digits-why = Nobody can use the invitation without them, even if the email address is wrong.
people-already = This person already looks after the record
people-too-many = At most { $max } people can look after a record. Remove someone, or withdraw an invitation
people-remove-heading = Remove this person?
people-remove-what = { $name } will no longer look after { $record }.
people-remove-clinics = Clinics that { $name } connected to this record are disconnected, and we tell them.
people-remove-rest = The record and everything in it stays with the others.
people-remove-told = We email { $name } and everyone else who looks after the record.
people-remove-act = Remove { $name }
people-remove-keep = Change nothing
people-leave-heading = Stop looking after this record?
people-leave-what = { $record } will no longer be in your account.
people-leave-clinics = Clinics that you connected to this record are disconnected, and we tell them.
people-leave-told = We email everyone who looks after the record.
care-heading = Look after a record together
care-what = { $name } asks you to look after a health record together. You will see everything in it, and can decide which clinics use it.
care-digits = The 6 digits that { $name } told you
care-digits-shape = Enter the 6 digits that { $name } told you
care-relation-empty = Choose who the record is about
care-wrong = These digits are wrong. { $left ->
    [one] You can try 1 more time
   *[other] You can try { $left } more times
}
care-too-many = You have { $max } records. Remove one that you do not need, then open the invitation again
care-act = Look after it
care-leave = No, thank you
care-over = This invitation no longer works
care-over-next = It has been used or withdrawn, it is older than 7 days, or wrong digits were entered too many times. Ask the person who invited you for a new one.

## After connecting

done-another = Do you have another letter?
done-another-what = You stay signed in.
done-another-code = Enter another code

## Records

records-heading = Rename or remove a record
records-change = Rename
records-change-record = : { $record }
records-remove = Remove
records-in-use = You can remove a record when no clinic is connected and nothing is in it.
records-back = Your records

record-form-new = Create a record
record-form-change = Change this record
record-form-name = Name of the person
record-form-name-hint = Use the name that the clinic knows, so that letters fit the record.
record-form-name-empty = Enter the name of the person
record-form-relation = Who is this record about?
record-form-myself = Me
record-form-my-child = My child
record-form-cared-for = Someone I care for
record-form-relation-empty = Choose who this record is about
record-form-birth-year = Year of birth (optional)
record-form-birth-year-hint = For example, 2016
record-form-birth-year-shape = Enter the year of birth with 4 digits, like 2016
record-form-birth-year-future = The year of birth must be this year or earlier
record-form-birth-year-early = The year of birth is too long ago. Check it
record-form-too-many = You have { $max } records. Remove one that you do not need before you create another
record-form-changed = This record has changed since you opened the page. Nothing was saved. Read it again, then save
record-form-save = Save
record-form-create = Create record

grown-notice = { $record }: who looks after this record from now on?
grown-notice-what = Children can look after their own health record from the age of { $age }.
grown-decide = Decide
grown-heading = Who looks after { $record } from now on?
grown-why = You told us that this is the record of your child, born in { $year }. From the age of { $age }, children can look after their own health record. Talk with your child about it.
grown-legend = Choose one
grown-together = My child and I
grown-together-what = On the next page you invite your child by email. You both see the record and decide which clinics can use it.
grown-child = My child alone
grown-child-what = On the next page you invite your child by email. When your child has joined, remove yourself there.
grown-me = I continue to look after it
grown-me-what = We do not ask you again. You can invite your child at any time.
grown-empty = Choose who looks after the record

record-remove-heading = Remove this record?
record-remove-what = { $record } will be removed from your account.
record-remove-empty = Nothing is in it, and no clinic is connected to it.
record-remove-kept = A clinic that was connected earlier may keep what it has read.
record-remove-act = Remove record
record-remove-leave = Keep record
ask-changed-patient = This page has changed since you opened it. Nothing was changed. Read it again, then choose

## What is in a record

contents-add = Add something
contents-empty = Nothing is in this record yet
contents-empty-hint = What your clinics and you add will be here.
contents-newest = Newest items
contents-all = See all { $count ->
    [one] 1 item
   *[other] { $count } items
}
contents-clinics = Connected clinics
contents-connected-by = Connected by { $name }
contents-people = Who looks after this record
contents-activity = Who saw this record
contents-see-all = { $count ->
    [one] See it
   *[other] See all { $count }
}
contents-see-all-what = : { $what }
contents-change-up = { $number } { $unit } more than on { $date }
contents-change-down = { $number } { $unit } less than on { $date }
contents-change-none = The same as on { $date }

trend-one = From { $first } { $unit } on { $from } to { $last } { $unit } on { $until }
trend-two = Upper number from { $first } to { $last }, lower number from { $first_low } to { $last_low }, { $from } to { $until }
trend-table = The same numbers as a table
trend-date = Date

items-heading = { $what } in this record
items-heading-all = All items in this record
items-none = There is nothing here.
items-newer = Back to the newest
items-older = Show older

item-added-you = { $date }. You added this
item-added-clinic = { $date }. Added by { $clinic }
item-added-another = { $date }. Added by someone else
item-what = What
item-date = Date
item-added = Added
item-changed = Last changed
item-by-you = By you, { $at }
item-by-clinic = By { $clinic }, { $at }
item-by-another = By someone else, { $at }
item-change = Change
item-change-this = Change this item
item-remove = Remove
item-remove-this = Remove this item
item-of = : { $what }
item-download = Download the original file
item-download-hint = The file has this item as the clinic sent it. Open it only with a program that you trust.
item-more = Everything it says

item-remove-heading = Remove this item?
item-remove-what = { $what }, { $date }
item-remove-effect = You and your clinics will no longer see it here.
item-remove-copies = A clinic that has read it may keep a copy.
item-remove-act = Remove item
item-remove-leave = Keep item

add-heading = What do you want to add?
add-for = For: { $record }
add-clinics = Clinics that can read these items will see what you add.
add-sort-weight = Weight
add-sort-blood-pressure = Blood pressure
add-sort-medicine = Medicine
add-sort-allergy = Allergy
add-sort-note = Note
add-new-weight = Add a weight
add-new-blood-pressure = Add a blood pressure
add-new-medicine = Add a medicine
add-new-allergy = Add an allergy
add-new-note = Add a note
add-change-weight = Change this weight
add-change-blood-pressure = Change this blood pressure
add-change-medicine = Change this medicine
add-change-allergy = Change this allergy
add-change-note = Change this note
add-date = Date
add-date-started = When did you start taking it?
add-date-noticed = When was it first noticed?
add-date-hint = Like 2026-05-03. If you do not know the day, choose one near it.
add-weight = Weight in kilograms
add-weight-hint = Like { $example }
add-weight-pounds = Weight in pounds
add-systolic = Upper number
add-diastolic = Lower number
add-pressure-hint = In mmHg, like { $example }
add-medicine = Name of the medicine
add-dose = How much, and how often (optional)
add-allergy = What is the allergy to?
add-reaction = What happens (optional)
add-note = Note
add-save = Save
add-date-shape = Enter the date as year, month and day, like 2026-05-03
add-date-future = The date must be today or earlier
add-date-early = The date is too long ago. Check it
add-weight-wrong-pounds = Enter the weight in pounds, between 0.7 and 1100, like 150.8
add-weight-wrong = Enter the weight in kilograms, between 0.3 and 500, like 68.4
add-systolic-wrong = Enter the upper number, between 20 and 300
add-diastolic-wrong = Enter the lower number, between 20 and 300
add-pressure-swapped = The upper number must be higher than the lower number
add-name-empty = Enter a name
add-name-long = This must be { $max } characters or fewer
add-name-hidden = This contains a hidden character. Type it instead of pasting it
add-note-empty = Enter a note
add-changed = This item has changed since you opened the page. Nothing was saved. What you typed is still here
add-too-many = This record is full. Remove items that you do not need before you add another

## Sorts of things

sort-weight = Weight
sort-blood-pressure = Blood pressure
sort-glucose = Blood sugar
sort-height = Height
sort-medicine = Medicines
sort-allergy = Allergies
sort-condition = Conditions
sort-immunization = Vaccinations
sort-procedure = Procedures
sort-note = Notes
sort-document = Documents
sort-file = Files
sort-basic = Personal details
sort-other = Other information

looked-weight = weights
looked-blood-pressure = blood pressure
looked-glucose = blood sugar
looked-height = height
looked-medicine = medicines
looked-allergy = allergies
looked-condition = conditions
looked-immunization = vaccinations
looked-procedure = procedures
looked-note = notes
looked-document = documents
looked-file = files
looked-basic = personal details
looked-other = other information
looked-anything = all it can see

thing-weight = Weight { $value } { $unit }
thing-blood-pressure = Blood pressure { $systolic } / { $diastolic }
thing-glucose = Blood sugar { $value } { $unit }
thing-height = Height { $value } { $unit }
thing-named = { $name }, { $more }
unit-kg = kg
unit-lb = lb
unit-mmol = mmol/L
unit-mg = mg/dL
unit-m = m
unit-in = in
unit-mmhg = mmHg
value-feet = { $feet } ft { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = Who saw what
activity-intro = Every time a clinic opens one of your records or adds to it, we write it down here.
activity-all-clinics = All clinics
activity-clinics = Clinics
activity-records = Records
activity-all-records = All records
activity-record = Only { $record }
activity-none = Nothing has been read or added yet.
activity-read = { $clinic } looked at { $what }
activity-added = { $clinic } added { $what }
activity-changed = { $clinic } changed { $what }
activity-removed = { $clinic } removed { $what }
activity-refused = { $clinic } asked for { $what }. We did not allow it.
activity-you-added = You added { $what }
activity-you-changed = You changed { $what }
activity-you-removed = You removed { $what }
activity-another = Someone else
activity-when = { $record }, { $clock }. { $more ->
    [0] { $things ->
        [0] Nothing was there.
        [one] 1 item.
       *[other] { $things } items.
    }
    [one] And 1 more time that day.
   *[other] And { $more } more times that day.
}
activity-when-refused = { $record }, { $clock }. You have not agreed to that. { $more ->
    [0] { "" }
    [one] It asked 1 more time that day.
   *[other] It asked { $more } more times that day.
}
activity-monthly = We email you a summary each month. You can switch it off.
activity-monthly-off = We do not email you a summary each month. You can switch it on.
activity-monthly-change = Change this
activity-older = Show older
activity-newest = Back to the newest
activity-wrong = Something looks wrong?
activity-wrong-call = Call the clinic:
activity-wrong-disconnect = Disconnect a clinic

## Details

details-heading = Your details
details-name = Your name
details-name-save = Save name
details-name-done = Your name is changed.
details-email-now = Your email address is { $email }.
details-new-email = New email address
details-new-email-hint = We will email 6 digits to this address.
details-your-password = Your password
details-email-save = Change email address
details-email-done = Your email address is changed. We have told both addresses.
details-email-same = This is already your email address. Enter another one
details-old-password = Your password now
details-new-password = New password
details-password-save = Change password
details-password-done = Your password is changed. You are signed out everywhere else.
details-password-wrong = This is not your password. Check it and try again
details-digits-heading = Check your new email address
details-digits-label = 6 digits from the email
details-digits-save = Change email address
details-digits-stop = Keep the old address
undo-email-heading = Change your email address back?
undo-email-what = The email address of your account will be { $email } again. You will be signed out everywhere.
undo-email-act = Change it back
undo-email-done = Your email address is changed back
undo-email-next = Someone else may know your password. Choose a new one now.
undo-email-password = Choose a new password
undo-email-over = This link no longer works
undo-email-over-next = It has been used, it is older than 7 days, or another account has this address now.

preferences-heading = Emails and units
preferences-row-what = The monthly email, and kilograms or pounds
preferences-monthly-legend = Emails
preferences-monthly = Email me each month who saw my records
preferences-monthly-what = We send it when a clinic looked at a record or changed it.
preferences-units = Units
preferences-metric = Metric
preferences-metric-what = Kilograms, metres, mmol/L
preferences-imperial = Imperial
preferences-imperial-what = Pounds, feet and inches, mg/dL
preferences-save = Save
preferences-done = Your choice is saved.

## Devices

devices-heading = Where you are signed in
devices-intro = Sign out any device that you do not know. Then change your password.
devices-this = This device
devices-unknown = A device
devices-name = { $browser } on { $system }
devices-seen = Signed in on { $since }. Last used on { $seen }.
devices-sign-out = Sign out
devices-everywhere-what = This signs you out on all devices, also on this one.
devices-everywhere = Sign out everywhere
devices-row = Signed in on
devices-row-what = Computers and phones
devices-manage = Manage

## Download

download-heading = Download your data
download-what = We create one file with everything in your account: your records, what is in them, and who did what with them.
download-safe = The file has your health information. Keep it in a safe place.
download-make = Create the file
download-again = Create a new file
download-running = We are creating your file. This can take a few minutes. We will email you when it is ready.
download-ready = Your file is ready. You can download it until { $date }.
download-get = Download the file
download-failed = We could not create your file. Try again. If it does not work, your records may be too large for one file.
download-too-many = You have asked for many files today. Try again tomorrow
download-row = Your data
download-row-what = Everything in your account, as one file
download-link = Download
download-you = you
download-another = someone else
download-log = { $by }: { $act } { $what }
download-file-heading = Patient Connect: { $name }
download-file-about = Everything in the account of { $email }, made on { $at }.
download-file-nothing = Nothing
download-file-sort = Kind
download-file-log = Who did what

## Delete

delete-heading = Delete your account?
delete-now = All clinics are disconnected now, and we tell them.
delete-later = On { $date } we delete your account, your records and everything in them.
delete-mind = Until then you can sign in and keep your account.
delete-stays = Clinics may keep what they have read. Their logs keep a number in place of your name.
delete-download = You can download your data first.
delete-password = Your password
delete-act = Delete my account
delete-leave = Keep my account
delete-row = Delete
delete-row-what = Your account and your records
delete-link = Delete…
delete-coming = Your account will be deleted on { $date }
delete-coming-what = All clinics are disconnected. You can still keep your account.
delete-keep = Keep my account

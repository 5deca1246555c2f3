# Words at the desk, and of the letter that is printed there.
# Plain words, short sentences. A message at a field has no full stop at its end.

## Sign in

staff-sign-in-heading = Staff sign in
staff-sign-in-help = No account yet? Ask a manager at your clinic for an invitation.
staff-sign-in-patients = I am a patient

## States and mail, in a word

standing-waiting = Waiting
standing-connected = Connected
standing-ended = Expired
standing-stopped = Locked
standing-refused = Wrong person
standing-replaced = Replaced
standing-deleted = Cancelled
connection-connected = Connected
connection-disconnected = Disconnected
code-beside-waiting = New code created
code-beside-ended = Code expired
code-beside-stopped = Code locked
code-beside-refused = Wrong person used the code
mail-state-none = No email
mail-state-queued = Sending
mail-state-late = Delayed, still trying
mail-state-sent = Sent
mail-state-failed = Delivery failed
mail-state-unknown = Delivery not confirmed

## The list

requests-heading = Requests
requests-new = New request
requests-state = Status
requests-state-all = All
requests-search = Name or patient ID
requests-show = Show results
requests-patient = Patient
requests-external-id = Patient ID
requests-made = Created
requests-ends = Code expires
requests-no-end = –
requests-mail = Email
requests-none = No requests yet
requests-none-next = Create the first one while the patient is with you. Choose “New request”. It takes about a minute.
requests-none-found = No requests match your search
requests-show-all = Show all requests
requests-next = Older

## Why no code can be made

may-not-mobile = Your clinic’s application is a mobile app, and mobile apps cannot create codes. Ask a manager at your clinic
may-not-methods = Your clinic’s application is not allowed to create codes. Ask a manager at your clinic

## One request

request-nameless = Request for patient ID { $id }
request-title = { $id }: { $name }
request-back = All requests
request-connected-since = Connected since
request-connected-from = Was connected since
request-disconnected = Disconnected
request-disconnected-by-patient = By the patient on { $at }
request-disconnected-by-application = By your clinic’s application on { $at }
request-shared-heading = Two of your patients share one record
request-shared = The same record is also connected as { $ids }. Check which patient it belongs to. If both IDs are for one patient, merge them below.
request-qr = QR code for the patient link
request-print = Print letter
request-tell = What to tell the patient
request-tell-go = Go to { $address }, or open the link in your email.
request-tell-go-letter = Go to { $address }, or point your phone camera at the QR code in your letter.
request-tell-code = Enter your code. Do not share it with anyone.
request-tell-answer = Answer the question we agreed. Then sign in and choose your record.
request-tell-until = The code expires on { $date }.
request-tell-help = If you get stuck, call us. We will never ask you for the answer.
request-over = This code no longer works
request-over-next = { $state ->
    [ended] It expired before anyone used it. Replace the code: the patient does not need to visit.
    [stopped] The answer was wrong too many times. Call the patient before you replace the code.
    [refused] The person who received it said it was not for them. Check where the letter or email went before you replace the code.
    [replaced] A newer code has replaced it. Search for the patient in the list.
    [deleted] The request was cancelled. You can create a new one for the patient at any time.
    [disconnected] Your application can no longer use the record. If the patient wants to connect again, replace the code.
   *[connected] It was used and has since expired. Replace the code if the patient needs a new one.
  }
request-mail = Email
request-mail-queued = We are sending it. This page shows the result as soon as there is one.
request-mail-late = The mail server has not accepted it yet. We will keep trying for more than a day. If the patient cannot wait, print a letter.
request-mail-said = Details for the person who runs your email: “{ $said }”
request-mail-failed = The mail server rejected it. Check the address, or print a letter.
request-mail-unknown = The connection failed while we were sending, so we do not know whether it arrived. Ask the patient. You can safely send it again: at worst, they get the same code twice.
request-email = Email address
request-send = Send email
request-resend = Send email again
request-email-empty = Enter the patient’s email address
request-already-queued = An email is already being sent. Wait until it has gone out
request-nothing-to-send = There is no working code to send. Replace the code first
request-reissue-what = Creates a new code with the same question and answer. The old code stops working.
request-reissue-connected = Anyone already connected stays connected.
request-reissue = Replace code…
request-replaced = The code was replaced. The old code no longer works.
request-replaced-email = We email the new code to the patient.
request-replaced-letter = Print the new letter and give it to the patient.
request-replaced-both = We email the new code to the patient. Print the new letter too.
request-cancel-what = The code stops working. You can use the patient ID again for a new request.
request-cancel = Cancel request…
confirm-back = Back to the request
confirm-request = { $name }, patient ID { $id }
ask-changed = This changed while the page was open. Check it again. Nothing was done
confirm-replace-heading = Replace this code?
confirm-replace-stops = The old code stops working immediately. A letter or email with it can no longer be used.
confirm-replace-stays = The question and answer stay the same.
confirm-replace-connected = The patient stays connected.
confirm-replace-email = We email the new code to { $email }.
confirm-replace-letter = You print the new letter and give it to the patient.
confirm-replace = Replace code
confirm-replace-leave = Keep the old code
confirm-cancel-heading = Cancel this request?
confirm-cancel-stops = The code stops working immediately. A letter or email with it can no longer be used.
confirm-cancel-frees = You can use the patient ID { $id } again for a new request.
confirm-cancel-final = You cannot undo this.
confirm-cancel = Cancel request
confirm-cancel-leave = Keep the request
request-connected = The patient is connected, so you cannot cancel the request. You can replace the code instead
request-already-over = This request has already been cancelled or replaced. Nothing was changed
request-unavailable = Something went wrong on our side. Nothing was changed. Try again in a minute
request-hand-over = Get the code to the patient
request-under-sent = The code is on its way. It works until { $date }, { $days ->
    [0] which is today
    [one] 1 day from now
   *[other] { $days } days from now
}.
request-under-unsent = Nothing has been sent yet. The code works until { $date }, { $days ->
    [0] which is today
    [one] 1 day from now
   *[other] { $days } days from now
}.
request-under-connected = Connected since { $date }. There is nothing for you to do.
request-under-over = Clinic ID { $id }. Created on { $date }.
request-about = About this request
request-send-open = Send by email
request-resend-open = Send it again
request-letter = Letter
request-letter-hint = One page to print and hand over
request-letter-downloaded = The PDF has been downloaded
request-in-person = In person
request-show-qr = Show the QR code
request-link = Patient link
request-scan = If the patient is with you, ask them to point their phone camera here.
request-on-the-phone = On the phone
request-spell = Spell it out over the phone
request-show-code = Show the code again
request-show-code-what = It works for the same person only.
request-granted = What the patient agreed to
request-granted-nothing = The patient is connected. Your application asked for no access to data.
request-granted-optional = Optional
request-granted-not = Not agreed. It was optional.
request-stop = If the patient wants to stop
request-stop-how = The patient can disconnect at any time: “Your records”, then “Disconnect”. What your application has copied stays in your own files.
request-no-longer-connected = This patient is no longer connected
request-find-newer = Find the newer request
request-stopped = The answer was wrong too many times, so the code is locked
request-stopped-next = Nobody has seen any data. Speak to the patient, agree on an answer they will remember, and create a new code here.
request-again = New code with a new answer
request-again-question-hint = This is the old question. Keep it, or agree on another one.
request-again-typed = The patient typed question and answer. You hand the screen over again, and the patient types new ones.
request-again-phrase = We create four new secret words. You see them once and give them to the patient.
request-again-make = Create the new code
request-again-old = The old code stays locked.
request-wrong-why = Why answers go wrong
request-wrong-long = The answer is long, or nobody is sure how to spell it.
request-wrong-home = Someone else in the home opened the letter.
request-wrong-hurry = The patient chose the answer in a hurry.
request-timeline = History
request-timeline-zone = Times are in { $zone }.
happened-made = Code created
happened-mailed = Email sent
happened-mail-failed = Email delivery failed
happened-mail-unknown = Email delivery not confirmed
happened-mail-dropped = Email not sent, because the code no longer worked
happened-reminded = Reminder sent
happened-reminder-failed = Reminder delivery not confirmed
happened-noticed = Patient emailed about the locked code
happened-notice-failed = Delivery of the email about the locked code not confirmed
happened-wrong-answer = Wrong answer
happened-connected = Connected
happened-record-checked = The patient was asked whether the record is the right one
happened-record-changed = The patient changed which record is connected
happened-connected-all-the-same = Connected, although the record has another name than the letter
happened-permissions-changed = The patient changed what your clinic can do
happened-disconnected = Disconnected by the patient
happened-given-up = Disconnected by your clinic’s application
happened-not-me = The person who received the code said it was not for them
happened-ended = Code expired unused
happened-stopped = Code locked after too many wrong answers
happened-replaced = Replaced by a newer code
happened-cancelled = Cancelled

# The spelling alphabet of radio and telephone: one word a letter of the code.
spelling = { $letter ->
    [B] Bravo
    [C] Charlie
    [D] Delta
    [F] Foxtrot
    [G] Golf
    [H] Hotel
    [J] Juliett
    [K] Kilo
    [M] Mike
    [N] November
    [P] Papa
    [Q] Quebec
    [R] Romeo
    [S] Sierra
    [T] Tango
    [V] Victor
    [W] Whiskey
    [X] X-ray
    [Y] Yankee
   *[Z] Zulu
  }

## The letter

letter-title = Letter from { $clinic }
letter-back = Back to the request
letter-print = To print this letter, use your browser’s print command. It fits on one A4 or US Letter page.
letter-phone = Phone { $phone }
letter-heading = Your connection code
letter-for = This is for
letter-what = Use this code to connect a health record of your choice to { $clinic }. You decide, and you can disconnect at any time.
letter-step-go = On your phone or computer, open this address:
letter-step-code = Enter the code below. You can type capital or small letters.
letter-step-answer = Answer your question. Then sign in and choose the record.
letter-qr = QR code that opens the page with your code
letter-qr-caption = Point your phone camera here
letter-code = Your code
letter-ends = This code expires on { $date }
letter-question = You will be asked the question you agreed with us. To keep it safe, it is not printed here. We will never ask for the answer by phone.
letter-help = Need help? Call us on { $phone }. We can give you a new code. You do not need to visit.
letter-not-expecting = Not expecting this?
letter-not-expecting-call = Call us on { $phone }, and keep the code to yourself.

## The application's own page, for managers
application-heading = Application
application-saved = Saved. The changes apply from now on
application-name = Name
application-id = Application ID
application-methods-heading = Type and methods
application-kind = Application type
application-kind-web = A web application or a server
application-kind-mobile = A mobile app
application-changed = Another manager changed this while the page was open. Check it and save again
application-mobile = A mobile app cannot create connect requests
application-methods = Methods
application-methods-connect = ConnectPackage methods
application-methods-connect-hint = Needed to create connect requests, in the staff area or through the API
application-methods-v1 = Version 1 sessions
application-methods-v1-hint = Turn this off unless a client needs it. Version 1 signatures have no timestamp, so a copied request can be replayed
application-save = Save
application-rules-heading = Permissions
application-rules-about = Patients see these before they authorize. They apply whether or not the patient is signed in
application-rules-none = No permissions yet. Patients can connect, but the application cannot access any data.
application-rule-grants = { $permissions }: { $types }
application-rule-grants-nothing = No access to data
application-rule-optional = Optional for the patient
application-rule-remove = Remove “{ $name }”
application-rule-remove-ask = Remove this permission?
application-rule-remove-what = New patients are no longer asked for it.
application-rule-remove-granted = Your application loses this access to the data of patients who agreed to it.
application-rule-remove-do = Remove permission
application-rule-remove-leave = Keep the permission
application-rule-new = Add a permission
application-rule-name = What the clinic will be able to do
application-rule-name-hint = In the patient’s words, for example: See your medicines
application-rule-why = Why
application-rule-why-hint = For example: So that we do not prescribe anything that could harm you
application-rule-choice = Does the patient have to agree to this?
application-rule-permissions = Allowed actions
application-permission-read = Read
application-permission-create = Create
application-permission-update = Update
application-permission-delete = Delete
application-rule-types = Data types
application-rule-other-types = Other data types
application-rule-other-types-hint = IDs, separated by spaces
application-rule-add = Add permission
application-rule-empty = Fill in this field
application-rule-long = This field must be { $max } characters or fewer
application-rule-invisible = This field contains a hidden character. Type it again
application-rule-known = There is already a permission with this name. Remove it first, or choose another name
application-types-wrong = Enter data type IDs like 30cafccc-047d-4288-94ef-643571f7919d, separated by spaces
application-certificates-heading = Certificates
application-certificates-about = The application signs with one of these certificates when it opens a session. To rotate one, add the new certificate, switch the application to it, then remove the old certificate.
application-certificates-none = No certificates yet. The application needs one to use the XML platform.
application-certificate-until = Expires on { $until }
application-certificate-ends-soon = Expires soon, on { $until }. Add a new certificate before then
application-certificate-remove = Remove certificate
application-certificate-remove-ask = Remove this certificate?
application-certificate-remove-what = Your application can no longer sign with it. Its open sessions end immediately.
application-certificate-remove-do = Remove certificate
application-certificate-remove-leave = Keep the certificate
application-file = Certificate file
application-file-hint = A .cer, .crt or .pem file with the public certificate. Never upload the private key
application-file-add = Add certificate
application-file-none = Choose a file
application-file-unreadable = This file is not a certificate with an RSA key. Choose a .cer, .crt or .pem file
application-file-expired = This certificate has expired. Create a new one
application-file-known = The application already has this certificate

audit-heading = Audit log
audit-about = Who did what, newest first. Entries cannot be changed or deleted. Times are in { $zone }.
audit-export = Download as CSV
audit-what = Action
audit-all = All actions
audit-everybody = Everyone
audit-day = On or before
audit-when = Time
audit-who = Who
audit-outcome = Result
audit-next = Older entries
audit-none = No entries match
audit-who-staff = A member of staff
audit-who-person = Patient
audit-who-application = Application
audit-who-code-holder = Someone with a code
audit-who-nobody = Unknown
audit-who-system = Patient Connect (automatic)
audit-who-command-line = Operator
audit-connect-request-create = Code created
audit-connect-request-mail = Code emailed
audit-connect-request-remind = Reminder emailed
audit-connect-request-notice = Patient emailed about locked code
audit-connect-request-answer = Question answered
audit-connect-request-authorize = Patient connected
audit-connect-request-check-record = Patient asked whether the record is the right one
audit-connect-request-change-record = Record changed by the patient
audit-connect-request-not-me = Code reported as meant for someone else
audit-connect-request-rename = Patient ID changed
audit-connect-request-replace = Code replaced
audit-connect-request-delete = Request cancelled
audit-connect-request-expire = Code expired
audit-authorization-disconnect = Patient disconnected
audit-authorization-change = Permissions changed by the patient
audit-authorization-export = Connected patients downloaded
audit-thing-read = Record read
audit-thing-write = Record changed
audit-thing-remove = Data removed from a record
audit-alternate-id-add = Alternate ID added
audit-alternate-id-remove = Alternate ID removed
audit-person-settings-set = Application settings for a patient changed
audit-application-add = Application added
audit-application-set = Settings changed
audit-application-set-logo = Logo changed
audit-application-add-key = API key created
audit-application-revoke-key = API key revoked
audit-certificate-add = Certificate added
audit-certificate-remove = Certificate removed
audit-platform-session-open = XML platform session opened
audit-staff-add = Staff account added
audit-staff-set-password = Password changed
audit-staff-disable = Staff account deactivated
audit-staff-enable = Staff account reactivated
audit-staff-sign-in = Staff sign-in
audit-staff-sign-out = Staff sign-out
audit-demonstration-patient = Demonstration patient created
audit-audit-export = Audit log downloaded
audit-account-start = Account started
audit-account-resend-digits = Digits sent again
audit-account-confirm = Email address confirmed
audit-account-forgot-password = New password asked for
audit-account-reset-password = New password chosen by a patient
audit-account-sign-in = Patient signed in
audit-account-sign-out = Patient signed out
audit-account-clear-locks = Locks on an account cleared
audit-account-change-name = Name changed by a patient
audit-account-change-password = Password changed by a patient
audit-account-change-email = Email address changed by a patient
audit-account-undo-email = Change of an email address undone
audit-account-add-passkey = Passkey added
audit-account-rename-passkey = Passkey renamed
audit-account-remove-passkey = Passkey removed
audit-account-set-authenticator = Authenticator app set up
audit-account-remove-authenticator = Authenticator app switched off
audit-account-reset-authenticator = Authenticator app reset
audit-account-renew-recovery-codes = Recovery codes created
audit-account-second-step-missing = Person told that the second step never came
audit-account-set-preferences = Settings changed by a patient
audit-account-download = Data downloaded by a patient
audit-account-delete = Account deleted by a patient
audit-record-make = Record created by a patient
audit-record-change = Record renamed by a patient
audit-record-remove = Record removed by a patient
audit-record-keep = Record of a grown child kept by their parent
audit-record-invite = Person invited to a record
audit-record-join = Person joined a record
audit-record-remove-custodian = Person removed from a record
audit-record-add-item = Item added by a patient
audit-record-change-item = Item changed by a patient
audit-record-remove-item = Item removed by a patient
audit-installation-set-mail = Mail server changed
audit-installation-set-text = Text of a public page changed

requests-export = Download connected patients

application-keys = Manage API keys

keys-heading = API keys
keys-about = Your clinic’s application calls the API with a key. To replace a key without downtime, create a new key, give it to the application, then revoke the old key.
keys-api = API reference
keys-none = No API keys yet. Your application needs one to call the API.
keys-one = Created { $made }
keys-make = Create API key
keys-made = Your new API key
keys-made-next = Copy it now and give it to your application. It is shown only once. If you lose it, create another one.
keys-revoke = Revoke the key created { $made }…
keys-revoke-heading = Revoke this API key?
keys-revoke-stops = Your clinic’s application can no longer use this key. Its calls fail at once.
keys-revoke-do = Revoke key
keys-revoke-leave = Keep the key

overview-heading = Overview
overview-about = Requests created in the last 12 months. A replaced code counts as another one.
overview-file = Download the numbers
overview-none = No codes yet. Once you create some, this page shows how many were used.
overview-too-few = Too few to say
overview-percent = { $percent }%
overview-connected = Connected
overview-of = { $connected } of { $of } codes. Codes that you replaced or cancelled do not count.
overview-part = { $connected } of { $of }
overview-before = The year before: { $percent }%
overview-until = Days until connected
overview-days = { $days ->
    [0] Same day
    [one] 1 day
   *[other] { $days } days
}
overview-median = Half of the patients are as fast or faster.
overview-slowest = { $days ->
    [0] The slowest tenth connect on the same day, too.
    [one] The slowest tenth take 1 day or more.
   *[other] The slowest tenth take { $days } days or more.
}
overview-ending = Expire this week
overview-ending-list = Show them
overview-attention = Need attention
overview-locked-list = { $count ->
    [one] 1 code is locked
   *[other] { $count } codes are locked
}
overview-mail-list = { $count ->
    [one] 1 email has a delivery problem
   *[other] { $count } emails have a delivery problem
}
overview-funnel = Where patients stop
overview-step = Step
overview-reached = Codes
overview-lost = Stopped before this step
overview-made = Created
overview-handed-over = Emailed or on a letter
overview-entered = Code entered
overview-answered = Answer right
overview-most-lost = { $step ->
    [1] Most codes that led to no connection were never emailed: { $lost } of { $of }.
    [2] Most codes that led to no connection were never entered: { $lost } of { $of }.
    [3] Most codes that led to no connection stopped at the question: { $lost } of { $of }.
   *[other] Most codes that led to no connection stopped after the right answer: { $lost } of { $of }.
}
overview-share = Share
overview-channel = By channel
overview-channel-way = Channel
overview-email = Email
overview-letter = Letter
overview-both = Letter and email
overview-language = By language
overview-language-one = Language
overview-language-name = { $tag ->
    [en] English
    [ar] Arabic
    [de] German
    [es] Spanish
    [fr] French
    [hi] Hindi
    [it] Italian
    [pl] Polish
    [pt] Portuguese
    [ru] Russian
    [tr] Turkish
    [uk] Ukrainian
    [vi] Vietnamese
    [zh] Chinese
    [none] Not known
   *[other] { $tag }
}
overview-days-about = { $patients ->
    [one] 1 patient.
   *[other] { $patients } patients. Half of them connected within { $median } days, the slowest tenth after { $slowest } days or more.
}
overview-after = Days
overview-patients = Patients
overview-same-day = Same day
overview-day-range = { $from } to { $to } days
overview-days-or-more = { $days } days or more
overview-table = Month by month
overview-table-about = Each code counts in the month in which it was created, whenever its result came.
overview-month = Month
overview-all-months = All months
overview-expired = Expired
overview-locked = Locked
overview-wrong-person = Wrong person
overview-withdrawn = Replaced or cancelled

team-heading = Team
team-about = When someone leaves, deactivate their account here. They are signed out at their next click. Their entries stay in the audit log.
team-name = Name
team-role = Role
team-may = Access
team-front-desk = Front desk
team-manager = Manager
team-operator = Operator
team-you = This is you
team-disabled = (deactivated)
team-disable = Deactivate { $name }
team-enable = Reactivate { $name }
team-oneself = You cannot deactivate your own account. Ask another manager
team-not-found = This person is no longer in your team. Nothing was changed

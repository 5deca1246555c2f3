# Words at the desk, and of the letter that is printed there.
# Plain words, short sentences. A message at a field has no full stop at its end.

## Sign in

staff-sign-in-heading = Sign in to the desk
staff-sign-in-help = Do you have no account yet? Ask a manager of your clinic for an invitation.
staff-sign-in-patients = I am a patient

## States and mail, in a word

standing-waiting = Waiting
standing-connected = Connected
standing-ended = Ended
standing-stopped = Stopped
standing-refused = Not theirs
standing-replaced = Replaced
standing-deleted = Cancelled
connection-connected = Connected
connection-disconnected = Disconnected
code-beside-waiting = New code created
code-beside-ended = Code expired
code-beside-stopped = Code locked
code-beside-refused = Wrong person used the code
mail-state-none = None
mail-state-queued = On its way
mail-state-late = Not sent yet, trying again
mail-state-sent = Sent
mail-state-failed = Failed
mail-state-unknown = Uncertain

## The list

requests-heading = Requests
requests-new = New request
requests-state = State
requests-state-all = All
requests-search = Name or clinic ID
requests-show = Show
requests-patient = Patient
requests-external-id = Clinic ID
requests-made = Made
requests-ends = Code ends
requests-no-end = –
requests-mail = Email
requests-none = No requests yet
requests-none-next = Make the first one while the patient is with you. Choose “New request”: five fields, about a minute.
requests-none-found = No request fits your search
requests-show-all = Show all requests
requests-next = Older

## Why no code can be made

may-not-mobile = Your clinic’s system is a mobile one, and those may not make codes. Ask the person who looks after Patient Connect
may-not-methods = Making codes is switched off for your clinic’s system. Ask the person who looks after Patient Connect

## One request

request-nameless = Request for clinic ID { $id }
request-title = { $id }: { $name }
request-back = All requests
request-connected-since = Connected since
request-connected-from = Was connected since
request-disconnected = Disconnected
request-disconnected-by-patient = By the patient on { $at }
request-disconnected-by-application = By your clinic’s application on { $at }
request-shared-heading = Two of your patients share one record
request-shared = The same record is also connected as { $ids }. Check which patient it belongs to. If both IDs are for one patient, merge them below.
request-qr = QR code of the link
request-print = Print letter
request-tell = What to tell the patient
request-tell-go = Go to { $address }, or open the link in your email.
request-tell-go-letter = Go to { $address }, or point your phone camera at the picture in your letter.
request-tell-code = Enter the code. It is yours alone, so keep it to yourself.
request-tell-answer = Answer the question we agreed on. Then sign in and choose your record.
request-tell-until = The code ends on { $date }.
request-tell-help = If you get stuck, call us. We never ask for the answer.
request-over = This code does not work any more
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
request-mail-queued = We are sending it. Open this page again in a minute to see what became of it.
request-mail-late = The mail server did not take it yet. We try again for more than a day. If the patient cannot wait, hand over a letter.
request-mail-said = For whoever looks after your mail, this is what went wrong: “{ $said }”
request-mail-failed = The mail server would not take it. Check the address, or hand over a letter.
request-mail-unknown = The connection broke while we were sending, so we do not know whether it arrived. Ask the patient. Sending again is safe: at worst they get the same code twice.
request-email = Email address
request-send = Send email
request-resend = Send email again
request-email-empty = Enter the email address to send the code to
request-already-queued = An email is already on its way. Wait until it has gone out
request-nothing-to-send = There is no working code to send. Make a new code first
request-reissue-what = Replaces the code. The question and answer stay the same.
request-reissue-connected = The patient stays connected.
request-reissue = Replace code…
request-replaced = The code was replaced. The old code no longer works.
request-replaced-email = We email the new code to the patient.
request-replaced-letter = Print the new letter and give it to the patient.
request-replaced-both = We email the new code to the patient. Print the new letter too.
request-cancel-what = The code stops working. The clinic ID is free for a new request.
request-cancel = Cancel request…
confirm-back = Back to the request
confirm-request = { $name }, clinic ID { $id }
ask-changed = This changed while the page was open. Check it again. Nothing was done
confirm-replace-heading = Replace this code?
confirm-replace-stops = The old code stops working at once. A letter or email with it is of no more use.
confirm-replace-stays = The question and answer stay the same.
confirm-replace-connected = The patient stays connected.
confirm-replace-email = We email the new code to { $email }.
confirm-replace-letter = You print the new letter and give it to the patient.
confirm-replace = Replace code
confirm-replace-leave = Keep the old code
confirm-cancel-heading = Cancel this request?
confirm-cancel-stops = The code stops working at once. A letter or email with it is of no more use.
confirm-cancel-frees = The clinic ID { $id } is free for a new request.
confirm-cancel-final = You cannot undo this.
confirm-cancel = Cancel request
confirm-cancel-leave = Keep the request
request-connected = The patient is connected, so this request cannot be cancelled. You can make a new code instead
request-already-over = This code was cancelled or replaced in the meantime. Nothing was changed
request-unavailable = Sorry, there is a problem. Nothing was changed. Try again in a minute
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
request-stopped-next = Nobody has seen any data. Speak to the patient, agree on an answer they will remember, and make a new code here.
request-again = New code with a new answer
request-again-question-hint = This is the old question. Keep it, or agree on another one.
request-again-typed = The patient typed question and answer. You hand the screen over again, and the patient types new ones.
request-again-phrase = We create four new secret words. You see them once and give them to the patient.
request-again-make = Make the new code
request-again-old = The old code stays locked.
request-wrong-why = Why answers go wrong
request-wrong-long = The answer is long, or nobody is sure how to spell it.
request-wrong-home = Someone else in the home opened the letter.
request-wrong-hurry = The patient chose the answer in a hurry.
request-timeline = History
request-timeline-zone = Times are in { $zone }.
happened-made = Code made
happened-mailed = Email sent
happened-mail-failed = Email failed
happened-mail-unknown = Email may not have arrived
happened-mail-dropped = Email not sent, because the code was over
happened-reminded = Reminder sent
happened-reminder-failed = Reminder may not have arrived
happened-noticed = The patient was told by email that the code was stopped
happened-notice-failed = The email about the stopped code may not have arrived
happened-wrong-answer = Wrong answer
happened-connected = Connected
happened-record-checked = The patient was asked whether the record is the right one
happened-record-changed = The patient changed which record is connected
happened-connected-all-the-same = Connected, although the record has another name than the letter
happened-permissions-changed = The patient changed what your clinic can do
happened-disconnected = Disconnected by the patient
happened-given-up = Disconnected by your clinic’s application
happened-not-me = The person who got it said that it was not meant for them
happened-ended = Code ended unused
happened-stopped = Code stopped after too many wrong answers
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
letter-print = To print this letter, use your browser’s print command. It fits on one page of A4 or US Letter paper.
letter-phone = Phone { $phone }
letter-heading = Your connection code
letter-for = This is for
letter-what = With this code you can connect a health record of your choice to { $clinic }. You decide, and you can stop it at any time.
letter-step-go = On your phone or computer, open this address:
letter-step-code = Enter the code below. Small letters and spaces are fine.
letter-step-answer = Answer your question, sign in and choose the record.
letter-qr = QR code that opens the page with your code
letter-qr-caption = Point your phone camera here
letter-code = Your code
letter-ends = This code ends on { $date }
letter-question = You will be asked the question you agreed with us. It is not printed here. We never ask for the answer on the phone.
letter-help = Something does not work? Call us on { $phone }. We can make you a new code; you do not need to visit.
letter-not-expecting = Not expecting this?
letter-not-expecting-call = Call us on { $phone }, and keep the code to yourself.

## The application's own page, for managers
application-heading = Application
application-saved = Saved. It holds from now on
application-name = Name
application-id = Application ID
application-methods-heading = What it is
application-kind = Kind of application
application-kind-web = A web application or a server
application-kind-mobile = A mobile application
application-changed = Another manager changed this while the page was open. Check it and save again
application-mobile = A mobile application cannot make connect requests
application-methods = Methods
application-methods-connect = ConnectPackage methods
application-methods-connect-hint = Needed to make connect requests, at the desk and by the application itself
application-methods-v1 = Sessions of version 1
application-methods-v1-hint = Switch this off when no client needs it. The signature of such a session carries no time, so a copy of it can be sent again
application-save = Save
application-rules-heading = What it asks patients for
application-rules-about = Patients read these before they authorize. They hold while the patient is not there
application-rules-none = No rules yet: patients authorize a connection without access to any data.
application-rule-grants = { $permissions }: { $types }
application-rule-grants-nothing = Grants no access to data
application-rule-optional = The patient may leave it out
application-rule-remove = Remove “{ $name }”
application-rule-remove-ask = Remove this rule?
application-rule-remove-what = New patients are not asked for it any more.
application-rule-remove-granted = Your application loses this access to the data of patients who agreed to it.
application-rule-remove-do = Remove rule
application-rule-remove-leave = Keep the rule
application-rule-new = Add a rule
application-rule-name = What the clinic will be able to do
application-rule-name-hint = In the patient’s words, for example: See your medicines
application-rule-why = Why
application-rule-why-hint = For example: So that we never prescribe something that harms you
application-rule-choice = Must the patient agree to it?
application-rule-permissions = Permissions
application-permission-read = Read
application-permission-create = Create
application-permission-update = Update
application-permission-delete = Delete
application-rule-types = Types of data
application-rule-other-types = Other types
application-rule-other-types-hint = Their IDs, with blanks between them
application-rule-add = Add rule
application-rule-empty = Fill in this line
application-rule-long = This line is too long. It can have { $max } characters at most
application-rule-invisible = This line contains a hidden character. Type it again
application-rule-known = There is a rule of this name. Remove that one first, or choose another name
application-types-wrong = A type is an ID like 30cafccc-047d-4288-94ef-643571f7919d. Check what you typed
application-certificates-heading = Certificates
application-certificates-about = The application signs with one of these when it opens a session. To change one, add the new one, move the application over, then remove the old one.
application-certificates-none = No certificate yet: the XML platform lets this application in once there is one.
application-certificate-until = Good until { $until }
application-certificate-ends-soon = Good until { $until } only. Add a new one in time
application-certificate-remove = Remove this certificate
application-certificate-remove-ask = Remove this certificate?
application-certificate-remove-what = Your application can no longer sign with it. Its open sessions end at once.
application-certificate-remove-do = Remove certificate
application-certificate-remove-leave = Keep the certificate
application-file = Certificate file
application-file-hint = A .cer, .crt or .pem file with the public certificate, never the private key
application-file-add = Add certificate
application-file-none = Choose a file first
application-file-unreadable = This is no certificate with an RSA key. Choose a .cer, .crt or .pem file
application-file-expired = The time of this certificate is over. Make a new one
application-file-known = The application has this certificate already

audit-heading = Audit log
audit-about = Who did what, the latest first. Records cannot be changed or removed. Times are in { $zone }.
audit-export = Download as a file
audit-what = What
audit-all = Everything
audit-everybody = Everybody
audit-day = Up to this day
audit-when = When
audit-who = Who
audit-outcome = Result
audit-next = Earlier records
audit-none = There are no records of this kind yet
audit-who-staff = Somebody at the desk
audit-who-person = A patient
audit-who-application = The application
audit-who-code-holder = Somebody with a code
audit-who-nobody = Somebody unknown
audit-who-system = Patient Connect, on time
audit-who-command-line = The operator
audit-connect-request-create = Code made
audit-connect-request-mail = Code mailed
audit-connect-request-remind = Patient reminded
audit-connect-request-notice = Patient told that the code was stopped
audit-connect-request-answer = Question answered
audit-connect-request-authorize = Patient connected
audit-connect-request-check-record = Patient asked whether the record is the right one
audit-connect-request-change-record = Record changed by the patient
audit-connect-request-not-me = Patient said that the code was not meant for them
audit-connect-request-rename = ID changed
audit-connect-request-replace = Code replaced
audit-connect-request-delete = Code cancelled
audit-connect-request-expire = Code ended
audit-authorization-disconnect = Disconnected
audit-authorization-change = Permissions changed by the patient
audit-authorization-export = Connected patients exported
audit-thing-read = Record read
audit-thing-write = Record written
audit-thing-remove = Taken out of a record
audit-alternate-id-add = Own name for a record added
audit-alternate-id-remove = Own name for a record removed
audit-person-settings-set = Application settings for a patient changed
audit-application-add = Application added
audit-application-set = Settings changed
audit-application-set-logo = Logo changed
audit-application-add-key = API key made
audit-application-revoke-key = API key revoked
audit-certificate-add = Certificate added
audit-certificate-remove = Certificate removed
audit-platform-session-open = Session of the XML platform
audit-staff-add = Colleague added
audit-staff-set-password = Password set
audit-staff-disable = Colleague shut out
audit-staff-enable = Colleague let in again
audit-staff-sign-in = Signed in to the desk
audit-staff-sign-out = Signed out of the desk
audit-demonstration-patient = Demonstration patient made
audit-audit-export = Audit log exported
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
audit-account-set-preferences = Settings changed by a patient
audit-account-download = Data downloaded by a patient
audit-account-delete = Account deleted by a patient
audit-record-make = Record created by a patient
audit-record-change = Record renamed by a patient
audit-record-remove = Record removed by a patient
audit-record-invite = Person invited to a record
audit-record-join = Person joined a record
audit-record-remove-custodian = Person removed from a record
audit-record-add-item = Item added by a patient
audit-record-change-item = Item changed by a patient
audit-record-remove-item = Item removed by a patient
audit-installation-set-mail = Mail server changed
audit-installation-set-text = Text of a public page changed

requests-export = Download connected patients

application-keys = See, make and revoke them

keys-heading = API keys
keys-about = Your clinic’s own system calls the API with a key. To change a key without a pause, make a new one, give it to that system, then revoke the old one.
keys-api = What that system can ask for
keys-none = There is no key: the API answers nobody for your clinic.
keys-one = Made { $made }
keys-make = Make a key
keys-made = Your new key
keys-made-next = Copy it now and give it to your clinic’s system. It is shown this once: nobody can read it later. If it gets lost, make another one.
keys-revoke = Revoke the key made { $made }…
keys-revoke-heading = Revoke this API key?
keys-revoke-stops = Your clinic’s application can no longer use this key. Its calls fail at once.
keys-revoke-do = Revoke key
keys-revoke-leave = Keep the key

overview-heading = Overview
overview-about = The last 12 months. A code that is made again for the same patient counts as another one.
overview-none = No codes yet. Once you make some, this page shows how many of them were used.
overview-sum = { $made ->
    [one] { $made } code made
   *[other] { $made } codes made
}, { $connected ->
    [one] { $connected } patient connected
   *[other] { $connected } patients connected
}.
overview-made = Codes made
overview-mailed = Emails sent
overview-connected = Connected
overview-unused = Ended unused
overview-picture = Bars for each month: codes made, connected, ended unused. The table below has the same numbers
overview-table = The same numbers by month
overview-month = Month
overview-channels = ({ $mail } by email, { $letter } by letter)

team-heading = Team
team-about = Whoever leaves is shut out here: their next click ends their session. What they did stays in the audit log.
team-name = Name
team-role = Role
team-may = Access
team-front-desk = Front desk
team-manager = Manager
team-operator = Operator
team-you = This is you
team-disabled = (shut out)
team-disable = Shut { $name } out
team-enable = Let { $name } in again
team-oneself = You cannot shut yourself out. Another manager can
team-not-found = There is nobody like that in your team any more. Nothing was changed

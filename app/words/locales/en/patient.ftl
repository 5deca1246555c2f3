# Words on patients' pages: from the code to "You are connected", the account, and what can go wrong.
# Plain words, short sentences. A message at a field has no full stop at its end.

continue = Continue
go-to-start = Go to the start page
clinic-hours = Open:
clinic-logo = Logo of { $clinic }
call-clinic = Call { $clinic } on { $phone }

## The start page

home-title = Connect to your clinic
home-heading = Connect your health record to your clinic
home-intro = Your clinic gives you a code. You choose the record, and you decide. Nothing is shared before you say yes.
home-code = I have a code from my clinic
home-code-hint = It has 20 letters. You find it in your letter or email.
home-sign-in = Sign in to your records
home-account = Go to your records
home-account-hint = See which clinics are connected, or disconnect one.
home-staff = For clinic staff

## The code

code-heading = Enter your code
code-hint = It has 20 letters, like JKYZ-QNMN-VHRX-ZGNR-GZNH. Small letters and spaces are fine.
code-picture = A letter. The code stands in a box below the steps.
code-where = In a letter, your code stands in a box. In an email, it stands on a line of its own.
code-from-link = If you came here from a link in an email, type or paste the code from that email.
code-empty = Enter the code from your letter or email
code-too-short = Your code has { $length } letters. You have entered { $entered }. Check your letter for missing letters
code-too-long = Your code has { $length } letters. You have entered { $entered }. Check your letter and take away what does not belong to the code
code-impossible = { $sign ->
    [letter] Codes do not use the letter { $letter } or any numbers
    [number] Codes do not use any numbers
   *[other] Codes use letters only
  }. Check the { NUMBER($position, type: "ordinal") ->
    [one] { $position }st
    [two] { $position }nd
    [few] { $position }rd
   *[other] { $position }th
  } letter
code-check-letter = One of the letters does not fit. Check each group against your letter
code-unknown = We do not recognise that code. Check it against your letter. If it still does not work, ask the clinic that gave it to you for a new one
code-slow-down = Too many codes have been tried from this network. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again. Your code is still good
code-unavailable = Sorry, there is a problem. Your code has not been used. Try again in a few minutes

## The question

question-title = Your question
question-who = { $clinic } asks
question-hint = { $blanks ->
    [count] Type the answer you agreed with { $clinic }. Capital letters do not matter, spaces do.
    [never] Type the words that { $clinic } gave you, in their order. Capital letters and spaces do not matter.
   *[lenient] Type the answer you agreed with { $clinic }. Capital letters do not matter.
  }
question-left = { $left ->
    [one] You can try 1 more time. Then the code stops, to keep your record safe.
   *[other] You can try { $left } more times. Then the code stops, to keep your record safe.
  }
question-cannot-remember = I cannot remember
question-not-me = This was not meant for me
question-empty = Enter the answer to the question
question-too-long = Your answer is too long. It can have { $max } characters at most
question-invisible = Your answer contains a hidden character. Type it instead of pasting it
question-blank = Your answer { $end ->
    [start] starts
   *[finish] ends
  } with a space. Take it away and try again. This did not use up a try
question-wrong = That is not the answer we were given. { $left ->
    [one] You can try 1 more time. If you are not sure, call { $clinic } on { $phone } first
   *[other] You can try { $left } more times. { $blanks ->
        [count] Capital letters do not matter, spaces do
        [never] Capital letters and spaces do not matter
       *[lenient] Capital letters do not matter
      }
  }
question-full-stop = Your answer ends with a full stop. Take it away and try again. This did not use up a try
question-repeated = You have tried this answer before. It is not the one we were given. This did not use up a try
question-others-waiting = Another answer is being checked just now. Wait a moment and try again. This did not use up a try
question-unavailable = Sorry, there is a problem. Your answer has not been checked, and this did not use up a try. Try again in a few minutes

## I cannot remember

cannot-remember-heading = If you cannot remember the answer
cannot-remember-no-try = You have not used up a try by coming here.
cannot-remember-think = It is the answer you agreed with { $clinic } when you were there. Think of how you said it, word for word.
cannot-remember-call = If it does not come back to you, call { $clinic } on { $phone }. They can make you a new code with a new question.
cannot-remember-back = Go back to the question

## This was not meant for me

not-me-heading = Was this code meant for you?
not-me-hint = { $clinic } made it for one person.
not-me-no = No, it was not meant for me
not-me-no-hint = The code stops working, and we tell { $clinic }.
not-me-yes = Yes, it is for me
not-me-yes-hint = You go back to the question.
not-me-nothing-chosen = Choose whether this code was meant for you

## Which record

record-title = Choose a record
record-for = This is for
record-heading = Which record do you want to connect to { $clinic }?
record-signed-in = Signed in as { $name }
record-not-you = Not you? Change the account
record-connected = Already connected to { $clinic }. Created on { $date }.
record-spoken-of = This may be the record that { $clinic } means. Created on { $date }.
record-connected-and-spoken-of = This may be the record that { $clinic } means. It is already connected. Created on { $date }.
record-new = Someone else: make a new record
record-name-label = Name of the person
record-first-heading = Make a record to connect to { $clinic }
record-first-intro = You have no record yet. A record holds the health data of one person: you, or someone you care for.
record-nothing-chosen = Choose a record, or make a new one
record-name-empty = Enter the name of the person the new record is for
record-name-too-long = The name is too long. It can have { $max } characters at most
record-name-taken = You already have a record with this name. Choose that record, or add something to the name, such as a birth year
record-name-invisible = The name contains a hidden character. Type it instead of pasting it

## Authorize

authorize-heading = Do you want to connect { $record } to { $clinic }?
authorize-will = { $clinic } will be able to:
authorize-learns = { $clinic } will know that this record is yours. It does not ask for anything else now.
authorize-optional = You can also let { $clinic } do this
authorize-optional-hint = Tick only what you want. It works without.
authorize-connected = { $record } is already connected to { $clinic }. If you authorize again, what you choose on this page is what counts.
authorize-learns-heading = What { $clinic } will learn about you
authorize-learns-holder = Your name: { $name }
authorize-learns-record = The name of this record: { $record }
authorize-learns-dates = The dates when you created this record and when you connected it
authorize-learns-ids = An ID number for you and one for this record. Every clinic that you connect this record to gets the same two numbers.
authorize-learns-not = { $clinic } will not learn your email address or the names of records that you do not connect to it.
authorize-stop = You can stop it at any time: open your records and choose Disconnect.
authorize-privacy = Privacy statement of { $clinic }
authorize-terms = Terms of { $clinic }
authorize-only-if = Only continue if { $clinic } gave you this code.
authorize-yes = Authorize
authorize-no = No, do not connect
authorize-changed = This page has changed since you opened it: { $clinic } may ask for something else now. Nothing is connected yet. Read the page again, then choose
authorize-nothing-chosen = Choose “Authorize” or “No, do not connect”

## Whom the letter is for, and which record is connected

pair-letter = The letter is for:
pair-letter-unknown = A name that we no longer keep
pair-record = You are connecting:
pair-match = The names match.
pair-cannot-tell = Check that this is the same person.
pair-differs = The names are not the same. Check your letter.
pair-better = Another of your records fits the letter better. Check your letter.
pair-all-the-same = The names are not the same. You told us that this is the right record.
pair-elsewhere = Choose another record

right-record-heading = Is this the right record?
right-record-legend = Whose record does the clinic mean?
right-record-hint = If you connect the wrong record, one person’s results end up in another person’s record.
right-record-better = We will choose this record for you. You created it on { $date }.
right-record-another = Another record
right-record-another-hint = You will go back and choose another record, or create a new one.
right-record-this-hint = The letter says “{ $letter }”, but it is meant for { $record }.
right-record-not-sure = I am not sure
right-record-not-sure-hint = We will show you how to ask the clinic. Your code still works.
right-record-stop = Stop here, do not connect
right-record-nothing-chosen = Choose the record that the clinic means
right-record-changed = This page has changed since you opened it. Nothing is connected yet. Read it again, then choose

not-sure-heading = Ask the clinic which record it means
not-sure-code = Nothing is connected. Your code works until { $date }.
not-sure-connection = We have not changed anything. Your connection stays as it is.
not-sure-ask = Call { $clinic } on { $phone }. Ask whose letter this is, then come back.
not-sure-back = Go back to the decision

## The wrong record

change-heading = Is { $record } the wrong record for { $clinic }?
change-what = Choose the right record. We connect it to { $clinic } and end the connection to the wrong one.
change-read = { $clinic } has already read health information in { $record }. It may keep what it has read.
change-not-read = { $clinic } has not read any health information in { $record }. Its system may already know the name of the record.
change-written = { $clinic } has added health information to { $record }. What it added stays there. Ask the clinic to remove it.
change-may = { $clinic } will be able to do the same as before, now with the right record:
change-letter = Which letter is connected to the wrong record?
change-letter-hint = More than one letter is connected to this record.
change-record = Which record is the right one?
change-record-connected = Already connected to { $clinic }. Created on { $date }.
change-continue = Change the record
change-keep = Keep { $record } connected
change-no-letter = Choose the letter that is connected to the wrong record
change-nothing-chosen = Choose the right record or create a new one
change-changed = This page has changed since you opened it. Nothing has been changed yet. Read it again, then choose
changed-heading = { $record } is now connected to { $clinic }
changed-former = { $record } is no longer connected. { $clinic } can no longer open it.
changed-still-connected = { $record } stays connected to { $clinic }, because another letter connects it.
change-too-late-heading = You can no longer change this record here
change-too-late-next = You can change a record for { $hours } hours after you connect it. Disconnect it now: open your records and choose Disconnect. Then call { $clinic } on { $phone } and ask for a new code.
change-ended-heading = This connection has already ended
change-ended-next = It was disconnected, or its record was changed. Nothing was changed now. Your records show what is connected.

## Connected

done-heading = You are connected to { $clinic }
done-record = { $record } is now connected.
done-message = A message from { $clinic }
done-next = What happens next
done-next-clinic = { $clinic } is told when its system next asks us. For most clinics that is within one day.
done-next-nothing = You do not need to do anything else.
done-receipt = We are sending a receipt to { $email }.
done-receipt-heading = Your receipt
done-receipt-clinic = Clinic
done-wrong-record = Wrong record?
done-wrong-record-how = You can change the record for { $hours } hours after you connect it.
done-change-record = Change it
done-stop = How to stop it
done-stop-how = You can disconnect { $clinic } at any time. Open your records and choose Disconnect.
done-print = You can print this page for your papers.
done-account = Go to your records

## Not connected

declined-heading = You are not connected
declined-nothing-shared = We have not shared anything with { $clinic }.
declined-until = Your code works until { $date }. If you change your mind, enter it again.

## How a code ends

ended-heading = This code ended on { $date }
ended-next = Call { $clinic } on { $phone } and ask for a new one. You do not need to visit.
replaced-heading = { $clinic } has since made you a newer code
replaced-next = Use your newest letter or email, dated { $date }.
stopped-heading = This code has been stopped because the answer was wrong too many times
stopped-next = This keeps your record safe. Call { $clinic } on { $phone } for a new code.
withdrawn-heading = { $clinic } has withdrawn this code
withdrawn-next = Call { $phone } if you did not expect that.
refused-heading = You told us that this code was not meant for you
refused-next = If that was a mistake, call { $clinic } on { $phone }.
used-heading = This code has already been used
used-next = If that was not you, call { $clinic } on { $phone } now.
thanks-heading = Thank you for telling us
thanks-next = We have not shared anything and we have told { $clinic }.
thanks-connected-next = Somebody has already connected with this code. We have told { $clinic }. If you are worried about your own record, call { $phone }.
timed-out-heading = Your time on this page has run out
timed-out-next = To keep your record safe, we stop after { $minutes } minutes. Your code has not been used. Enter it again to go on.
not-started-heading = Start with your code
not-started-next = This page opens once you have entered the code from your letter or email.
enter-code = Enter your code
newer-code = Enter your newer code

## When something goes wrong

trouble-heading = Sorry, there is a problem
trouble-unavailable = Your code has not been used. Try again in a few minutes.
trouble-unavailable-phone = Your code has not been used. Try again in a few minutes or call { $phone }.
trouble-ours = Something went wrong on our side. Try again in a few minutes.
trouble-kept = What you typed is still on this page, except passwords and one-time codes. Wait a minute, then send it again.
signed-out-heading = You are no longer signed in
signed-out-next = What you typed is still on this page, except passwords and one-time codes. Sign in again in a new tab. Then come back to this page and send it again.
signed-out-sign-in = Sign in (opens a new tab)
signed-out-heading-code = You were away for a while
signed-out-next-code = What you typed is still on this page. Enter your code again in a new tab. Then come back to this page and send it again.
signed-out-code = Enter your code (opens a new tab)
trouble-send-again = Send it again
slow-down-heading = Too many tries from this network
slow-down-next = Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again. If you have a code, it is still good.
crowded-heading = Too many people are here from this network
crowded-next = Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again. If you have a code, it is still good.
crowded-kept = Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }, then send it again. What you typed is still on this page, except passwords and one-time codes.
not-found-heading = We cannot find this page
not-found-next = If you typed the address, check it. If you used a link, it may be an old one.
old-link-heading = This link belongs to an older system and leads nowhere here
old-link-next = If you have a letter or email with a code, enter the code from it. If you have none, call the clinic that gave you the link.
cross-site-heading = We did not take that
cross-site-next = It was sent from another website. If you meant it, start again here.
other-address-heading = This page has another address
other-address-next = Open { $url } and enter your details there. We have not saved anything.
other-address-open = Open the right address
too-large-heading = That was too much text
too-large-next = Go back, make it shorter and send it again.
broken-form-heading = We could not read this form
broken-form-next = A field of it is missing or came twice. Nothing was changed. Go back, reload the page and fill in the form again.
wrong-kind-next = It was not sent the way a web page sends a form. Nothing was changed. Go back, reload the page and fill in the form again.
wrong-method-heading = This page does not work that way
wrong-method-next = Go to the start page and try again from there.

## Sign in

sign-in-heading = Sign in
sign-in-why = Sign in, so that only you can open what { $clinic } sends.
email-label = Email address
password-label = Password
sign-in-forgot = Forgotten your password?
sign-in-create = Create an account
sign-in-create-prompt = No account yet?
sign-in-create-hint = It takes two minutes. Your code and your answer are kept.
email-empty = Enter your email address
password-empty = Enter your password
sign-in-wrong = The email address or the password is not right. Check both and try again
sign-in-locked-shortly = There were too many wrong tries. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
  } and try again
sign-in-locked = There were too many wrong tries. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again
sign-in-unavailable = Sorry, there is a problem. Try again in a few minutes

## Create an account

create-heading = Create an account
create-why = Create an account, so that only you can open what { $clinic } sends.
create-sign-in-prompt = You have an account?
name-label = Your name
email-digits-hint = We will send 6 digits to this address.
password-new-hint = Use { $min } characters or more. Three words that do not belong together work well.
name-empty = Enter your name
name-too-long = Your name is too long. It can have { $max } characters at most
name-invisible = Your name contains a hidden character. Type it instead of pasting it
email-too-long = The email address is too long. It can have { $max } characters at most
email-shape = Enter an email address like name@example.org
password-too-short = Your password is too short. Use { $min } characters or more
password-too-long = Your password is too long. It can have { $max } characters at most
password-common = Many people use a password like this one, so it is tried first. Use three words that do not belong together
password-personal = Your name, your email address or your clinic’s name can be guessed. Use words that have nothing to do with you
password-word = One word by itself is easy to guess. Add two more that do not belong to it
password-name = Names are easy to guess. Use three words that do not belong together
password-keys = Keys that lie side by side are easy to guess. Use three words that do not belong together
password-repeats = Saying the same thing again does not make a password harder to guess. Add two other words
password-sequence = Letters or numbers in a row are easy to guess. Use three words that do not belong together
password-date = Dates and years are easy to guess. Use three words that do not belong together
password-short = This password is still easy to guess. Add one or two words, better rare ones
create-slow-down = Too many accounts have been asked for from this network or for this address. Use the newest email we sent, or wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again

create-digits-prompt = Do you have 6 digits already?
create-digits = Enter them

digits-heading = Enter the 6 digits we sent you
digits-hint = We sent an email to { $email }. It can take a few minutes. Look in your spam folder too.
digits-resent = We have sent a new email to { $email }. Use the digits in the newest one.
digits-resend = Send new digits
digits-start-over = Use another email address
digits-prompt = No email?
digits-empty = Enter the 6 digits from the email
digits-shape = The email has 6 digits. Check what you entered
digits-wrong = These are not the digits we sent. { $left ->
    [one] You can try 1 more time
   *[other] You can try { $left } more times
  }
digits-over = These digits do not work any more. Choose “Send new digits”
digits-too-many-mails = We have already sent several emails to this address. Look for the newest one, or wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }

## An account that is finished in another browser

finish-heading = Finish your account
finish-why = Is the page gone that asked for the 6 digits? Enter them here, with the email address and the password that you chose.
finish-link-why = Enter the password that you chose when you began. Then your account is ready.
finish-began = Your email address is confirmed. One more step, and your account is ready.
finish-password-label = The password you chose
finish-password-empty = Enter the password that you chose
finish-digits-label = The 6 digits from the email
finish-wrong = Email address, password and digits do not fit together. Use the digits of the newest email
finish-wrong-password = This is not the password that was chosen. { $left ->
    [one] You can try 1 more time
   *[other] You can try { $left } more times
  }
finish-slow-down = There were too many tries. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }, or use the link in the newest email
finish-over = This link no longer works
finish-over-next = It was used, it is too old, or there is a newer email. Is your account ready? Then sign in. If not, create it again.
finish-again = Create an account

## A forgotten password

forgot-heading = Choose a new password
forgot-why = Enter the email address of your account. We will send you an email to choose a new password.
forgot-kept = Your code and your answer for { $clinic } are kept.
forgot-email-hint = Use the address that you sign in with.
forgot-remembered = Do you remember it after all?
forgot-slow-down = There were too many requests from your network. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again
forgot-digits-heading = Enter the 6 digits and a new password
forgot-sent = If { $email } has an account, we sent an email to it. It can take a few minutes. Look in your spam folder too.
forgot-link-too = You can also use the link in the email. It opens in the browser that you use for email.
forgot-digits-label = The 6 digits from the email
forgot-digits-hint = Use the newest email.
forgot-password-label = New password
forgot-save = Save and sign in
forgot-resend = Send another email
forgot-resent = If this address has an account, we sent a new email. Use the newest one. After several emails in a short time, we send no more for { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }.
forgot-no-email = Check that the address above is the one of your account. If you have no account, create one.
forgot-digits-wrong = These are not the digits from the newest email. { $left ->
    [one] You can try 1 more time
   *[other] You can try { $left } more times
  }
forgot-digits-over = These digits no longer work. Choose “Send another email”, or use the link in the newest email
forgot-link-heading = Choose a new password
forgot-link-over = This link no longer works
forgot-link-over-next = Each link works once, for a short time, and only the newest one works. Your password has not changed by opening it.
forgot-ask-again = Ask for a new email
forgot-no-mail = A new password needs email
forgot-no-mail-next = This Patient Connect sends no email at the moment. Call your clinic and ask when you can choose a new password. Nothing is lost: your records and connections are kept.

## The account

account-no-records = You have no record yet. You make one when you use a code from your clinic.
account-record-since = Created on { $date }
account-connection-record = Record
account-connection-since = Connected since
account-connection-may = It may
disconnected-heading = { $clinic } is disconnected
disconnected-what = { $clinic } can no longer open { $record }. What it has read before, it keeps in its own files.
disconnected-receipt = We are sending a receipt to { $email }.
disconnected-again = To connect again, ask { $clinic } for a code. Their number is { $phone }.

## Mail in development

mailbox-title = Mailbox
mailbox-heading = Mail sent in development
mailbox-intro = Mail is written to files on this machine instead of being sent. The newest stands on top.
mailbox-empty = No mail yet. Make a request with an email address, or create an account.
mailbox-to = To
mailbox-at = Sent
mailbox-back = All mail

# How far a patient is.
step = Step { $at } of { $of }: { $name }
step-code = Code
step-question = Question
step-account = Your account
step-record = Record
step-answer = Say yes or no

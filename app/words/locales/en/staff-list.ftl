# Words of the list of requests, and of what changes whom a request belongs to.
# Plain words, short sentences. A message at a field has no full stop at its end.

## The list

requests-list = Show
requests-ending-soon = Ending soon
requests-mail-trouble = Email problem
requests-count-more = { $count }+
requests-days-left = { $days ->
    [0] Less than a day left
    [one] 1 day left
   *[other] { $days } days left
  }
requests-changed = Last change
requests-title = Requests: { $list }
requests-showing = Showing: { $list } { $count }
requests-find = Search
requests-sent-as = Sent as
requests-clear = Clear
requests-range = { $from }–{ $to } of { $of }
requests-range-found = { $from }–{ $to } found
sent-not-yet = Not sent yet
sent-letter = Letter
sent-email = Email sent
sent-both = Letter, email sent
sent-queued = Email sending
sent-both-queued = Letter, email sending
sent-late = Email delayed
sent-failed = Email failed
sent-unknown = Email not confirmed
requests-first = First
requests-previous = Newer

## Another clinic ID for one request

request-rename-heading = Correct the clinic ID
request-rename-what = Corrects the ID your own system uses for this patient. Code and connection stay.
request-rename-label = Correct clinic ID
request-rename-act = Correct the clinic ID…
request-rename-leave = Keep the clinic ID
request-rename = Change the clinic ID
request-rename-empty = Enter the clinic ID of the patient
request-rename-too-long = The clinic ID is too long. It can have { $max } characters at most
request-rename-invisible = The clinic ID contains a hidden character. Type it instead of pasting it
request-rename-taken = This clinic ID already has a code from { $date }
request-rename-changed = Somebody changed this request while the page was open. Check the clinic ID and send it again
request-rename-show = Show the request that holds this clinic ID
happened-renamed = Clinic ID changed

## New codes for many

requests-select = Select { $name }
requests-select-all = Select all on this page
requests-chosen = selected
requests-reissue = New codes…
reissue-heading = New codes
reissue-sure = Make new codes for { $count ->
    [one] 1 request
   *[other] { $count } requests
  }? Questions and answers stay the same
reissue-will = The old codes never work again.
reissue-did = The old codes do not work any more.
reissue-ways = { $old } New codes by email: { $mail }. By letter: { $paper }.
reissue-connected = Who is connected now stays connected.
reissue-do = { $count ->
    [one] Make 1 new code
   *[other] Make { $count } new codes
  }
reissue-leave = Leave them as they are
reissue-done = { $count ->
    [one] 1 new code made
   *[other] { $count } new codes made
  }
reissue-print = { $count ->
    [one] Make a file of the letter
   *[other] Make one file of the { $count } letters
  }
reissue-way = How it gets there
reissue-by-mail = Email
reissue-by-letter = Letter
reissue-by-both = Email and letter
reissue-nothing = Nothing was chosen. Tick the requests that need a new code
reissue-too-many = That are too many at once. Choose { $max } at most
reissue-over = One of these codes was cancelled or replaced in the meantime. No new code was made
reissue-choose-again = Go back to the list and choose again.
audit-connect-request-merge = Two clinic IDs made one

## Two clinic IDs become one

request-merge-act = Join with another clinic ID…
request-merge-what = Your own system has this patient twice.
happened-merged = Joined with another clinic ID
merge-heading = Make two clinic IDs one
merge-back = Back to the request
merge-what = { $name } has the clinic ID { $id } here. Which clinic ID stays?
merge-what-happens = Next you see both side by side. Nothing changes before you say so.
merge-staying = Clinic ID that stays
merge-staying-hint = The one your own system uses from now on.
merge-look = Look at both
merge-empty = Enter the clinic ID that stays
merge-same = This is the clinic ID that goes. Enter the other one, which stays
merge-sure = Are { $leaving } and { $staying } the same patient?
merge-leaves = { $id } goes
merge-stays = { $id } stays
merge-no-request = There is no code for it.
merge-connected-none = Nobody is connected.
merge-connected = { $count ->
    [one] 1 record is connected
   *[other] { $count } records are connected
  }, the latest since { $date }.
merge-replaces = The code of { $leaving } never works again, the one of { $staying } stays as it is. Whoever is connected stays connected, as { $staying }.
merge-moves = The code of { $leaving } goes on under { $staying }. Whoever is connected stays connected, as { $staying }.
merge-told = Your own system is told of it. This cannot be undone.
merge-do = Make them one
merge-other = Enter another clinic ID
merge-different = They are connected by different people
merge-different-check = That is right where two parents look after one child. Where it is two patients, each would be taken for the other. Check names and birth dates in your own system first.
merge-different-tick = I have checked: this is one patient
merge-different-tick-it = Tick the box if you have checked that this is one patient
merge-over = One of the two was changed in the meantime. Nothing was made one. Look at both again

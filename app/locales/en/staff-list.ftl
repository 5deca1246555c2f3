# Words of the list of requests, and of what changes whom a request belongs to.
# Plain words, short sentences. A message at a field has no full stop at its end.

## The list

requests-list = Show
requests-ending-soon = Ending within { $days } days
requests-mail-trouble = Email not delivered
requests-count-more = { $count }+
requests-days-left = { $days ->
    [0] Ends within a day
    [one] 1 day left
   *[other] { $days } days left
  }
requests-changed = Last change
requests-first = First page

## Another clinic ID for one request

request-rename-heading = Clinic ID
request-rename-what = Corrects the ID your own system knows the patient by. The code and the connections stay.
request-rename-label = Correct clinic ID
request-rename = Change the clinic ID
request-rename-empty = Enter the clinic ID of the patient
request-rename-too-long = The clinic ID is too long. It can have { $max } characters at most
request-rename-invisible = The clinic ID has a sign in it that cannot be seen. Type it instead of pasting it
request-rename-taken = This clinic ID already has a code from { $date }
request-rename-show = Show the request that holds this clinic ID
happened-renamed = Clinic ID changed

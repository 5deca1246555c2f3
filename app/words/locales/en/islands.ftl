# What the islands say while a page is open. The code field also says "code-impossible".

code-count = { $count } of { $length } letters
session-ends = This page times out in less than { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }
session-ended = This page has timed out, because nothing was done here for half an hour
session-stay = Stay on this page
copy-code = Copy the code
copy-link = Copy the link
copy-done = Copied
copy-selected = Selected. Now copy it with your keyboard or the menu

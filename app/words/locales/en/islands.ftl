# What the islands say while a page is open. The code field also says "code-impossible".

code-count = { $count } of { $length } letters
session-ends = This page will time out in less than { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    }
session-ended = This page timed out because it was not used for 30 minutes
session-stay = Stay on this page
copy-code = Copy code
copy-link = Copy link
copy-done = Copied
copy-selected = Selected. Copy it with your keyboard or the menu

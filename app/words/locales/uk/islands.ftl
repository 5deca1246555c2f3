# What the islands say while a page is open.

code-count = { $count } з { $length } літер
session-ends = Час цієї сторінки мине менш ніж за { $minutes ->
    [one] { $minutes } хвилину
    [few] { $minutes } хвилини
   *[other] { $minutes } хвилин
    }
session-ended = Час цієї сторінки минув, бо нею не користувалися 30 хвилин
session-stay = Залишитися на цій сторінці
copy-code = Копіювати код
copy-link = Копіювати посилання
copy-done = Скопійовано
copy-selected = Виділено. Скопіюйте за допомогою клавіатури або меню

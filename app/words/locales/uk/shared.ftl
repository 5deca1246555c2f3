# Words that every room shares.

date = { $day } { $month } { $year } р.
weekday-date = { $weekday }, { $date }
short-date = { $day } { $month }
short-date-in = { $date } { $year } р.
today = Сьогодні, { $clock }
yesterday = Учора
date-and-time = { $date }, { $clock }
moment = { $at } ({ $zone })
zone = час { $place }
language-name = Українська
language-label = Мова
number-mark = ,
product = Patient Connect
title = { $title } – Patient Connect
title-with-errors = Помилка: { $title } – Patient Connect
too-busy = Зараз забагато запитів. Зачекайте кілька секунд і спробуйте ще раз.
body-too-slow = Надіслане надійшло надто повільно, його не використано. Перевірте з’єднання й надішліть ще раз.
skip-link = Перейти до основного вмісту
footer = З Patient Connect клініка, яку ви знаєте, може користуватися обраним вами медичним записом. Від’єднати можна будь-коли.
nav-label = Головне меню
nav-account = Ваші записи

## Keys of the staff area

more = Більше
sign-out = Вийти
error-summary-title = Є проблема
error-prefix = Помилка:
month = { $number ->
    [1] січень
    [2] лютий
    [3] березень
    [4] квітень
    [5] травень
    [6] червень
    [7] липень
    [8] серпень
    [9] вересень
    [10] жовтень
    [11] листопад
   *[12] грудень
    } { $year } р.
month-january = січня
month-february = лютого
month-march = березня
month-april = квітня
month-may = травня
month-june = червня
month-july = липня
month-august = серпня
month-september = вересня
month-october = жовтня
month-november = листопада
month-december = грудня
short-month-january = січ.
short-month-february = лют.
short-month-march = бер.
short-month-april = квіт.
short-month-may = трав.
short-month-june = черв.
short-month-july = лип.
short-month-august = серп.
short-month-september = вер.
short-month-october = жовт.
short-month-november = лист.
short-month-december = груд.
weekday-monday = понеділок
weekday-tuesday = вівторок
weekday-wednesday = середа
weekday-thursday = четвер
weekday-friday = пʼятниця
weekday-saturday = субота
weekday-sunday = неділя

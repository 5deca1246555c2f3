# A person’s own pages: records, what is in them, and who read what.

nav-activity = Хто що бачив

## The home

own-heading = Ваші записи
home-enter-code = Ввести код
home-no-clinic = Жодної клініки не під’єднано
home-no-clinic-hint = Коли отримаєте код для запису «{ $record }», введіть його тут.
home-no-records-hint = Ви також можете створити запис зараз.
home-never-used = Ще не відкривала цей запис
home-since = Під’єднано з
home-last = Останнє користування
home-may = Може
home-phone = Телефон
home-connected-by = Під’єднав або під’єднала
home-disconnect = Від’єднати клініку { $clinic }
home-disconnect-record = від запису «{ $record }»
home-change-record = Не той запис? Оберіть інший
home-permissions = Змінити дозволи
home-permissions-of = : { $clinic }, «{ $record }»
home-past = Від’єднані раніше
home-past-one = { $clinic }, до { $date }
home-open = Відкрити цей запис
home-open-record = : { $record }
home-new-record = Створити запис для когось іншого
home-all-records = Перейменувати або видалити запис
own-account = Ваш обліковий запис
home-name = Ім’я
home-email = Електронна адреса
home-change-link = Змінити
home-activity = Хто що бачив
home-activity-what = Щоразу, коли клініка відкриває або змінює якийсь із ваших записів
home-see = Переглянути список
home-password-what = Його знаєте лише ви
relation-myself = Ви
relation-my-child = Ваша дитина
relation-cared-for = Людина, про яку ви дбаєте
relation-born = { $relation }, рік народження { $year }
born = Рік народження { $year }

## What a clinic can do

permissions-heading = Що може { $clinic }
permissions-record = У цьому записі: { $record }
permissions-always = Поки є з’єднання, { $clinic } завжди може
permissions-optional = Оберіть, що ще може { $clinic }
permissions-optional-hint = Це можна змінити будь-коли.
permissions-kept = Уже прочитане може зберігатися там. Ми повідомимо клініку { $clinic } про вашу зміну.
permissions-none = Усе це потрібно для клініки { $clinic }. Можна лише від’єднати повністю.
permissions-save = Зберегти
permissions-leave = Залишити, як є
permissions-saved = Збережено. { $clinic } може лише те, що тут перелічено.
permissions-changed = Те, що може { $clinic }, змінилося, відколи ви відкрили цю сторінку. Нічого не збережено. Прочитайте ще раз, а тоді збережіть
permissions-disconnect = Ви також можете від’єднати клініку { $clinic } від цього запису.

## Who looks after a record

people-heading = Хто дбає про цей запис
people-record = Запис: { $record }
people-about = Усі в цьому списку бачать увесь запис, можуть додавати до нього, під’єднувати й від’єднувати клініки.
people-you = { $name } (ви)
people-since = З { $date }
people-remove = Вилучити
people-leave = Більше не дбати про нього
people-invited = Запрошені
people-invited-until = Запрошення діє до { $date }
people-invited-over = Термін дії запрошення минув { $date }. Ним ніхто не скористався
people-withdraw = Відкликати
people-invite-heading = Запросити когось
people-invite-about = Людина отримає електронного листа з посиланням. Щоб скористатися ним, їй потрібні 6 цифр, які ви скажете їй самі.
people-email = Електронна адреса людини
people-invite = Надіслати запрошення
people-digits-heading = Запрошення надсилається на { $email }
people-digits-tell = Скажіть людині ці 6 цифр особисто або телефоном. Ми показуємо їх лише зараз.
people-digits-why = Без них ніхто не скористається запрошенням, навіть якщо електронна адреса неправильна.
people-already = Ця людина вже дбає про запис
people-too-many = Про запис може дбати щонайбільше { $max } людей. Вилучіть когось або відкличте запрошення
people-remove-heading = Вилучити цю людину?
people-remove-what = { $name } більше не дбатиме про запис «{ $record }».
people-remove-clinics = Клініки, які з цим записом з’єднує { $name }, буде від’єднано, і ми їх повідомимо.
people-remove-rest = Запис і все в ньому залишається в інших.
people-remove-told = Ми надішлемо листа на адресу { $name } і всім іншим, хто дбає про запис.
people-remove-act = Вилучити: { $name }
people-remove-keep = Нічого не змінювати
people-leave-heading = Більше не дбати про цей запис?
people-leave-what = Запису «{ $record }» більше не буде у вашому обліковому записі.
people-leave-clinics = Клініки, які ви з’єднали з цим записом, буде від’єднано, і ми їх повідомимо.
people-leave-told = Ми надішлемо листа всім, хто дбає про запис.
care-heading = Дбати про запис разом
care-what = { $name } просить вас разом дбати про медичний запис. Ви бачитимете все в ньому та зможете вирішувати, які клініки ним користуються.
care-digits = 6 цифр, які вам каже { $name }
care-digits-shape = Введіть 6 цифр, які вам каже { $name }
care-relation-empty = Вкажіть, про кого цей запис
care-wrong = Ці цифри неправильні. { $left ->
    [one] Залишилася { $left } спроба
    [few] Залишилося { $left } спроби
   *[other] Залишилося { $left } спроб
    }
care-too-many = У вас { $max } записів. Видаліть непотрібний, а тоді відкрийте запрошення ще раз
care-act = Дбати про нього
care-leave = Ні, дякую
care-over = Це запрошення більше не діє
care-over-next = Ним скористалися або його відкликали, воно старше за 7 днів, або забагато разів уведено неправильні цифри. Попросіть нове в людини, яка вас запросила.

## After connecting

done-another = Маєте ще один лист?
done-another-what = Ви залишаєтеся в системі.
done-another-code = Ввести інший код

## Records

records-heading = Перейменувати або видалити запис
records-change = Перейменувати
records-change-record = : { $record }
records-remove = Видалити
records-in-use = Запис можна видалити, коли жодної клініки не під’єднано і в ньому нічого немає.
records-back = Ваші записи
record-form-new = Створити запис
record-form-change = Змінити цей запис
record-form-name = Ім’я особи
record-form-name-hint = Вкажіть ім’я, яке знає клініка, щоб листи відповідали запису.
record-form-name-empty = Введіть ім’я особи
record-form-relation = Про кого цей запис?
record-form-myself = Про мене
record-form-my-child = Про мою дитину
record-form-cared-for = Про людину, про яку я дбаю
record-form-relation-empty = Вкажіть, про кого цей запис
record-form-birth-year = Рік народження (необов’язково)
record-form-birth-year-hint = Наприклад, 2016
record-form-birth-year-shape = Введіть рік народження 4 цифрами, наприклад 2016
record-form-birth-year-future = Рік народження має бути не пізніший за цей
record-form-birth-year-early = Рік народження надто давній. Перевірте його
record-form-too-many = У вас { $max } записів. Видаліть непотрібний, перш ніж створювати інший
record-form-changed = Цей запис змінився, відколи ви відкрили сторінку. Нічого не збережено. Прочитайте його ще раз, а тоді збережіть
record-form-save = Зберегти
record-form-create = Створити запис
grown-notice = «{ $record }»: хто далі дбатиме про цей запис?
grown-notice-what = Діти можуть самі дбати про свій медичний запис із такого віку: { $age }.
grown-decide = Вирішити
grown-heading = Хто далі дбатиме про запис «{ $record }»?
grown-why = Ви сказали нам, що це запис вашої дитини, рік народження { $year }. Діти можуть самі дбати про свій медичний запис із такого віку: { $age }. Поговоріть про це з дитиною.
grown-legend = Оберіть одне
grown-together = Моя дитина і я
grown-together-what = На наступній сторінці ви запросите дитину електронною поштою. Ви обоє бачите запис і вирішуєте, які клініки можуть ним користуватися.
grown-child = Лише моя дитина
grown-child-what = На наступній сторінці ви запросите дитину електронною поштою. Коли дитина приєднається, вилучіть там себе.
grown-me = Я дбатиму про нього й далі
grown-me-what = Ми більше не питатимемо. Ви можете запросити дитину будь-коли.
grown-empty = Оберіть, хто дбає про запис
record-remove-heading = Видалити цей запис?
record-remove-what = Запис «{ $record }» буде видалено з вашого облікового запису.
record-remove-empty = У ньому нічого немає, і жодної клініки з ним не з’єднано.
record-remove-kept = Клініка, яку було під’єднано раніше, може зберігати прочитане.
record-remove-act = Видалити запис
record-remove-leave = Залишити запис
ask-changed-patient = Ця сторінка змінилася, відколи ви її відкрили. Нічого не змінено. Прочитайте її ще раз, а тоді оберіть

## What is in a record

contents-add = Додати щось
contents-empty = У цьому записі ще нічого немає
contents-empty-hint = Тут буде те, що додасте ви та ваші клініки.
contents-newest = Найновіше
contents-all = Переглянути { $count ->
    [one] усе ({ $count } пункт)
    [few] усе ({ $count } пункти)
   *[other] усе ({ $count } пунктів)
    }
contents-clinics = Під’єднані клініки
contents-connected-by = З’єднує { $name }
contents-people = Хто дбає про цей запис
contents-activity = Хто бачив цей запис
contents-see-all = { $count ->
    [one] Переглянути ({ $count })
    [few] Переглянути всі { $count }
   *[other] Переглянути всі { $count }
    }
contents-see-all-what = : { $what }
contents-change-up = На { $number } { $unit } більше, ніж { $date }
contents-change-down = На { $number } { $unit } менше, ніж { $date }
contents-change-none = Так само, як { $date }
trend-one = Від { $first } { $unit } ({ $from }) до { $last } { $unit } ({ $until })
trend-two = Верхнє число від { $first } до { $last }, нижнє від { $first_low } до { $last_low }, { $from } — { $until }
trend-table = Ті самі числа в таблиці
trend-date = Дата
items-heading = { $what } у цьому записі
items-heading-all = Усе в цьому записі
items-none = Тут нічого немає.
items-newer = Повернутися до найновішого
items-older = Показати старіше
item-added-you = { $date }. Додали ви
item-added-clinic = { $date }. Додано клінікою: { $clinic }
item-added-another = { $date }. Додала інша людина
item-what = Що
item-date = Дата
item-added = Додано
item-changed = Востаннє змінено
item-by-you = Вами, { $at }
item-by-clinic = { $clinic }, { $at }
item-by-another = Іншою людиною, { $at }
item-change = Змінити
item-change-this = Змінити цей пункт
item-remove = Видалити
item-remove-this = Видалити цей пункт
item-of = : { $what }
item-download = Завантажити початковий файл
item-download-hint = У файлі цей пункт такий, яким його надіслала клініка. Відкривайте файл лише програмою, якій довіряєте.
item-more = Усе, що там є
item-remove-heading = Видалити цей пункт?
item-remove-what = { $what }, { $date }
item-remove-effect = Ви та ваші клініки більше не бачитимете його тут.
item-remove-copies = Клініка, яка його прочитала, може зберегти копію.
item-remove-act = Видалити пункт
item-remove-leave = Залишити пункт
add-heading = Що ви хочете додати?
add-for = Для: { $record }
add-clinics = Клініки, які можуть це читати, побачать додане.
add-sort-weight = Вага
add-sort-blood-pressure = Артеріальний тиск
add-sort-medicine = Ліки
add-sort-allergy = Алергія
add-sort-note = Нотатка
add-new-weight = Додати вагу
add-new-blood-pressure = Додати артеріальний тиск
add-new-medicine = Додати ліки
add-new-allergy = Додати алергію
add-new-note = Додати нотатку
add-change-weight = Змінити цю вагу
add-change-blood-pressure = Змінити цей тиск
add-change-medicine = Змінити ці ліки
add-change-allergy = Змінити цю алергію
add-change-note = Змінити цю нотатку
add-date = Дата
add-date-started = Коли ви почали їх приймати?
add-date-noticed = Коли її помітили вперше?
add-date-hint = Наприклад, 2026-05-03. Якщо не знаєте дня, оберіть приблизний.
add-weight = Вага в кілограмах
add-weight-hint = Наприклад, { $example }
add-weight-pounds = Вага у фунтах
add-systolic = Верхнє число
add-diastolic = Нижнє число
add-pressure-hint = У мм рт. ст., наприклад { $example }
add-medicine = Назва ліків
add-dose = Скільки і як часто (необов’язково)
add-allergy = На що алергія?
add-reaction = Що відбувається (необов’язково)
add-note = Нотатка
add-save = Зберегти
add-date-shape = Введіть дату як рік, місяць і день, наприклад 2026-05-03
add-date-future = Дата має бути сьогоднішня або раніша
add-date-early = Дата надто давня. Перевірте її
add-weight-wrong-pounds = Введіть вагу у фунтах, від 0,7 до 1100, наприклад 150,8
add-weight-wrong = Введіть вагу в кілограмах, від 0,3 до 500, наприклад 68,4
add-systolic-wrong = Введіть верхнє число, від 20 до 300
add-diastolic-wrong = Введіть нижнє число, від 20 до 300
add-pressure-swapped = Верхнє число має бути більшим за нижнє
add-name-empty = Введіть назву
add-name-long = Тут може бути щонайбільше { $max } символів
add-name-hidden = Тут є прихований символ. Введіть текст, а не вставляйте
add-note-empty = Введіть нотатку
add-changed = Цей пункт змінився, відколи ви відкрили сторінку. Нічого не збережено. Те, що ви ввели, залишилося тут
add-too-many = Цей запис заповнено. Видаліть непотрібне, перш ніж додавати інше

## Sorts of things

sort-weight = Вага
sort-blood-pressure = Артеріальний тиск
sort-glucose = Цукор у крові
sort-height = Зріст
sort-medicine = Ліки
sort-allergy = Алергії
sort-condition = Захворювання
sort-immunization = Щеплення
sort-procedure = Медичні процедури
sort-note = Нотатки
sort-document = Документи
sort-file = Файли
sort-basic = Особисті дані
sort-other = Інші дані
looked-weight = вага
looked-blood-pressure = артеріальний тиск
looked-glucose = цукор у крові
looked-height = зріст
looked-medicine = ліки
looked-allergy = алергії
looked-condition = захворювання
looked-immunization = щеплення
looked-procedure = медичні процедури
looked-note = нотатки
looked-document = документи
looked-file = файли
looked-basic = особисті дані
looked-other = інші дані
looked-anything = усе, що видно
thing-weight = Вага { $value } { $unit }
thing-blood-pressure = Артеріальний тиск { $systolic } / { $diastolic }
thing-glucose = Цукор у крові { $value } { $unit }
thing-height = Зріст { $value } { $unit }
thing-named = { $name }, { $more }
unit-kg = кг
unit-lb = фунтів
unit-mmol = ммоль/л
unit-mg = мг/дл
unit-m = м
unit-in = дюймів
unit-mmhg = мм рт. ст.
value-feet = { $feet } футів { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = Хто що бачив
activity-intro = Щоразу, коли клініка відкриває ваш запис або щось до нього додає, ми записуємо це тут.
activity-all-clinics = Усі клініки
activity-clinics = Клініки
activity-records = Записи
activity-all-records = Усі записи
activity-record = Лише «{ $record }»
activity-none = Ще нічого не прочитано й не додано.
activity-read = { $clinic } переглядає: { $what }
activity-added = { $clinic } додає: { $what }
activity-changed = { $clinic } змінює: { $what }
activity-removed = { $clinic } видаляє: { $what }
activity-refused = { $clinic } просить: { $what }. Ми не дозволили.
activity-you-added = Ви додали: { $what }
activity-you-changed = Ви змінили: { $what }
activity-you-removed = Ви видалили: { $what }
activity-another = Інша людина
activity-when = { $record }, { $clock }. { $more ->
    [0] { $things ->
        [0] Там нічого не було.
        [one] { $things } пункт.
        [few] { $things } пункти.
       *[other] { $things } пунктів.
        }
    [one] І ще { $more } раз того дня.
    [few] І ще { $more } рази того дня.
   *[other] І ще { $more } разів того дня.
    }
activity-when-refused = { $record }, { $clock }. Ви на це не погоджувалися. { $more ->
    [0] { "" }
    [one] Того дня ще { $more } така спроба.
    [few] Того дня ще { $more } такі спроби.
   *[other] Того дня ще { $more } таких спроб.
    }
activity-monthly = Щомісяця ми надсилаємо вам підсумок електронною поштою. Його можна вимкнути.
activity-monthly-off = Ми не надсилаємо вам щомісячного підсумку електронною поштою. Його можна ввімкнути.
activity-monthly-change = Змінити це
activity-older = Показати старіше
activity-newest = Повернутися до найновішого
activity-wrong = Щось здається неправильним?
activity-wrong-call = Зателефонуйте до клініки:
activity-wrong-disconnect = Від’єднати клініку

## Details

details-heading = Ваші дані
details-name = Ваше ім’я
details-name-save = Зберегти ім’я
details-name-done = Ваше ім’я змінено.
details-email-now = Ваша електронна адреса — { $email }.
details-new-email = Нова електронна адреса
details-new-email-hint = Ми надішлемо на цю адресу 6 цифр.
details-your-password = Ваш пароль
details-email-save = Змінити електронну адресу
details-email-done = Вашу електронну адресу змінено. Ми повідомили обидві адреси.
details-email-same = Це вже ваша електронна адреса. Введіть іншу
details-old-password = Ваш теперішній пароль
details-new-password = Новий пароль
details-password-save = Змінити пароль
details-password-done = Ваш пароль змінено. На всіх інших пристроях виконано вихід.
details-password-wrong = Це не ваш пароль. Перевірте його і спробуйте ще раз
details-digits-heading = Перевірте нову електронну адресу
details-digits-label = 6 цифр з електронного листа
details-digits-save = Змінити електронну адресу
details-digits-stop = Залишити стару адресу
undo-email-heading = Повернути попередню електронну адресу?
undo-email-what = Електронною адресою вашого облікового запису знову буде { $email }. На всіх пристроях буде виконано вихід.
undo-email-act = Повернути попередню
undo-email-done = Попередню електронну адресу повернуто
undo-email-next = Хтось інший може знати ваш пароль. Зараз же оберіть новий.
undo-email-password = Обрати новий пароль
undo-email-over = Це посилання більше не діє
undo-email-over-next = Ним уже скористалися, воно старше за 7 днів, або ця адреса тепер в іншого облікового запису.
preferences-heading = Листи та одиниці
preferences-row-what = Щомісячний лист, і кілограми або фунти
preferences-monthly-legend = Електронні листи
preferences-monthly = Щомісяця надсилати мені, хто бачив мої записи
preferences-monthly-what = Ми надсилаємо його, коли клініка переглянула або змінила запис.
preferences-units = Одиниці
preferences-metric = Метричні
preferences-metric-what = Кілограми, метри, ммоль/л
preferences-imperial = Імперські
preferences-imperial-what = Фунти, фути та дюйми, мг/дл
preferences-save = Зберегти
preferences-done = Ваш вибір збережено.

## Devices

devices-heading = Де ви ввійшли
devices-intro = Вийдіть на кожному пристрої, якого не знаєте. Потім змініть пароль.
devices-this = Цей пристрій
devices-unknown = Пристрій
devices-name = { $browser }, { $system }
devices-seen = Вхід: { $since }. Останнє користування: { $seen }.
devices-sign-out = Вийти
devices-everywhere-what = Це виконає вихід на всіх пристроях, також на цьому.
devices-everywhere = Вийти всюди
devices-row = Де виконано вхід
devices-row-what = Комп’ютери й телефони
devices-manage = Керувати

## Download

download-heading = Завантажте свої дані
download-what = Ми створимо один файл з усім, що є у вашому обліковому записі: ваші записи, їхній вміст і хто що з ними робив.
download-safe = У файлі є ваші медичні дані. Зберігайте його в безпечному місці.
download-make = Створити файл
download-again = Створити новий файл
download-running = Ми створюємо ваш файл. Це може тривати кілька хвилин. Коли він буде готовий, ми надішлемо вам листа.
download-ready = Ваш файл готовий. Завантажити його можна до { $date }.
download-get = Завантажити файл
download-failed = Ми не змогли створити ваш файл. Спробуйте ще раз. Якщо не вийде, можливо, ваші записи завеликі для одного файлу.
download-too-many = Сьогодні ви просили багато файлів. Спробуйте завтра
download-row = Ваші дані
download-row-what = Усе з вашого облікового запису в одному файлі
download-link = Завантажити
download-you = ви
download-another = інша людина
download-log = { $by }: { $act } { $what }
download-file-heading = Patient Connect: { $name }
download-file-about = Усе з облікового запису { $email }, створено { $at }.
download-file-nothing = Нічого
download-file-sort = Вид
download-file-log = Хто що робив

## Delete

delete-heading = Видалити обліковий запис?
delete-now = Усі клініки від’єднуються зараз, і ми їх повідомляємо.
delete-later = Ваш обліковий запис, записи та все в них ми видалимо { $date }.
delete-mind = До того часу ви можете ввійти й залишити обліковий запис.
delete-stays = Клініки можуть зберігати прочитане. У їхніх журналах замість вашого імені залишається номер.
delete-download = Спершу ви можете завантажити свої дані.
delete-password = Ваш пароль
delete-act = Видалити мій обліковий запис
delete-leave = Залишити мій обліковий запис
delete-row = Видалити
delete-row-what = Ваш обліковий запис і ваші записи
delete-link = Видалити…
delete-coming = Ваш обліковий запис буде видалено { $date }
delete-coming-what = Усі клініки від’єднано. Ви ще можете залишити обліковий запис.
delete-keep = Залишити мій обліковий запис

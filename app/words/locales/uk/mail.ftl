# The words of mails to patients.

mail-connect-subject = Ваш код від клініки { $clinic }
mail-connect-preheader = Код діє до { $date }. Ви самі вирішуєте, що підключити.
mail-connect-why = { $clinic } запрошує вас з’єднати медичний запис через Patient Connect. Ось ваш код:
mail-connect-link = Щоб почати, відкрийте цю сторінку:
mail-connect-ends = Термін дії цього коду — до { $date }.
mail-connect-step-open = Відкрийте сторінку, вказану вище. Якщо коду там ще немає, введіть його. Великі чи малі літери та дефіси — не важливо.
mail-connect-step-answer = Дайте відповідь на запитання, про яке ви домовилися з клінікою { $clinic }. Щоб воно залишалося таємницею, у цьому листі його немає.
mail-connect-step-choose = Увійдіть або створіть обліковий запис, а тоді оберіть запис, який хочете з’єднати. Перш ніж сказати «так», ви побачите, що зможе { $clinic }.
mail-connect-help = Потрібна допомога? Зателефонуйте до клініки { $clinic }: { $phone }.
mail-connect-scam = Нікому не давайте цей код. { $clinic } ніколи не телефонуватиме й не писатиме вам, щоб дізнатися ваш код або відповідь.
mail-connect-unexpected = Не очікували цього? Не користуйтеся кодом. Зателефонуйте до клініки { $clinic }: { $phone }.
mail-reminder-subject = Нагадування від клініки { $clinic }
mail-reminder-why = { $clinic } запрошує вас з’єднати медичний запис через Patient Connect. Ви ще не скористалися своїм кодом.
mail-reminder-code = Ваш код є в паперовому або електронному листі від клініки { $clinic } від { $date }. Щоб він залишався таємницею, у цьому листі його немає.
mail-reminder-link = Коли код буде у вас під рукою, відкрийте цю сторінку:
mail-reminder-lost = Загубили код або забули відповідь? Зателефонуйте до клініки { $clinic }: { $phone }. Там вам можуть дати новий код.
mail-reminder-unwanted = Якщо ви не хочете з’єднувати, нічого робити не потрібно. Термін дії коду мине.
mail-stopped-subject = Ваш код від клініки { $clinic } заблоковано
mail-stopped-why = Відповідь на ваше запитання забагато разів була неправильною, тому ваш код від клініки { $clinic } більше не діє. Це захищає ваш запис.
mail-stopped-next = Зателефонуйте до клініки { $clinic } ({ $phone }) і попросіть новий код. Приходити не потрібно.
mail-stopped-unexpected = Якщо це були не ви, вашим кодом скористався хтось інший. Далі ця людина не пройшла. Скажіть про це, коли телефонуватимете до клініки { $clinic }.
mail-digits-subject = Ваші 6 цифр для Patient Connect
mail-digits-why = Введіть ці цифри на сторінці, де ви створюєте обліковий запис:
mail-digits-link = Ця сторінка зникла? Відкрийте цю та введіть пароль, який ви обрали:
mail-digits-ends = Цифри й посилання діють { $minutes ->
    [one] { $minutes } хвилину
    [few] { $minutes } хвилини
   *[other] { $minutes } хвилин
    }.
mail-digits-scam = Нікому не давайте ці цифри та це посилання. Ніхто з Patient Connect чи з клініки ніколи їх не попросить.
mail-digits-unexpected = Якщо це були не ви, можливо, хтось помилково ввів вашу електронну адресу. Нічого робити не потрібно.
mail-known-subject = У вас уже є обліковий запис Patient Connect
mail-known-why = Хтось, можливо ви, намагався створити обліковий запис із цією електронною адресою. У вас він уже є, тому ми не створили нового.
mail-known-link = Увійдіть тут:
mail-known-forgot = Забули пароль? Оберіть новий тут:
mail-known-unexpected = Якщо це були не ви, нічого не змінилося, і ніхто не бачив ваших записів.
mail-receipt-subject = Вас з’єднано з клінікою { $clinic }
mail-receipt-why = Один із ваших медичних записів тепер з’єднано з клінікою { $clinic }.
mail-receipt-record = Ваш запис «{ $record }» тепер з’єднано з клінікою { $clinic }.
mail-receipt-link = Щоб побачити, що дозволено, або від’єднати, відкрийте цю сторінку:
mail-receipt-change = Це не той запис? Змініть його протягом { $hours ->
    [one] { $hours } години
    [few] { $hours } годин
   *[other] { $hours } годин
    } після з’єднання:
mail-receipt-unexpected = Якщо це були не ви, від’єднайте клініку на тій сторінці й зателефонуйте до клініки { $clinic }: { $phone }.
mail-record-changed-subject = Ви змінили запис, з’єднаний з клінікою { $clinic }
mail-record-changed-why = Інший ваш медичний запис тепер з’єднано з клінікою { $clinic }.
mail-record-changed-to = Ваш запис «{ $record }» тепер з’єднано з клінікою { $clinic }.
mail-record-changed-former = Ми припинили з’єднання з неправильним записом. Якщо клініка { $clinic } уже прочитала той запис, прочитане може там зберігатися. Запитайте про це: { $phone }.
mail-disconnected-subject = Вас більше не з’єднано з клінікою { $clinic }
mail-disconnected-why = Ви від’єднали один зі своїх медичних записів від клініки { $clinic }. Там більше не можуть бачити його чи змінювати.
mail-disconnected-kept = Копії вже прочитаних даних можуть зберігатися: { $clinic }. Щоб запитати про це, зателефонуйте: { $phone }.
mail-disconnected-link = Щоб побачити свої з’єднання, відкрийте цю сторінку:
mail-disconnected-again = Ви можете з’єднатися знову за тим самим кодом, поки він діє, або за новим від клініки { $clinic }.
mail-reset-subject = Оберіть новий пароль для Patient Connect
mail-reset-why = Хтось, можливо ви, попросив новий пароль для цієї електронної адреси. Введіть ці цифри на сторінці, де ви його просили:
mail-reset-why-link = Хтось, можливо ви, попросив новий пароль для цієї електронної адреси.
mail-reset-link = Або відкрийте цю сторінку й оберіть там новий пароль:
mail-reset-link-only = Відкрийте цю сторінку й оберіть там новий пароль:
mail-reset-ends = Цим листом можна скористатися один раз, протягом { $minutes ->
    [one] { $minutes } хвилини
    [few] { $minutes } хвилин
   *[other] { $minutes } хвилин
    }. До того часу діє ваш старий пароль.
mail-reset-guessed = У цьому листі немає цифр, бо сьогодні для вашого облікового запису забагато разів уводили неправильні цифри.
mail-reset-scam = Нікому не давайте ці цифри та це посилання. Patient Connect і ваша клініка ніколи їх не попросять.
mail-reset-unexpected = Це були не ви? Тоді нічого робити не потрібно. Ваш пароль не змінився.
mail-no-account-subject = У вас немає облікового запису Patient Connect із цією адресою
mail-no-account-why = Хтось, можливо ви, попросив новий пароль для цієї електронної адреси. Вона не має облікового запису Patient Connect.
mail-no-account-other = Маєте іншу електронну адресу? Спробуйте її:
mail-no-account-create = Або створіть обліковий запис:
mail-no-account-unexpected = Це були не ви? Тоді нічого робити не потрібно.
mail-password-changed-subject = Ваш пароль Patient Connect змінено
mail-password-changed-why = Пароль вашого облікового запису змінено: { $at }. На всіх інших пристроях виконано вихід.
mail-password-changed-yours = Це були ви? Тоді нічого робити не потрібно.
mail-password-changed-link = Це були не ви? Зараз же оберіть новий пароль:
mail-password-changed-check = Потім перегляньте свої з’єднання й від’єднайте ті, яких не знаєте:
mail-open = Почати тут
mail-open-page = Відкрити сторінку
mail-email-digits-subject = Ваші 6 цифр для нової електронної адреси
mail-email-digits-why = Введіть ці цифри на сторінці, де ви змінюєте електронну адресу:
mail-email-digits-ends = Вони діють { $minutes ->
    [one] { $minutes } хвилину
    [few] { $minutes } хвилини
   *[other] { $minutes } хвилин
    }.
mail-email-digits-scam = Нікому не давайте ці цифри. Ніхто з Patient Connect чи з клініки ніколи їх не попросить.
mail-email-digits-unexpected = Якщо це були не ви, можливо, хтось помилково ввів вашу електронну адресу. Нічого робити не потрібно.
mail-email-changed-subject = Електронну адресу вашого облікового запису Patient Connect змінено
mail-email-changed-why = Електронну адресу вашого облікового запису змінено на { $email }: { $at }.
mail-email-changed-yours = Якщо це були ви, нічого робити не потрібно.
mail-email-changed-undo = Якщо це були не ви, поверніть попередню. Це посилання діє { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
    }:
mail-email-changed-account = Переглянути обліковий запис:
mail-download-subject = Ваші дані з Patient Connect готові
mail-download-why = Ви просили файл з усім, що є у вашому обліковому записі Patient Connect. Він готовий.
mail-download-link = Увійдіть і завантажте його:
mail-download-ends = Завантажити його можна до { $date }.
mail-download-unexpected = Якщо ви цього не просили, увійдіть і змініть пароль.
mail-account-ends-subject = Ваш обліковий запис Patient Connect буде видалено
mail-account-ends-why = Ви попросили нас видалити ваш обліковий запис. Ми від’єднали всі клініки. Усе інше буде видалено { $date }.
mail-account-ends-keep = Щоб залишити обліковий запис, або якщо це були не ви, увійдіть до того дня:
mail-account-ended-subject = Ваш обліковий запис Patient Connect видалено
mail-account-ended-why = Як ви просили, ваш обліковий запис і ваші записи видалено { $date }.
mail-first-read-subject = { $clinic } відкриває ваш запис
mail-first-read-why = { $clinic } уперше відкриває один із ваших медичних записів, відколи ви його з’єднали.
mail-first-read-record = { $clinic } уперше відкриває ваш запис «{ $record }», відколи ви його з’єднали.
mail-first-read-link = Подивіться, що було переглянуто:
mail-first-read-once = Ми повідомляємо про це один раз. У вашому обліковому записі завжди є список, хто що бачив.
mail-first-read-disconnect = Щоб змінити дозволи клініки або від’єднати її, відкрийте обліковий запис:
mail-first-read-unexpected = Якщо ви цього не очікували, зателефонуйте до клініки { $clinic }: { $phone }.
mail-new-device-subject = Новий вхід до вашого облікового запису Patient Connect
mail-new-device-why = Хтось увійшов до вашого облікового запису { $at }, пристрій: { $device }. Раніше ми цього пристрою не бачили.
mail-new-device-unknown = Хтось увійшов до вашого облікового запису { $at }. Раніше ми цього пристрою не бачили.
mail-new-device-password = Якщо це були не ви, хтось знає ваш пароль. Зараз же оберіть новий:
mail-new-device-devices = Подивіться, де ви ввійшли:
mail-passkey-added-subject = До вашого облікового запису Patient Connect додано ключ доступу
mail-passkey-added-why = До вашого облікового запису додано ключ доступу «{ $name }»: { $at }. З ним ви входите без пароля.
mail-passkey-removed-subject = З вашого облікового запису Patient Connect видалено ключ доступу
mail-passkey-removed-why = З вашого облікового запису видалено ключ доступу «{ $name }»: { $at }. Ним більше не можна ввійти.
mail-passkey-see = Перегляньте свої ключі доступу й видаліть ті, яких не знаєте:
mail-second-step-on-subject = Тепер ви входите до Patient Connect у два кроки
mail-second-step-on-why = Для вашого облікового запису налаштовано застосунок автентифікації: { $at }. Відтепер до пароля потрібен код із застосунку.
mail-second-step-off-subject = Другий крок входу до Patient Connect вимкнено
mail-second-step-off-why = Застосунок автентифікації вашого облікового запису вимкнено: { $at }. Для входу досить самого пароля.
mail-second-step-codes-subject = У вас нові коди відновлення для Patient Connect
mail-second-step-codes-why = Для вашого облікового запису створено нові коди відновлення: { $at }. Старі більше не діють.
mail-second-step-reset-subject = Ваш застосунок автентифікації для Patient Connect скинуто
mail-second-step-reset-why = Адміністратор Patient Connect скинув застосунок автентифікації вашого облікового запису: { $at }. Для входу досить самого пароля, і всюди виконано вихід.
mail-second-step-missing-subject = Хтось увів ваш пароль Patient Connect
mail-second-step-missing-why = Хтось увів правильний пароль вашого облікового запису, але не код із застосунку автентифікації: { $at }. Вхід не виконано.
mail-second-step-see = Перегляньте другий крок свого входу:
mail-monthly-subject = Хто бачив ваші записи: { $month }
mail-monthly-why = Ось що клініки робили з вашими записами: { $month }.
mail-monthly-read = { $clinic } переглядає: { $what }.
mail-monthly-read-record = { $clinic } переглядає: { $what }, у «{ $record }».
mail-monthly-wrote = { $clinic } додає або змінює: { $what }.
mail-monthly-wrote-record = { $clinic } додає або змінює: { $what }, у «{ $record }».
mail-monthly-refused = { $clinic } просить: { $what }. Ми не дозволили.
mail-monthly-refused-record = { $clinic } просить: { $what }, у «{ $record }». Ми не дозволили.
mail-monthly-more = Увесь список є у вашому обліковому записі.
mail-monthly-link = Переглянути кожен день:
mail-monthly-stop = Вимкнути цей щомісячний лист або знову ввімкнути його можна у своїх даних:
mail-custodian-invited-subject = { $by } запрошує вас дбати про запис
mail-custodian-invited-why = { $by } має медичний запис у Patient Connect і просить вас дбати про нього разом. Ви зможете бачити все в ньому, додавати до нього й вирішувати, які клініки можуть ним користуватися.
mail-custodian-invited-link = Відкрийте цю сторінку та ввійдіть або створіть обліковий запис:
mail-custodian-invited-digits = Потім введіть 6 цифр. Їх немає в цьому листі: їх вам скаже { $by }.
mail-custodian-invited-ends = Посилання діє до { $date }.
mail-custodian-invited-unexpected = Якщо ви не знаєте цієї людини, нічого робити не потрібно.
mail-custodian-joined-subject = { $name } тепер дбає про запис разом із вами
mail-custodian-joined-why = { $name } тепер разом із вами дбає про один із ваших медичних записів.
mail-custodian-joined-record = { $name } тепер разом із вами дбає про ваш запис «{ $record }».
mail-custodian-joined-what = Ви обоє бачите все в ньому, і кожен може під’єднувати й від’єднувати клініки. Те, що робить кожен із вас, є у списку, хто що бачив.
mail-custodian-joined-link = Подивіться, хто дбає про запис, або вилучіть когось:
mail-custodian-left-subject = { $name } більше не дбає про запис разом із вами
mail-custodian-left-why = { $name } більше не дбає про один із ваших медичних записів. Клініки, які з ним з’єднує { $name }, від’єднано.
mail-custodian-left-record = { $name } більше не дбає про ваш запис «{ $record }». Клініки, які з ним з’єднує { $name }, від’єднано.
mail-custodian-removed-subject = Ви більше не дбаєте про запис
mail-custodian-removed-why = Ви більше не дбаєте про один із медичних записів у вашому обліковому записі. Клініки, які ви з ним з’єднали, від’єднано.
mail-custodian-removed-record = Ви більше не дбаєте про запис «{ $record }». Клініки, які ви з ним з’єднали, від’єднано.
mail-custodian-account = Переглянути свої записи:
mail-custodian-disconnected = { $by } разом із вами дбає про запис. Від нього від’єднано клініку { $clinic }. Клініка більше не може тут бачити його чи змінювати.

# A person’s own pages: records, what is in them, and who read what.

nav-activity = من اطلع على ماذا

## The home

own-heading = سجلاتك
home-enter-code = إدخال رمز
home-no-clinic = لا توجد عيادة مرتبطة
home-no-clinic-hint = عندما تحصل على رمز للسجل «{ $record }»، أدخله هنا.
home-no-records-hint = يمكنك أيضًا إنشاء سجل الآن.
home-never-used = لم تفتح هذا السجل بعد
home-since = مرتبطة منذ
home-last = آخر استخدام
home-may = يمكنها
home-phone = الهاتف
home-connected-by = ربطها
home-disconnect = فصل { $clinic }
home-disconnect-record = عن السجل «{ $record }»
home-change-record = السجل خطأ؟ اختر سجلًا آخر
home-permissions = تغيير ما يمكنها فعله
home-permissions-of = : { $clinic }، السجل «{ $record }»
home-past = عيادات تم فصلها من قبل
home-past-one = { $clinic }، حتى { $date }
home-open = فتح هذا السجل
home-open-record = : { $record }
home-new-record = إنشاء سجل لشخص آخر
home-all-records = إعادة تسمية سجل أو إزالته
own-account = حسابك
home-name = الاسم
home-email = البريد الإلكتروني
home-change-link = تغيير
home-activity = من اطلع على ماذا
home-activity-what = كل مرة تفتح فيها عيادة أحد سجلاتك أو تغيره
home-see = عرض القائمة
home-password-what = لا يعرفها أحد غيرك
relation-myself = أنت
relation-my-child = ابنك أو ابنتك
relation-cared-for = شخص ترعاه
relation-born = { $relation }، سنة الميلاد: { $year }
born = سنة الميلاد: { $year }

## What a clinic can do

permissions-heading = ما يمكن لـ { $clinic } فعله
permissions-record = في هذا السجل: { $record }
permissions-always = يمكن لـ { $clinic } دائمًا فعل ما يلي ما دامت مرتبطة
permissions-optional = اختر ما يمكن لـ { $clinic } فعله أيضًا
permissions-optional-hint = يمكنك تغيير ذلك في أي وقت.
permissions-kept = قد تحتفظ { $clinic } بما قرأته من قبل. نحن نخبرها بهذا التغيير.
permissions-none = تحتاج { $clinic } إلى كل ما سبق. لا يمكنك إلا فصلها بالكامل.
permissions-save = حفظ
permissions-leave = الإبقاء دون تغيير
permissions-saved = تم الحفظ. لا يمكن لـ { $clinic } فعل أي شيء غير المذكور هنا.
permissions-changed = تغير ما يمكن لـ { $clinic } فعله منذ أن فتحت هذه الصفحة. لم يُحفظ أي شيء. اقرأه مرة أخرى ثم احفظ
permissions-disconnect = يمكنك أيضًا فصل { $clinic } عن هذا السجل.

## Who looks after a record

people-heading = من يعتني بهذا السجل
people-record = السجل: { $record }
people-about = كل شخص في هذه القائمة يرى السجل كاملًا، ويمكنه الإضافة إليه، وربط العيادات وفصلها.
people-you = { $name } (أنت)
people-since = منذ { $date }
people-remove = إزالة
people-leave = التوقف عن الاعتناء به
people-invited = المدعوون
people-invited-until = الدعوة صالحة حتى { $date }
people-invited-over = انتهت الدعوة في { $date }. لم يستخدمها أحد
people-withdraw = سحب الدعوة
people-invite-heading = دعوة شخص
people-invite-about = سيصل إليه بريد إلكتروني فيه رابط. لاستخدامه، يحتاج إلى 6 أرقام تخبره بها بنفسك.
people-email = البريد الإلكتروني لهذا الشخص
people-invite = إرسال الدعوة
people-digits-heading = الدعوة في طريقها إلى { $email }
people-digits-tell = أخبر هذا الشخص بالأرقام الستة التالية، وجهًا لوجه أو بالهاتف. لن نعرضها مرة أخرى.
people-digits-why = لا يمكن لأحد استخدام الدعوة بدونها، حتى لو كان البريد الإلكتروني خطأ.
people-already = هذا الشخص يعتني بالسجل بالفعل
people-too-many = لا يمكن أن يزيد عدد من يعتنون بالسجل على { $max }. أزل شخصًا أو اسحب دعوة
people-remove-heading = هل تريد إزالة هذا الشخص؟
people-remove-what = لن يعتني { $name } بالسجل «{ $record }» بعد الآن.
people-remove-clinics = سيتم فصل العيادات التي ربطها { $name } بهذا السجل، وسنخبرها بذلك.
people-remove-rest = يبقى السجل وكل ما فيه مع الآخرين.
people-remove-told = سنرسل بريدًا إلكترونيًا إلى { $name } وإلى كل من يعتني بالسجل.
people-remove-act = إزالة { $name }
people-remove-keep = عدم تغيير شيء
people-leave-heading = هل تريد التوقف عن الاعتناء بهذا السجل؟
people-leave-what = لن يبقى السجل «{ $record }» في حسابك.
people-leave-clinics = سيتم فصل العيادات التي ربطتها بهذا السجل، وسنخبرها بذلك.
people-leave-told = سنرسل بريدًا إلكترونيًا إلى كل من يعتني بالسجل.
care-heading = الاعتناء معًا بسجل
care-what = يطلب منك { $name } الاعتناء معًا بسجل صحي. سترى كل ما فيه، ويمكنك تحديد العيادات التي تستخدمه.
care-digits = الأرقام الستة التي أخبرك بها { $name }
care-digits-shape = أدخل الأرقام الستة التي أخبرك بها { $name }
care-relation-empty = اختر الشخص صاحب السجل
care-wrong = هذه الأرقام خاطئة. { $left ->
    [one] بقيت لك محاولة واحدة
    [two] بقيت لك محاولتان
    [few] بقيت لك { $left } محاولات
   *[other] بقيت لك { $left } محاولة
    }
care-too-many = عدد سجلاتك: { $max }. أزل سجلًا لا تحتاج إليه، ثم افتح الدعوة مرة أخرى
care-act = الاعتناء به
care-leave = لا، شكرًا
care-over = لم تعد هذه الدعوة صالحة
care-over-next = تم استخدامها أو سحبها، أو مضى عليها أكثر من 7 أيام، أو أُدخلت أرقام خاطئة مرات كثيرة. اطلب دعوة جديدة ممن دعاك.

## After connecting

done-another = هل لديك رسالة أخرى؟
done-another-what = ستبقى مسجلًا للدخول.
done-another-code = إدخال رمز آخر

## Records

records-heading = إعادة تسمية سجل أو إزالته
records-change = إعادة التسمية
records-change-record = : { $record }
records-remove = إزالة
records-in-use = يمكنك إزالة سجل إذا كان فارغًا ولم تكن أي عيادة مرتبطة به.
records-back = سجلاتك
record-form-new = إنشاء سجل
record-form-change = تغيير هذا السجل
record-form-name = اسم الشخص
record-form-name-hint = استخدم الاسم الذي تعرفه العيادة، حتى تتوافق الرسائل مع السجل.
record-form-name-empty = أدخل اسم الشخص
record-form-relation = عمّن هذا السجل؟
record-form-myself = أنا
record-form-my-child = ابني أو ابنتي
record-form-cared-for = شخص أرعاه
record-form-relation-empty = اختر الشخص صاحب السجل
record-form-birth-year = سنة الميلاد (اختياري)
record-form-birth-year-hint = مثال: 2016
record-form-birth-year-shape = أدخل سنة الميلاد بأربعة أرقام، مثل 2016
record-form-birth-year-future = يجب أن تكون سنة الميلاد هذه السنة أو قبلها
record-form-birth-year-early = سنة الميلاد قديمة جدًا. تحقق منها
record-form-too-many = عدد سجلاتك: { $max }. أزل سجلًا لا تحتاج إليه قبل إنشاء سجل آخر
record-form-changed = تغير هذا السجل منذ أن فتحت الصفحة. لم يُحفظ أي شيء. اقرأه مرة أخرى ثم احفظ
record-form-save = حفظ
record-form-create = إنشاء السجل
grown-notice = السجل «{ $record }»: من سيعتني به من الآن فصاعدًا؟
grown-notice-what = يمكن للأبناء الاعتناء بسجلهم الصحي بأنفسهم ابتداءً من هذا العمر: { $age }.
grown-decide = اتخاذ القرار
grown-heading = من سيعتني بالسجل «{ $record }» من الآن فصاعدًا؟
grown-why = لقد أخبرتنا أن هذا سجل ابنك أو ابنتك، وأن سنة الميلاد هي { $year }. يمكن للأبناء الاعتناء بسجلهم الصحي بأنفسهم ابتداءً من هذا العمر: { $age }. تحدثا معًا في ذلك.
grown-legend = اختر واحدًا مما يلي
grown-together = أنا وابني أو ابنتي
grown-together-what = في الصفحة التالية، تدعو ابنك أو ابنتك بالبريد الإلكتروني. كلاكما يرى السجل ويحدد العيادات التي يمكنها استخدامه.
grown-child = ابني أو ابنتي فقط
grown-child-what = في الصفحة التالية، تدعو ابنك أو ابنتك بالبريد الإلكتروني. بعد قبول الدعوة، أزل نفسك من هناك.
grown-me = سأستمر في الاعتناء به
grown-me-what = لن نسألك مرة أخرى. يمكنك دعوة ابنك أو ابنتك في أي وقت.
grown-empty = اختر من يعتني بالسجل
record-remove-heading = هل تريد إزالة هذا السجل؟
record-remove-what = سيُزال السجل «{ $record }» من حسابك.
record-remove-empty = السجل فارغ، ولا توجد عيادة مرتبطة به.
record-remove-kept = قد تحتفظ عيادة كانت مرتبطة من قبل بما قرأته.
record-remove-act = إزالة السجل
record-remove-leave = الاحتفاظ بالسجل
ask-changed-patient = تغيرت هذه الصفحة منذ أن فتحتها. لم يتغير أي شيء. اقرأها مرة أخرى ثم اختر

## What is in a record

contents-add = إضافة شيء
contents-empty = لا يوجد شيء في هذا السجل بعد
contents-empty-hint = سيظهر هنا ما تضيفه أنت وعياداتك.
contents-newest = أحدث العناصر
contents-all = عرض { $count ->
    [one] العنصر الوحيد
    [two] العنصرين
    [few] جميع العناصر ({ $count })
   *[other] جميع العناصر ({ $count })
    }
contents-clinics = العيادات المرتبطة
contents-connected-by = ربطها { $name }
contents-people = من يعتني بهذا السجل
contents-activity = من اطلع على هذا السجل
contents-see-all = { $count ->
    [one] عرضه
    [two] عرضهما
    [few] عرض الكل ({ $count })
   *[other] عرض الكل ({ $count })
    }
contents-see-all-what = : { $what }
contents-change-up = أكثر بمقدار { $number } { $unit } عما كان في { $date }
contents-change-down = أقل بمقدار { $number } { $unit } عما كان في { $date }
contents-change-none = كما كان في { $date }
trend-one = من { $first } { $unit } في { $from } إلى { $last } { $unit } في { $until }
trend-two = الرقم العلوي من { $first } إلى { $last }، والرقم السفلي من { $first_low } إلى { $last_low }، من { $from } إلى { $until }
trend-table = الأرقام نفسها في جدول
trend-date = التاريخ
items-heading = { $what } في هذا السجل
items-heading-all = كل العناصر في هذا السجل
items-none = لا يوجد شيء هنا.
items-newer = العودة إلى الأحدث
items-older = عرض الأقدم
item-added-you = { $date }. أضفته أنت
item-added-clinic = { $date }. أضافته { $clinic }
item-added-another = { $date }. أضافه شخص آخر
item-what = ما هو
item-date = التاريخ
item-added = أُضيف
item-changed = آخر تغيير
item-by-you = بواسطتك، { $at }
item-by-clinic = بواسطة { $clinic }، { $at }
item-by-another = بواسطة شخص آخر، { $at }
item-change = تغيير
item-change-this = تغيير هذا العنصر
item-remove = إزالة
item-remove-this = إزالة هذا العنصر
item-of = : { $what }
item-download = تنزيل الملف الأصلي
item-download-hint = يحتوي الملف على هذا العنصر كما أرسلته العيادة. افتحه فقط ببرنامج تثق به.
item-more = كل ما فيه
item-remove-heading = هل تريد إزالة هذا العنصر؟
item-remove-what = { $what }، { $date }
item-remove-effect = لن تراه أنت وعياداتك هنا بعد الآن.
item-remove-copies = قد تحتفظ عيادة قرأته بنسخة منه.
item-remove-act = إزالة العنصر
item-remove-leave = الاحتفاظ بالعنصر
add-heading = ماذا تريد أن تضيف؟
add-for = من أجل: { $record }
add-clinics = العيادات التي يمكنها قراءة هذه العناصر سترى ما تضيفه.
add-sort-weight = الوزن
add-sort-blood-pressure = ضغط الدم
add-sort-medicine = دواء
add-sort-allergy = حساسية
add-sort-note = ملاحظة
add-new-weight = إضافة وزن
add-new-blood-pressure = إضافة ضغط دم
add-new-medicine = إضافة دواء
add-new-allergy = إضافة حساسية
add-new-note = إضافة ملاحظة
add-change-weight = تغيير هذا الوزن
add-change-blood-pressure = تغيير ضغط الدم هذا
add-change-medicine = تغيير هذا الدواء
add-change-allergy = تغيير هذه الحساسية
add-change-note = تغيير هذه الملاحظة
add-date = التاريخ
add-date-started = متى بدأت تناوله؟
add-date-noticed = متى لوحظت لأول مرة؟
add-date-hint = مثال: ⁦2026-05-03⁩. إذا كنت لا تعرف اليوم، فاختر يومًا قريبًا منه.
add-weight = الوزن بالكيلوغرام
add-weight-hint = مثال: { $example }
add-weight-pounds = الوزن بالرطل
add-systolic = الرقم العلوي
add-diastolic = الرقم السفلي
add-pressure-hint = بوحدة mmHg، مثال: { $example }
add-medicine = اسم الدواء
add-dose = الكمية وعدد المرات (اختياري)
add-allergy = ما الذي لديك حساسية منه؟
add-reaction = ماذا يحدث لك (اختياري)
add-note = ملاحظة
add-save = حفظ
add-date-shape = أدخل التاريخ بترتيب السنة والشهر واليوم، مثل ⁦2026-05-03⁩
add-date-future = يجب أن يكون التاريخ اليوم أو قبله
add-date-early = التاريخ قديم جدًا. تحقق منه
add-weight-wrong-pounds = أدخل الوزن بالرطل، بين 0.7 و1100، مثل 150.8
add-weight-wrong = أدخل الوزن بالكيلوغرام، بين 0.3 و500، مثل 68.4
add-systolic-wrong = أدخل الرقم العلوي، بين 20 و300
add-diastolic-wrong = أدخل الرقم السفلي، بين 20 و300
add-pressure-swapped = يجب أن يكون الرقم العلوي أكبر من الرقم السفلي
add-name-empty = أدخل اسمًا
add-name-long = يجب ألا يزيد الطول على { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
    }
add-name-hidden = يحتوي هذا على حرف مخفي. اكتبه بدلًا من لصقه
add-note-empty = أدخل ملاحظة
add-changed = تغير هذا العنصر منذ أن فتحت الصفحة. لم يُحفظ أي شيء. لا يزال ما كتبته هنا
add-too-many = هذا السجل ممتلئ. أزل عناصر لا تحتاج إليها قبل إضافة عنصر آخر

## Sorts of things

sort-weight = الوزن
sort-blood-pressure = ضغط الدم
sort-glucose = سكر الدم
sort-height = الطول
sort-medicine = الأدوية
sort-allergy = الحساسية
sort-condition = الأمراض والحالات الصحية
sort-immunization = التطعيمات
sort-procedure = الإجراءات الطبية
sort-note = الملاحظات
sort-document = المستندات
sort-file = الملفات
sort-basic = البيانات الشخصية
sort-other = معلومات أخرى
looked-weight = الوزن
looked-blood-pressure = ضغط الدم
looked-glucose = سكر الدم
looked-height = الطول
looked-medicine = الأدوية
looked-allergy = الحساسية
looked-condition = الأمراض والحالات الصحية
looked-immunization = التطعيمات
looked-procedure = الإجراءات الطبية
looked-note = الملاحظات
looked-document = المستندات
looked-file = الملفات
looked-basic = البيانات الشخصية
looked-other = معلومات أخرى
looked-anything = كل ما يمكنها رؤيته
thing-weight = الوزن { $value } { $unit }
thing-blood-pressure = ضغط الدم { $systolic } / { $diastolic }
thing-glucose = سكر الدم { $value } { $unit }
thing-height = الطول { $value } { $unit }
thing-named = { $name }، { $more }
unit-kg = كغم
unit-lb = رطل
unit-mmol = mmol/L
unit-mg = mg/dL
unit-m = م
unit-in = بوصة
unit-mmhg = mmHg
value-feet = { $feet } قدم { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = من اطلع على ماذا
activity-intro = كل مرة تفتح فيها عيادة أحد سجلاتك أو تضيف إليه شيئًا، نسجل ذلك هنا.
activity-all-clinics = كل العيادات
activity-clinics = العيادات
activity-records = السجلات
activity-all-records = كل السجلات
activity-record = السجل «{ $record }» فقط
activity-none = لم يُقرأ أي شيء ولم يُضف أي شيء بعد.
activity-read = اطلعت { $clinic } على: { $what }
activity-added = أضافت { $clinic }: { $what }
activity-changed = غيرت { $clinic }: { $what }
activity-removed = أزالت { $clinic }: { $what }
activity-refused = طلبت { $clinic }: { $what }. لم نسمح بذلك.
activity-you-added = أضفت: { $what }
activity-you-changed = غيرت: { $what }
activity-you-removed = أزلت: { $what }
activity-another = شخص آخر
activity-when = { $record }، { $clock }. { $more ->
    [0] { $things ->
        [0] لم يكن هناك شيء.
        [one] عنصر واحد.
        [two] عنصران.
        [few] { $things } عناصر.
       *[other] { $things } عنصرًا.
        }
    [one] ومرة أخرى في ذلك اليوم.
    [two] ومرتين أخريين في ذلك اليوم.
    [few] و{ $more } مرات أخرى في ذلك اليوم.
   *[other] و{ $more } مرة أخرى في ذلك اليوم.
    }
activity-when-refused = { $record }، { $clock }. أنت لم توافق على ذلك. { $more ->
    [0] { "" }
    [one] طلبته مرة أخرى في ذلك اليوم.
    [two] طلبته مرتين أخريين في ذلك اليوم.
    [few] طلبته { $more } مرات أخرى في ذلك اليوم.
   *[other] طلبته { $more } مرة أخرى في ذلك اليوم.
    }
activity-monthly = نرسل إليك ملخصًا كل شهر بالبريد الإلكتروني. يمكنك إيقافه.
activity-monthly-off = لا نرسل إليك ملخصًا كل شهر بالبريد الإلكتروني. يمكنك تشغيله.
activity-monthly-change = تغيير ذلك
activity-older = عرض الأقدم
activity-newest = العودة إلى الأحدث
activity-wrong = هل هناك شيء غير صحيح؟
activity-wrong-call = اتصل بالعيادة:
activity-wrong-disconnect = فصل عيادة

## Details

details-heading = بياناتك
details-name = اسمك
details-name-save = حفظ الاسم
details-name-done = تم تغيير اسمك.
details-email-now = بريدك الإلكتروني هو { $email }.
details-new-email = البريد الإلكتروني الجديد
details-new-email-hint = سنرسل 6 أرقام إلى هذا العنوان.
details-your-password = كلمة المرور
details-email-save = تغيير البريد الإلكتروني
details-email-done = تم تغيير بريدك الإلكتروني. أخبرنا العنوانين كليهما.
details-email-same = هذا هو بريدك الإلكتروني بالفعل. أدخل عنوانًا آخر
details-old-password = كلمة المرور الحالية
details-new-password = كلمة المرور الجديدة
details-password-save = تغيير كلمة المرور
details-password-done = تم تغيير كلمة المرور. تم تسجيل خروجك من كل الأجهزة الأخرى.
details-password-wrong = هذه ليست كلمة مرورك. تحقق منها وحاول مرة أخرى
details-digits-heading = تحقق من بريدك الإلكتروني الجديد
details-digits-label = الأرقام الستة من البريد الإلكتروني
details-digits-save = تغيير البريد الإلكتروني
details-digits-stop = الاحتفاظ بالعنوان القديم
undo-email-heading = هل تريد العودة إلى بريدك الإلكتروني السابق؟
undo-email-what = سيصبح البريد الإلكتروني لحسابك { $email } من جديد. سيتم تسجيل خروجك من كل مكان.
undo-email-act = العودة إلى السابق
undo-email-done = تمت العودة إلى بريدك الإلكتروني السابق
undo-email-next = قد يكون شخص آخر يعرف كلمة مرورك. اختر كلمة مرور جديدة الآن.
undo-email-password = اختيار كلمة مرور جديدة
undo-email-over = لم يعد هذا الرابط يعمل
undo-email-over-next = تم استخدامه، أو مضى عليه أكثر من 7 أيام، أو أن هذا العنوان أصبح لحساب آخر.
preferences-heading = رسائل البريد والوحدات
preferences-row-what = البريد الشهري، والكيلوغرام أو الرطل
preferences-monthly-legend = رسائل البريد
preferences-monthly = أرسلوا إلي كل شهر من اطلع على سجلاتي
preferences-monthly-what = نرسله عندما تطلع عيادة على سجل أو تغيره.
preferences-units = الوحدات
preferences-metric = النظام المتري
preferences-metric-what = كيلوغرام، متر، mmol/L
preferences-imperial = النظام الإمبراطوري
preferences-imperial-what = رطل، قدم وبوصة، mg/dL
preferences-save = حفظ
preferences-done = تم حفظ اختيارك.

## Devices

devices-heading = أين سجلت الدخول
devices-intro = سجل الخروج من أي جهاز لا تعرفه. ثم غيّر كلمة مرورك.
devices-this = هذا الجهاز
devices-unknown = جهاز
devices-name = { $browser } على { $system }
devices-seen = تسجيل الدخول في { $since }. آخر استخدام في { $seen }.
devices-sign-out = تسجيل الخروج
devices-everywhere-what = يسجل هذا خروجك من كل الأجهزة، ومنها هذا الجهاز.
devices-everywhere = تسجيل الخروج من كل مكان
devices-row = الأجهزة المسجلة
devices-row-what = أجهزة الكمبيوتر والهواتف
devices-manage = إدارة

## Download

download-heading = نزّل بياناتك
download-what = ننشئ ملفًا واحدًا فيه كل ما في حسابك: سجلاتك، وما فيها، ومن فعل بها ماذا.
download-safe = يحتوي الملف على معلوماتك الصحية. احفظه في مكان آمن.
download-make = إنشاء الملف
download-again = إنشاء ملف جديد
download-running = نحن ننشئ ملفك. قد يستغرق ذلك بضع دقائق. سنرسل إليك بريدًا إلكترونيًا عندما يكون جاهزًا.
download-ready = ملفك جاهز. يمكنك تنزيله حتى { $date }.
download-get = تنزيل الملف
download-failed = لم نتمكن من إنشاء ملفك. حاول مرة أخرى. إذا لم ينجح ذلك، فقد تكون سجلاتك أكبر من أن توضع في ملف واحد.
download-too-many = طلبت اليوم ملفات كثيرة. حاول مرة أخرى غدًا
download-row = بياناتك
download-row-what = كل ما في حسابك في ملف واحد
download-link = تنزيل
download-you = أنت
download-another = شخص آخر
download-log = { $by }: { $act } { $what }
download-file-heading = ⁦Patient Connect⁩: { $name }
download-file-about = كل ما في حساب { $email }، أُنشئ في { $at }.
download-file-nothing = لا شيء
download-file-sort = النوع
download-file-log = من فعل ماذا

## Delete

delete-heading = هل تريد حذف حسابك؟
delete-now = سيتم فصل جميع العيادات الآن، وسنخبرها بذلك.
delete-later = في { $date } نحذف حسابك وسجلاتك وكل ما فيها.
delete-mind = حتى ذلك الحين يمكنك تسجيل الدخول والاحتفاظ بحسابك.
delete-stays = قد تحتفظ العيادات بما قرأته. يبقى في سجلات نشاطها رقم بدلًا من اسمك.
delete-download = يمكنك تنزيل بياناتك أولًا.
delete-password = كلمة المرور
delete-act = حذف حسابي
delete-leave = الاحتفاظ بحسابي
delete-row = حذف
delete-row-what = حسابك وسجلاتك
delete-link = حذف…
delete-coming = سيُحذف حسابك في { $date }
delete-coming-what = تم فصل جميع العيادات. لا يزال بإمكانك الاحتفاظ بحسابك.
delete-keep = الاحتفاظ بحسابي

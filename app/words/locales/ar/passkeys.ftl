# Passkeys of patients.

passkeys-heading = مفاتيح المرور
passkeys-intro = باستخدام مفتاح مرور تسجل الدخول كما تفتح قفل هاتفك أو جهازك: بوجهك أو إصبعك أو رقم PIN. لا تكتب بريدك الإلكتروني ولا كلمة المرور.
passkeys-keeps = تبقى كلمة المرور صالحة أيضًا.
passkeys-none = ليس لديك أي مفتاح مرور بعد.
passkeys-made = أُضيف في { $made }. لم يُستخدم بعد.
passkeys-used = أُضيف في { $made }. آخر استخدام في { $used }.
passkeys-change = تغيير
passkeys-add = إضافة مفتاح مرور
passkeys-add-what = أدخل كلمة المرور أولًا حتى نعرف أنه أنت. بعد ذلك ينشئ متصفحك مفتاح المرور.
passkeys-name = اسم مفتاح المرور
passkeys-name-hint = اسم يدلك على مكان مفتاح المرور، مثل «هاتفي».
passkeys-password = كلمة المرور
passkeys-continue = متابعة
passkeys-enough = عدد مفاتيح المرور لديك: { $max }. أزل مفتاحًا قبل إضافة مفتاح آخر.
passkeys-not-here = لا تعمل مفاتيح المرور على عنوان الويب هذا. تحتاج إلى عنوان يبدأ بـ https.
passkeys-added = تمت إضافة مفتاح المرور. يمكنك تسجيل الدخول به من الآن فصاعدًا.
passkeys-renamed = تم تغيير الاسم.
passkeys-removed = تمت إزالة مفتاح المرور. لم يعد يصلح لتسجيل الدخول.
passkeys-not-added = لم نتمكن من إضافة مفتاح المرور. لم يتغير أي شيء. ابدأ من جديد
passkeys-too-many = طلبت مفاتيح مرور كثيرة. انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم حاول مرة أخرى
passkeys-row = مفاتيح المرور
passkeys-row-what = سجل الدخول دون كلمة المرور
passkey-name-empty = أدخل اسمًا لمفتاح المرور
passkey-name-too-long = يجب ألا يزيد طول الاسم على { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
    }
passkey-name-invisible = يحتوي الاسم على حرف مخفي. اكتبه بدلًا من لصقه
passkey-create-heading = أنشئ مفتاح المرور
passkey-create-what = سيطلب منك هاتفك أو جهازك فتح قفله، أو اختيار مكان حفظ مفتاح المرور.
passkey-create = إنشاء مفتاح المرور
passkey-create-without = لا يمكن لهذا المتصفح إنشاء مفتاح مرور، أو أن JavaScript متوقف. لم يتغير أي شيء. لا تزال كلمة المرور صالحة.
passkey-create-failed = لم يُنشأ مفتاح مرور. حاول مرة أخرى أو ارجع.
passkey-create-known = يوجد على هذا الجهاز مفتاح مرور لحسابك بالفعل. يمكنك تسجيل الدخول به.
passkey-back = العودة إلى مفاتيح المرور
passkey-rename-heading = الاسم
passkey-rename = حفظ الاسم
passkey-remove-heading = إزالة مفتاح المرور هذا
passkey-remove-what = لن يصلح لتسجيل الدخول بعد الآن. تبقى الأجهزة التي سُجل الدخول عليها الآن كما هي.
passkey-remove-device = احذفه أيضًا من هاتفك أو جهازك أو مدير كلمات المرور. وإلا فسيستمر في عرضه عليك.
passkey-remove = إزالة مفتاح المرور
passkey-sign-in = تسجيل الدخول بمفتاح مرور
passkey-sign-in-failed = لم يُستخدم مفتاح المرور. حاول مرة أخرى، أو سجل الدخول ببريدك الإلكتروني وكلمة المرور.
passkey-sign-in-refused = لم يسجل مفتاح المرور هذا دخولك. حاول مرة أخرى، أو استخدم بريدك الإلكتروني وكلمة المرور. مفتاح المرور الذي أزلته من حسابك لم يعد يعمل

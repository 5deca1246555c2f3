# The second step of patients’ sign-ins.

second-step-heading = الخطوة الثانية عند تسجيل الدخول
second-step-what = مع الخطوة الثانية لا تكفي كلمة المرور وحدها: تُدخل أيضًا رمزًا من تطبيق على هاتفك. من يعرف كلمة مرورك لا يستطيع تسجيل الدخول.
second-step-passkey = لا يحتاج مفتاح المرور إلى رمز. فهو آمن مثل الخطوتين معًا.
second-step-off = الخطوة الثانية متوقفة.
second-step-set-up = إعداد الخطوة الثانية
second-step-since = الخطوة الثانية مفعلة منذ { $date }.
second-step-left = { $left ->
    [0] لم يبق لديك أي رمز استرداد.
    [one] بقي لديك رمز استرداد واحد.
    [two] بقي لديك رمزا استرداد.
    [few] بقيت لديك { $left } رموز استرداد.
   *[other] بقي لديك { $left } رمز استرداد.
    }
second-step-few = أنشئ رموزًا جديدة قبل أن تنفد.
second-step-removed = الخطوة الثانية متوقفة. كلمة المرور وحدها تكفي لتسجيل الدخول.
second-step-renew-heading = رموز استرداد جديدة
second-step-renew-what = تتوقف رموز الاسترداد الحالية عن العمل.
second-step-renew = إنشاء رموز استرداد جديدة
second-step-remove-heading = إيقاف الخطوة الثانية
second-step-remove-link = إيقاف
second-step-remove-what = ستكفي كلمة المرور وحدها لتسجيل الدخول. تتوقف رموز الاسترداد عن العمل.
second-step-remove = إيقاف الخطوة الثانية
second-step-password = كلمة المرور
second-step-code = الرمز من تطبيقك أو رمز استرداد
second-step-row = الخطوة الثانية
second-step-row-what = رمز من هاتفك عند تسجيل الدخول
second-step-app-heading = إعداد تطبيق المصادقة
second-step-app = ثبّت أي تطبيق مصادقة على هاتفك.
second-step-scan = امسح رمز QR هذا بالتطبيق.
second-step-qr = رمز QR فيه مفتاح الإعداد لتطبيق المصادقة
second-step-secret = لا يمكنك مسحه؟ أدخل مفتاح الإعداد هذا في التطبيق:
second-step-enter = أدخل الرمز المكون من 6 أرقام من التطبيق، وكلمة المرور.
second-step-digits = الرمز المكون من 6 أرقام
second-step-confirm = تفعيل الخطوة الثانية
second-step-back = العودة إلى الخطوة الثانية
second-step-codes-heading = رموز الاسترداد
second-step-codes-what = بأحد هذه الرموز يمكنك تسجيل الدخول عندما لا يكون هاتفك معك. يصلح كل رمز مرة واحدة. اطبع هذه الصفحة، أو اكتب الرموز واحفظها في مكان آمن.
second-step-codes-once = نعرضها هذه المرة فقط. لم تعد رموز الاسترداد السابقة صالحة.
second-step-codes-kept = لقد حفظت رموز الاسترداد
second-step-ask-heading = أدخل الرمز من تطبيق المصادقة
second-step-ask-hint = افتح التطبيق على هاتفك. يعرض رمزًا جديدًا من 6 أرقام لـ ⁦Patient Connect⁩ كل 30 ثانية.
second-step-ask-why = بعد ذلك يمكنك المتابعة مع { $clinic }. لقد احتفظنا برمزك وإجابتك.
second-step-ask-lost = ليس معك هاتفك؟ أدخل أحد رموز الاسترداد. تبدو هكذا: ⁦JKYZ-QNMN-VHRX⁩.
second-step-ask-over = تسجيل الدخول ببريد إلكتروني آخر
second-step-empty = أدخل الرمز
second-step-shape = أدخل رمزًا من 6 أرقام أو رمز استرداد من 12 حرفًا
second-step-wrong = هذا الرمز خاطئ أو سبق استخدامه. انتظر الرمز التالي وحاول مرة أخرى. تحقق من ساعة هاتفك: الوقت هنا { $clock } بالتوقيت العالمي UTC

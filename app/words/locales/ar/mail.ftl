# The words of mails to patients.

mail-connect-subject = رمز الربط من { $clinic }
mail-connect-preheader = الرمز صالح حتى { $date }. أنت من يقرر ما الذي يتم ربطه.
mail-connect-why = تدعوك { $clinic } إلى ربط سجل صحي بها عن طريق ⁦Patient Connect⁩. هذا هو رمزك:
mail-connect-link = للبدء، افتح هذه الصفحة:
mail-connect-ends = تنتهي صلاحية هذا الرمز في { $date }.
mail-connect-step-open = افتح الصفحة أعلاه. إذا لم يكن رمزك موجودًا فيها، فاكتبه. لا فرق بين الحروف الكبيرة والصغيرة، والشرطات غير مهمة.
mail-connect-step-answer = أجب عن السؤال الذي اتفقت عليه مع { $clinic }. للحفاظ على سريته، لا يوجد السؤال في هذا البريد.
mail-connect-step-choose = سجل الدخول أو أنشئ حسابًا، ثم اختر السجل الذي تريد ربطه. سترى ما يمكن لـ { $clinic } فعله قبل أن توافق.
mail-connect-help = هل تحتاج إلى مساعدة؟ اتصل بـ { $clinic } على الرقم { $phone }.
mail-connect-scam = لا تعطِ هذا الرمز لأحد. لن تتصل بك { $clinic } ولن تراسلك أبدًا لتطلب رمزك أو إجابتك.
mail-connect-unexpected = لم تكن تتوقع هذا البريد؟ لا تستخدم الرمز. اتصل بـ { $clinic } على الرقم { $phone }.
mail-reminder-subject = تذكير من { $clinic }
mail-reminder-why = دعتك { $clinic } إلى ربط سجل صحي بها عن طريق ⁦Patient Connect⁩. لم تستخدم رمزك بعد.
mail-reminder-code = رمزك موجود في الرسالة الورقية أو البريد الإلكتروني من { $clinic } بتاريخ { $date }. للحفاظ على سريته، لا يوجد في هذا البريد.
mail-reminder-link = عندما يكون رمزك جاهزًا، افتح هذه الصفحة:
mail-reminder-lost = هل فقدت الرمز أو نسيت الإجابة؟ اتصل بـ { $clinic } على الرقم { $phone }. يمكنهم إعطاؤك رمزًا جديدًا.
mail-reminder-unwanted = إذا كنت لا تريد الربط، فلا يلزمك فعل أي شيء. ستنتهي صلاحية الرمز.
mail-stopped-subject = رمزك من { $clinic } مقفل
mail-stopped-why = كانت الإجابة عن سؤالك خاطئة مرات كثيرة، لذلك لم يعد رمزك من { $clinic } يعمل. هذا يحمي سجلك.
mail-stopped-next = اتصل بـ { $clinic } على الرقم { $phone } واطلب رمزًا جديدًا. لا حاجة إلى الحضور.
mail-stopped-unexpected = إذا لم تكن أنت، فقد استخدم شخص آخر رمزك. لم يتمكن من التقدم أكثر من ذلك. أخبر { $clinic } عندما تتصل.
mail-digits-subject = الأرقام الستة لـ ⁦Patient Connect⁩
mail-digits-why = أدخل هذه الأرقام في الصفحة التي تنشئ فيها حسابك:
mail-digits-link = هل اختفت تلك الصفحة؟ افتح هذه الصفحة وأدخل كلمة المرور التي اخترتها:
mail-digits-ends = الأرقام والرابط صالحة لمدة { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    }.
mail-digits-scam = لا تعطِ هذه الأرقام أو هذا الرابط لأحد. لن يطلبها منك أبدًا أي شخص من ⁦Patient Connect⁩ أو من عيادة.
mail-digits-unexpected = إذا لم تكن أنت، فقد يكون شخص ما كتب بريدك الإلكتروني بالخطأ. لا يلزمك فعل أي شيء.
mail-known-subject = لديك بالفعل حساب في ⁦Patient Connect⁩
mail-known-why = حاول شخص ما، ربما أنت، إنشاء حساب بهذا البريد الإلكتروني. لديك حساب بالفعل، لذلك لم ننشئ حسابًا جديدًا.
mail-known-link = سجل الدخول هنا:
mail-known-forgot = هل نسيت كلمة المرور؟ اختر كلمة مرور جديدة هنا:
mail-known-unexpected = إذا لم تكن أنت، فلم يتغير أي شيء ولم يطلع أحد على سجلاتك.
mail-receipt-subject = أنت الآن مرتبط بـ { $clinic }
mail-receipt-why = أحد سجلاتك الصحية مرتبط الآن بـ { $clinic }.
mail-receipt-record = سجلك «{ $record }» مرتبط الآن بـ { $clinic }.
mail-receipt-link = لمعرفة ما يمكن للعيادة فعله، أو للفصل، افتح هذه الصفحة:
mail-receipt-change = هل هذا هو السجل الخطأ؟ غيّره خلال { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
    } من الربط:
mail-receipt-unexpected = إذا لم تكن أنت، فافصل العيادة في تلك الصفحة واتصل بـ { $clinic } على الرقم { $phone }.
mail-record-changed-subject = غيرت السجل المرتبط بـ { $clinic }
mail-record-changed-why = سجل آخر من سجلاتك الصحية مرتبط الآن بـ { $clinic }.
mail-record-changed-to = سجلك «{ $record }» مرتبط الآن بـ { $clinic }.
mail-record-changed-former = أنهينا الارتباط بالسجل الخطأ. إذا كانت { $clinic } قد قرأت ذلك السجل، فقد تحتفظ بما قرأته. اسأل عن ذلك على الرقم { $phone }.
mail-disconnected-subject = لم تعد مرتبطًا بـ { $clinic }
mail-disconnected-why = لقد فصلت أحد سجلاتك الصحية عن { $clinic }. لم يعد بإمكانها الاطلاع عليه أو تغييره هنا.
mail-disconnected-kept = قد تحتفظ { $clinic } بنسخ من المعلومات التي قرأتها. للسؤال عن ذلك، اتصل بالرقم { $phone }.
mail-disconnected-link = لعرض ارتباطاتك، افتح هذه الصفحة:
mail-disconnected-again = يمكنك الربط مرة أخرى بالرمز نفسه ما دام صالحًا، أو برمز جديد من { $clinic }.
mail-reset-subject = اختر كلمة مرور جديدة لـ ⁦Patient Connect⁩
mail-reset-why = طلب شخص ما، ربما أنت، كلمة مرور جديدة لهذا البريد الإلكتروني. اكتب هذه الأرقام في الصفحة التي طلبت فيها ذلك:
mail-reset-why-link = طلب شخص ما، ربما أنت، كلمة مرور جديدة لهذا البريد الإلكتروني.
mail-reset-link = أو افتح هذه الصفحة واختر فيها كلمة المرور الجديدة:
mail-reset-link-only = افتح هذه الصفحة واختر فيها كلمة المرور الجديدة:
mail-reset-ends = يمكنك استخدام هذا البريد مرة واحدة، لمدة { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    }. تبقى كلمة مرورك القديمة صالحة حتى ذلك الحين.
mail-reset-guessed = لا يحتوي هذا البريد على أرقام، لأن أرقامًا خاطئة أُدخلت لحسابك اليوم مرات كثيرة.
mail-reset-scam = لا تعطِ هذه الأرقام أو هذا الرابط لأحد. لن يطلبها منك ⁦Patient Connect⁩ ولا عيادتك أبدًا.
mail-reset-unexpected = لم تكن أنت؟ إذن لا يلزمك فعل أي شيء. لم تتغير كلمة مرورك.
mail-no-account-subject = ليس لديك حساب في ⁦Patient Connect⁩ بهذا العنوان
mail-no-account-why = طلب شخص ما، ربما أنت، كلمة مرور جديدة لهذا البريد الإلكتروني. ليس له حساب في ⁦Patient Connect⁩.
mail-no-account-other = هل لديك بريد إلكتروني آخر؟ جرّبه:
mail-no-account-create = أو أنشئ حسابًا:
mail-no-account-unexpected = لم تكن أنت؟ إذن لا يلزمك فعل أي شيء.
mail-password-changed-subject = تم تغيير كلمة مرورك في ⁦Patient Connect⁩
mail-password-changed-why = تم تغيير كلمة مرور حسابك في { $at }. تم تسجيل خروجك من كل الأجهزة الأخرى.
mail-password-changed-yours = هل كنت أنت؟ إذن لا يلزمك فعل أي شيء.
mail-password-changed-link = لم تكن أنت؟ اختر كلمة مرور جديدة الآن:
mail-password-changed-check = ثم راجع ارتباطاتك، وافصل ما لا تعرفه منها:
mail-open = ابدأ هنا
mail-open-page = فتح الصفحة
mail-email-digits-subject = الأرقام الستة لبريدك الإلكتروني الجديد
mail-email-digits-why = أدخل هذه الأرقام في الصفحة التي تغير فيها بريدك الإلكتروني:
mail-email-digits-ends = هي صالحة لمدة { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    }.
mail-email-digits-scam = لا تعطِ هذه الأرقام لأحد. لن يطلبها منك أبدًا أي شخص من ⁦Patient Connect⁩ أو من عيادة.
mail-email-digits-unexpected = إذا لم تكن أنت، فقد يكون شخص ما كتب بريدك الإلكتروني بالخطأ. لا يلزمك فعل أي شيء.
mail-email-changed-subject = تم تغيير البريد الإلكتروني لحسابك في ⁦Patient Connect⁩
mail-email-changed-why = في { $at } تم تغيير البريد الإلكتروني لحسابك إلى { $email }.
mail-email-changed-yours = إذا كنت أنت، فلا يلزمك فعل أي شيء.
mail-email-changed-undo = إذا لم تكن أنت، فأعده كما كان. هذا الرابط صالح لمدة { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
    }:
mail-email-changed-account = اعرض حسابك:
mail-download-subject = بياناتك من ⁦Patient Connect⁩ جاهزة
mail-download-why = طلبت ملفًا فيه كل ما في حسابك في ⁦Patient Connect⁩. الملف جاهز.
mail-download-link = سجل الدخول ونزّله:
mail-download-ends = يمكنك تنزيله حتى { $date }.
mail-download-unexpected = إذا لم تطلب ذلك، فسجل الدخول وغيّر كلمة مرورك.
mail-account-ends-subject = سيُحذف حسابك في ⁦Patient Connect⁩
mail-account-ends-why = طلبت منا حذف حسابك. لقد فصلنا جميع العيادات. سيُحذف كل ما عدا ذلك في { $date }.
mail-account-ends-keep = للاحتفاظ بحسابك، أو إذا لم تكن أنت، سجل الدخول قبل ذلك اليوم:
mail-account-ended-subject = تم حذف حسابك في ⁦Patient Connect⁩
mail-account-ended-why = كما طلبت، تم حذف حسابك وسجلاتك في { $date }.
mail-first-read-subject = فتحت { $clinic } سجلك
mail-first-read-why = فتحت { $clinic } أحد سجلاتك الصحية لأول مرة منذ أن ربطته.
mail-first-read-record = فتحت { $clinic } سجلك «{ $record }» لأول مرة منذ أن ربطته.
mail-first-read-link = اعرف ما اطلعت عليه:
mail-first-read-once = نخبرك بهذا مرة واحدة. تجد في حسابك دائمًا قائمة بمن اطلع على ماذا.
mail-first-read-disconnect = لتغيير ما يمكن للعيادة فعله، أو لفصلها، افتح حسابك:
mail-first-read-unexpected = إذا لم تكن تتوقع ذلك، فاتصل بـ { $clinic } على الرقم { $phone }.
mail-new-device-subject = تسجيل دخول جديد إلى حسابك في ⁦Patient Connect⁩
mail-new-device-why = سجل شخص ما الدخول إلى حسابك في { $at } باستخدام { $device }. لم نر هذا الجهاز من قبل.
mail-new-device-unknown = سجل شخص ما الدخول إلى حسابك في { $at }. لم نر هذا الجهاز من قبل.
mail-new-device-password = إذا لم تكن أنت، فهناك من يعرف كلمة مرورك. اختر كلمة مرور جديدة الآن:
mail-new-device-devices = اعرف أين سجلت الدخول:
mail-passkey-added-subject = أُضيف مفتاح مرور إلى حسابك في ⁦Patient Connect⁩
mail-passkey-added-why = في { $at } أُضيف مفتاح المرور «{ $name }» إلى حسابك. يسجل دخولك دون كلمة المرور.
mail-passkey-removed-subject = أُزيل مفتاح مرور من حسابك في ⁦Patient Connect⁩
mail-passkey-removed-why = في { $at } أُزيل مفتاح المرور «{ $name }» من حسابك. لم يعد يصلح لتسجيل الدخول.
mail-passkey-see = اعرض مفاتيح المرور، وأزل ما لا تعرفه منها:
mail-second-step-on-subject = أصبح تسجيل دخولك إلى ⁦Patient Connect⁩ على خطوتين
mail-second-step-on-why = في { $at } تم إعداد تطبيق مصادقة لحسابك. من الآن فصاعدًا، تحتاج كلمة مرورك إلى رمز من التطبيق.
mail-second-step-off-subject = الخطوة الثانية لتسجيل دخولك إلى ⁦Patient Connect⁩ متوقفة
mail-second-step-off-why = في { $at } تم إيقاف تطبيق المصادقة لحسابك. كلمة المرور وحدها تكفي لتسجيل الدخول.
mail-second-step-codes-subject = لديك رموز استرداد جديدة لـ ⁦Patient Connect⁩
mail-second-step-codes-why = في { $at } أُنشئت رموز استرداد جديدة لحسابك. لم تعد الرموز القديمة صالحة.
mail-second-step-reset-subject = تمت إعادة ضبط تطبيق المصادقة الخاص بك في ⁦Patient Connect⁩
mail-second-step-reset-why = في { $at } أعاد مشغل ⁦Patient Connect⁩ ضبط تطبيق المصادقة لحسابك. كلمة المرور وحدها تكفي لتسجيل الدخول، وتم تسجيل خروجك من كل مكان.
mail-second-step-missing-subject = أدخل شخص ما كلمة مرورك في ⁦Patient Connect⁩
mail-second-step-missing-why = في { $at } أدخل شخص ما كلمة المرور الصحيحة لحسابك، لكنه لم يدخل الرمز من تطبيق المصادقة. لم يتم تسجيل دخوله.
mail-second-step-see = اعرض الخطوة الثانية لتسجيل دخولك:
mail-monthly-subject = من اطلع على سجلاتك في { $month }
mail-monthly-why = هذا ما فعلته العيادات بسجلاتك في { $month }.
mail-monthly-read = اطلعت { $clinic } على: { $what }.
mail-monthly-read-record = اطلعت { $clinic } على: { $what }، في «{ $record }».
mail-monthly-wrote = أضافت { $clinic } أو غيرت: { $what }.
mail-monthly-wrote-record = أضافت { $clinic } أو غيرت: { $what }، في «{ $record }».
mail-monthly-refused = طلبت { $clinic }: { $what }. لم نسمح بذلك.
mail-monthly-refused-record = طلبت { $clinic }: { $what }، في «{ $record }». لم نسمح بذلك.
mail-monthly-more = تجد القائمة كاملة في حسابك.
mail-monthly-link = اعرض كل يوم:
mail-monthly-stop = أوقف هذا البريد الشهري، أو شغّله من جديد، في بياناتك:
mail-custodian-invited-subject = يدعوك { $by } إلى الاعتناء بسجل
mail-custodian-invited-why = لدى { $by } سجل صحي في ⁦Patient Connect⁩ ويطلب منك الاعتناء به معًا. ستتمكن من رؤية كل ما فيه، والإضافة إليه، وتحديد العيادات التي يمكنها استخدامه.
mail-custodian-invited-link = افتح هذه الصفحة، وسجل الدخول أو أنشئ حسابًا:
mail-custodian-invited-digits = ثم أدخل 6 أرقام. ليست موجودة في هذا البريد: سيخبرك بها { $by }.
mail-custodian-invited-ends = الرابط صالح حتى { $date }.
mail-custodian-invited-unexpected = إذا كنت لا تعرف هذا الشخص، فلا يلزمك فعل أي شيء.
mail-custodian-joined-subject = يعتني { $name } الآن بسجل معك
mail-custodian-joined-why = يعتني { $name } الآن معك بأحد سجلاتك الصحية.
mail-custodian-joined-record = يعتني { $name } الآن معك بسجلك «{ $record }».
mail-custodian-joined-what = كلاكما يرى كل ما فيه، ويمكن لكل منكما ربط العيادات وفصلها. ما يفعله كل منكما موجود في قائمة من اطلع على ماذا.
mail-custodian-joined-link = اعرف من يعتني بالسجل، أو أزل شخصًا:
mail-custodian-left-subject = لم يعد { $name } يعتني بسجل معك
mail-custodian-left-why = لم يعد { $name } يعتني بأحد سجلاتك الصحية. تم فصل العيادات التي ربطها { $name } به.
mail-custodian-left-record = لم يعد { $name } يعتني بسجلك «{ $record }». تم فصل العيادات التي ربطها { $name } به.
mail-custodian-removed-subject = لم تعد تعتني بسجل
mail-custodian-removed-why = لم تعد تعتني بأحد السجلات الصحية في حسابك. تم فصل العيادات التي ربطتها به.
mail-custodian-removed-record = لم تعد تعتني بالسجل «{ $record }». تم فصل العيادات التي ربطتها به.
mail-custodian-account = اعرض سجلاتك:
mail-custodian-disconnected = قام { $by }، الذي يعتني معك بسجل، بفصل { $clinic } عنه. لم يعد بإمكان العيادة الاطلاع عليه أو تغييره هنا.

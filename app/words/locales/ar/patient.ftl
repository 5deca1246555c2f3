# Words on patients’ pages: from the code to “You are connected”, the account, and what can go wrong.

continue = متابعة
go-to-start = الانتقال إلى صفحة البداية
clinic-hours = ساعات العمل:
clinic-logo = شعار { $clinic }
call-clinic = اتصل بـ { $clinic } على الرقم { $phone }

## The start page

home-title = الربط بعيادتك
home-heading = اربط سجلك الصحي بعيادتك
home-intro = تعطيك عيادتك رمزًا. أنت تختار السجل الذي تريد ربطه. لا نشارك أي شيء قبل أن توافق.
home-code = لدي رمز من عيادتي
home-code-hint = يتكون رمزك من 20 حرفًا. ستجده في رسالتك الورقية أو في بريدك الإلكتروني.
home-sign-in = تسجيل الدخول إلى سجلاتك
home-account = الانتقال إلى سجلاتك
home-account-hint = اعرف العيادات المرتبطة، أو افصل عيادة منها.
home-staff = لموظفي العيادات

## The code

code-heading = أدخل رمزك
code-hint = يتكون رمزك من 20 حرفًا لاتينيًا، مثل ⁦JKYZ-QNMN-VHRX-ZGNR-GZNH⁩. يمكنك كتابة حروف كبيرة أو صغيرة، مع الشرطات أو بدونها.
code-picture = صورة رسالة ورقية. الرمز داخل إطار أسفل الخطوات.
code-where = في الرسالة الورقية، يوجد رمزك داخل إطار. وفي البريد الإلكتروني، يوجد في سطر منفرد.
code-from-link = إذا وصلت إلى هنا عن طريق رابط في بريد إلكتروني، فاكتب الرمز الموجود في ذلك البريد أو الصقه.
code-empty = أدخل الرمز من رسالتك الورقية أو بريدك الإلكتروني
code-too-short = عدد الحروف التي أدخلتها: { $entered }. عدد حروف الرمز: { $length }. تحقق من عدم وجود حروف ناقصة
code-too-long = عدد الحروف التي أدخلتها: { $entered }. عدد حروف الرمز: { $length }. احذف كل ما ليس من الرمز
code-impossible = { $sign ->
    [letter] لا يستخدم الرمز الحرف { $letter } ولا أي أرقام
    [number] لا يستخدم الرمز أي أرقام
   *[other] يستخدم الرمز الحروف فقط
    }. تحقق من الحرف رقم { $position }
code-check-letter = أحد الحروف غير صحيح. قارن كل مجموعة من 4 حروف برسالتك الورقية أو بريدك الإلكتروني
code-unknown = لا نتعرف على هذا الرمز. قارنه برسالتك الورقية أو بريدك الإلكتروني. إذا لم ينجح بعد ذلك، فاطلب من عيادتك رمزًا جديدًا
code-slow-down = أُدخل عدد كبير من الرموز الخاطئة من هذا الاتصال بالإنترنت. انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم حاول مرة أخرى. لا يزال رمزك صالحًا
code-unavailable = حدث خطأ من جانبنا. لم يُستخدم رمزك. حاول مرة أخرى بعد بضع دقائق

## The question

question-title = سؤالك
question-who = سؤال من { $clinic }
question-hint = { $blanks ->
    [count] اكتب الإجابة التي اتفقت عليها مع { $clinic }. لا فرق بين الحروف الكبيرة والصغيرة، لكن المسافات مهمة.
    [never] اكتب الكلمات التي أعطتك إياها { $clinic } بالترتيب نفسه. لا فرق بين الحروف الكبيرة والصغيرة، والمسافات غير مهمة.
   *[lenient] اكتب الإجابة التي اتفقت عليها مع { $clinic }. لا فرق بين الحروف الكبيرة والصغيرة.
    }
question-left = { $left ->
    [one] بقيت لك محاولة واحدة. إذا كانت تلك الإجابة خاطئة أيضًا، فسيُقفل الرمز لحماية سجلك.
    [two] بقيت لك محاولتان. بعد ذلك سيُقفل الرمز لحماية سجلك.
    [few] بقيت لك { $left } محاولات. بعد ذلك سيُقفل الرمز لحماية سجلك.
   *[other] بقيت لك { $left } محاولة. بعد ذلك سيُقفل الرمز لحماية سجلك.
    }
question-cannot-remember = لا أتذكر الإجابة
question-not-me = هذا الرمز ليس لي
question-empty = أدخل إجابتك
question-too-long = يجب ألا يزيد طول إجابتك على { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
    }
question-invisible = تحتوي إجابتك على حرف مخفي. اكتبها بدلًا من لصقها
question-blank = { $end ->
    [start] تبدأ إجابتك
   *[finish] تنتهي إجابتك
    } بمسافة. احذف المسافة وحاول مرة أخرى. لم تُحسب هذه محاولة
question-wrong = لا تتطابق هذه الإجابة مع الإجابة الموجودة لدينا. { $left ->
    [one] بقيت لك محاولة واحدة. إذا لم تكن متأكدًا، فاتصل أولًا بـ { $clinic } على الرقم { $phone }
    [two] بقيت لك محاولتان. { $blanks ->
        [count] لا فرق بين الحروف الكبيرة والصغيرة، لكن المسافات مهمة
        [never] لا فرق بين الحروف الكبيرة والصغيرة، والمسافات غير مهمة
       *[lenient] لا فرق بين الحروف الكبيرة والصغيرة
        }
    [few] بقيت لك { $left } محاولات. { $blanks ->
        [count] لا فرق بين الحروف الكبيرة والصغيرة، لكن المسافات مهمة
        [never] لا فرق بين الحروف الكبيرة والصغيرة، والمسافات غير مهمة
       *[lenient] لا فرق بين الحروف الكبيرة والصغيرة
        }
   *[other] بقيت لك { $left } محاولة. { $blanks ->
        [count] لا فرق بين الحروف الكبيرة والصغيرة، لكن المسافات مهمة
        [never] لا فرق بين الحروف الكبيرة والصغيرة، والمسافات غير مهمة
       *[lenient] لا فرق بين الحروف الكبيرة والصغيرة
        }
    }
question-full-stop = تنتهي إجابتك بنقطة. احذفها وحاول مرة أخرى. لم تُحسب هذه محاولة
question-repeated = لقد جربت هذه الإجابة من قبل. لا تتطابق مع الإجابة الموجودة لدينا. لم تُحسب هذه محاولة
question-others-waiting = ما زلنا نتحقق من إجابة أخرى. انتظر لحظة ثم حاول مرة أخرى. لم تُحسب هذه محاولة
question-unavailable = حدث خطأ من جانبنا. لم نتحقق من إجابتك، ولم تُحسب هذه محاولة. حاول مرة أخرى بعد بضع دقائق

## I cannot remember

cannot-remember-heading = إذا كنت لا تتذكر الإجابة
cannot-remember-no-try = فتح هذه الصفحة لا يُحسب محاولة.
cannot-remember-think = إنها الإجابة التي اتفقت عليها مع { $clinic } عندما كنت هناك. حاول أن تتذكر الكلمات بالضبط.
cannot-remember-call = إذا لم تتذكرها بعد ذلك، فاتصل بـ { $clinic } على الرقم { $phone }. يمكنهم إعطاؤك رمزًا جديدًا مع سؤال جديد.
cannot-remember-back = العودة إلى السؤال

## This was not meant for me

not-me-heading = هل هذا الرمز لك؟
not-me-hint = أنشأت { $clinic } هذا الرمز لشخص واحد.
not-me-no = لا، ليس لي
not-me-no-hint = سيتوقف الرمز عن العمل وسنخبر { $clinic }.
not-me-yes = نعم، هو لي
not-me-yes-hint = ستعود إلى السؤال.
not-me-nothing-chosen = اختر ما إذا كان هذا الرمز لك

## Which record

record-title = اختر سجلًا
record-for = هذا من أجل
record-heading = أي سجل تريد ربطه بـ { $clinic }؟
record-signed-in = سجلت الدخول باسم { $name }
record-not-you = لست أنت؟ استخدم حسابًا آخر
record-connected = مرتبط بالفعل بـ { $clinic }. أُنشئ في { $date }.
record-spoken-of = قد يكون هذا هو السجل الذي تقصده { $clinic }. أُنشئ في { $date }.
record-connected-and-spoken-of = قد يكون هذا هو السجل الذي تقصده { $clinic }. هو مرتبط بالفعل. أُنشئ في { $date }.
record-new = شخص آخر (إنشاء سجل جديد)
record-name-label = اسم الشخص
record-first-heading = أنشئ سجلًا لربطه بـ { $clinic }
record-first-intro = ليس لديك أي سجل بعد. يحتوي السجل على معلومات صحية عن شخص واحد: أنت أو شخص ترعاه.
record-nothing-chosen = اختر سجلًا أو أنشئ سجلًا جديدًا
record-name-empty = أدخل اسم الشخص صاحب هذا السجل
record-name-too-long = يجب ألا يزيد طول الاسم على { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
    }
record-name-taken = لديك بالفعل سجل بهذا الاسم. اختر ذلك السجل، أو أضف شيئًا إلى الاسم، مثل سنة الميلاد
record-name-invisible = يحتوي الاسم على حرف مخفي. اكتبه بدلًا من لصقه

## Authorize

authorize-heading = هل تريد ربط السجل «{ $record }» بـ { $clinic }؟
authorize-will = ستتمكن { $clinic } من:
authorize-learns = ستُبلَّغ { $clinic } بأنك ربطت هذا السجل. وهي لا تطلب الاطلاع على أي معلومات صحية أو تغييرها.
authorize-optional = يمكنك أيضًا السماح لـ { $clinic } بما يلي:
authorize-optional-hint = اختر ما توافق عليه. يمكنك الربط دون اختيار أي منها.
authorize-connected = السجل «{ $record }» مرتبط بالفعل بـ { $clinic }. إذا وافقت مرة أخرى، فستحل اختياراتك في هذه الصفحة محل اختياراتك السابقة.
authorize-learns-heading = ما ستعرفه { $clinic } عنك
authorize-learns-holder = اسمك: { $name }
authorize-learns-record = اسم هذا السجل: { $record }
authorize-learns-dates = تاريخ إنشائك هذا السجل وتاريخ ربطه
authorize-learns-ids = رقم تعريف لك ورقم لهذا السجل. كل عيادة تربط بها هذا السجل تحصل على الرقمين نفسيهما.
authorize-learns-not = لن تعرف { $clinic } عنوان بريدك الإلكتروني ولا أسماء السجلات التي لا تربطها بها.
authorize-stop = يمكنك الفصل في أي وقت. افتح سجلاتك واختر «فصل».
authorize-privacy = بيان الخصوصية من { $clinic }
authorize-terms = شروط الاستخدام من { $clinic }
authorize-only-if = تابع فقط إذا كانت { $clinic } هي التي أعطتك هذا الرمز.
authorize-yes = نعم، أوافق على الربط
authorize-no = لا، لا أريد الربط
authorize-changed = تغيرت هذه الصفحة منذ أن فتحتها: قد تطلب { $clinic } الآن شيئًا آخر. لم يُربط أي شيء بعد. اقرأ الصفحة مرة أخرى ثم اختر
authorize-nothing-chosen = اختر «نعم، أوافق على الربط» أو «لا، لا أريد الربط»

## Whom the letter is for, and which record is connected

pair-letter = الرسالة موجهة إلى:
pair-letter-unknown = اسم لم نعد نحتفظ به
pair-record = أنت تربط:
pair-match = الاسمان متطابقان.
pair-cannot-tell = تأكد من أنه الشخص نفسه.
pair-differs = الاسمان غير متطابقين. راجع رسالتك الورقية.
pair-better = سجل آخر من سجلاتك أقرب إلى ما في الرسالة. راجع رسالتك الورقية.
pair-all-the-same = الاسمان غير متطابقين. لقد أخبرتنا أن هذا هو السجل الصحيح.
pair-elsewhere = اختيار سجل آخر
right-record-heading = هل هذا هو السجل الصحيح؟
right-record-legend = سجل مَن الذي تقصده العيادة؟
right-record-hint = إذا ربطت السجل الخطأ، فستصل نتائج شخص إلى سجل شخص آخر.
right-record-better = سنختار لك هذا السجل. أنشأته في { $date }.
right-record-another = سجل آخر
right-record-another-hint = ستعود لتختار سجلًا آخر أو لتنشئ سجلًا جديدًا.
right-record-this-hint = مكتوب في الرسالة «{ $letter }»، لكن المقصود هو { $record }.
right-record-not-sure = لست متأكدًا
right-record-not-sure-hint = سنوضح لك كيف تسأل العيادة. لا يزال رمزك صالحًا.
right-record-stop = التوقف هنا دون ربط
right-record-nothing-chosen = اختر السجل الذي تقصده العيادة
right-record-changed = تغيرت هذه الصفحة منذ أن فتحتها. لم يُربط أي شيء بعد. اقرأها مرة أخرى ثم اختر
not-sure-heading = اسأل العيادة عن السجل الذي تقصده
not-sure-code = لم يُربط أي شيء. رمزك صالح حتى { $date }.
not-sure-connection = لم نغير أي شيء. يبقى ارتباطك كما هو.
not-sure-ask = اتصل بـ { $clinic } على الرقم { $phone }. اسأل لمن هذه الرسالة، ثم عد إلى هنا.
not-sure-back = العودة إلى القرار

## The wrong record

change-heading = هل السجل «{ $record }» هو السجل الخطأ لدى { $clinic }؟
change-what = اختر السجل الصحيح. سنربطه بـ { $clinic } وننهي الارتباط بالسجل الخطأ.
change-read = لقد قرأت { $clinic } معلومات صحية في السجل «{ $record }». وقد تحتفظ بما قرأته.
change-not-read = لم تقرأ { $clinic } أي معلومات صحية في السجل «{ $record }». قد يعرف نظامها اسم السجل.
change-written = أضافت { $clinic } معلومات صحية إلى السجل «{ $record }». يبقى ما أضافته هناك. اطلب من العيادة حذفه.
change-may = ستتمكن { $clinic } من القيام بما كان مسموحًا لها من قبل، لكن مع السجل الصحيح:
change-letter = أي رسالة مرتبطة بالسجل الخطأ؟
change-letter-hint = أكثر من رسالة مرتبطة بهذا السجل.
change-record = ما هو السجل الصحيح؟
change-record-connected = مرتبط بالفعل بـ { $clinic }. أُنشئ في { $date }.
change-continue = تغيير السجل
change-keep = إبقاء السجل «{ $record }» مرتبطًا
change-no-letter = اختر الرسالة المرتبطة بالسجل الخطأ
change-nothing-chosen = اختر السجل الصحيح أو أنشئ سجلًا جديدًا
change-changed = تغيرت هذه الصفحة منذ أن فتحتها. لم يتغير أي شيء بعد. اقرأها مرة أخرى ثم اختر
changed-heading = السجل «{ $record }» مرتبط الآن بـ { $clinic }
changed-former = لم يعد السجل «{ $record }» مرتبطًا. لم يعد بإمكان { $clinic } فتحه.
changed-still-connected = يبقى السجل «{ $record }» مرتبطًا بـ { $clinic }، لأن رسالة أخرى تربطه.
change-too-late-heading = لم يعد بإمكانك تغيير هذا السجل هنا
change-too-late-next = يمكنك تغيير السجل خلال { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
    } من ربطه. افصله الآن: افتح سجلاتك واختر «فصل». ثم اتصل بـ { $clinic } على الرقم { $phone } واطلب رمزًا جديدًا.
change-ended-heading = انتهى هذا الارتباط بالفعل
change-ended-next = تم فصله أو تغيير سجله. لم يتغير أي شيء الآن. تظهر في سجلاتك العيادات المرتبطة.

## Connected

done-heading = أنت الآن مرتبط بـ { $clinic }
done-record = السجل «{ $record }» مرتبط الآن.
done-message = رسالة من { $clinic }
done-next = ماذا سيحدث بعد ذلك
done-next-clinic = سترى { $clinic } ذلك في المرة القادمة التي يتحقق فيها نظامها. يحدث هذا عادة خلال يوم واحد.
done-next-nothing = لا يلزمك فعل أي شيء آخر.
done-receipt = سنرسل تأكيدًا بالبريد الإلكتروني إلى { $email }.
done-receipt-heading = التأكيد
done-receipt-clinic = العيادة
done-wrong-record = السجل خطأ؟
done-wrong-record-how = يمكنك تغيير السجل خلال { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
    } من ربطه.
done-change-record = تغييره
done-stop = كيفية الفصل
done-stop-how = يمكنك فصل { $clinic } في أي وقت. افتح سجلاتك واختر «فصل».
done-print = يمكنك طباعة هذه الصفحة والاحتفاظ بها.
done-account = الانتقال إلى سجلاتك

## Not connected

declined-heading = لم يتم الربط
declined-nothing-shared = لم نشارك أي شيء مع { $clinic }.
declined-until = رمزك صالح حتى { $date }. إذا غيرت رأيك، فأدخله مرة أخرى.

## How a code ends

ended-heading = انتهت صلاحية هذا الرمز في { $date }
ended-next = اتصل بـ { $clinic } على الرقم { $phone } واطلب رمزًا جديدًا. لا حاجة إلى الحضور.
replaced-heading = أعطتك { $clinic } رمزًا أحدث
replaced-next = استخدم الرمز الموجود في أحدث رسالة أو بريد إلكتروني، بتاريخ { $date }.
stopped-heading = هذا الرمز مقفل لأن الإجابة كانت خاطئة مرات كثيرة
stopped-next = هذا يحمي سجلك. اتصل بـ { $clinic } على الرقم { $phone } واطلب رمزًا جديدًا.
withdrawn-heading = ألغت { $clinic } هذا الرمز
withdrawn-next = إذا لم تكن تتوقع ذلك، فاتصل بالرقم { $phone }.
refused-heading = لقد أخبرتنا أن هذا الرمز ليس لك
refused-next = إذا كان ذلك خطأ، فاتصل بـ { $clinic } على الرقم { $phone }.
used-heading = سبق استخدام هذا الرمز
used-next = إذا لم تكن أنت من استخدمه، فاتصل الآن بـ { $clinic } على الرقم { $phone }.
thanks-heading = شكرًا على إخبارنا
thanks-next = لم نشارك أي شيء. لقد أخبرنا { $clinic }.
thanks-connected-next = سبق أن استخدم شخص ما هذا الرمز للربط. لقد أخبرنا { $clinic }. إذا كنت قلقًا بشأن سجلك، فاتصل بالرقم { $phone }.
timed-out-heading = انتهت مهلة هذه الصفحة
timed-out-next = لحماية سجلك، تنتهي مهلة الصفحات بعد { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    }. لم يُستخدم رمزك. أدخله مرة أخرى للمتابعة.
not-started-heading = ابدأ برمزك
not-started-next = أدخل أولًا الرمز من رسالتك الورقية أو بريدك الإلكتروني. بعد ذلك يمكنك فتح هذه الصفحة.
enter-code = إدخال رمزك
newer-code = إدخال رمزك الأحدث

## When something goes wrong

trouble-heading = عذرًا، حدث خطأ
trouble-unavailable = لم يُستخدم رمزك. حاول مرة أخرى بعد بضع دقائق.
trouble-unavailable-phone = لم يُستخدم رمزك. حاول مرة أخرى بعد بضع دقائق أو اتصل بالرقم { $phone }.
trouble-ours = المشكلة من جانبنا، وليست منك. حاول مرة أخرى بعد بضع دقائق.
trouble-kept = لا يزال ما كتبته في هذه الصفحة، ما عدا كلمات المرور والرموز التي تُستخدم مرة واحدة. انتظر دقيقة ثم أرسله مرة أخرى.
signed-out-heading = لم تعد مسجلًا للدخول
signed-out-next = لا يزال ما كتبته في هذه الصفحة، ما عدا كلمات المرور والرموز التي تُستخدم مرة واحدة. سجل الدخول مرة أخرى في علامة تبويب جديدة. ثم عد إلى هذه الصفحة وأرسله مرة أخرى.
signed-out-sign-in = تسجيل الدخول (في علامة تبويب جديدة)
signed-out-heading-code = لم تستخدم الصفحة لفترة
signed-out-next-code = لا يزال ما كتبته في هذه الصفحة. أدخل رمزك مرة أخرى في علامة تبويب جديدة. ثم عد إلى هذه الصفحة وأرسله مرة أخرى.
signed-out-code = إدخال رمزك (في علامة تبويب جديدة)
trouble-send-again = الإرسال مرة أخرى
slow-down-heading = محاولات كثيرة جدًا
slow-down-next = انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم حاول مرة أخرى. إذا كان لديك رمز، فهو لا يزال صالحًا.
crowded-heading = عدد كبير من الأشخاص يستخدمون الموقع من هذه الشبكة
crowded-next = انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم حاول مرة أخرى. إذا كان لديك رمز، فهو لا يزال صالحًا.
crowded-kept = انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم أرسله مرة أخرى. لا يزال ما كتبته في هذه الصفحة، ما عدا كلمات المرور والرموز التي تُستخدم مرة واحدة.
not-found-heading = الصفحة غير موجودة
not-found-next = إذا كتبت العنوان بنفسك، فتحقق منه. إذا فتحت رابطًا، فقد يكون قديمًا.
old-link-heading = هذا الرابط من نظام أقدم ولم يعد يعمل
old-link-next = إذا كانت لديك رسالة ورقية أو رسالة بريد إلكتروني فيها رمز، فأدخل ذلك الرمز. إذا لم يكن لديك رمز، فاتصل بالعيادة التي أعطتك الرابط.
cross-site-heading = لم نتمكن من قبول هذا
cross-site-next = جاء هذا من موقع آخر. إذا كنت تريد إرساله، فابدأ هنا من جديد.
other-address-heading = لهذه الصفحة عنوان آخر
other-address-next = افتح { $url } وأدخل بياناتك هناك. لم نحفظ أي شيء.
other-address-open = فتح العنوان الصحيح
too-large-heading = النص طويل جدًا
too-large-next = ارجع واختصره ثم أرسله مرة أخرى.
broken-form-heading = لم نتمكن من قراءة هذا النموذج
broken-form-next = أحد حقوله مفقود أو وصل مرتين. لم يتغير أي شيء. ارجع وأعد تحميل الصفحة واملأ النموذج مرة أخرى.
wrong-kind-next = لم يُرسل بالطريقة التي ترسل بها صفحة ويب نموذجًا. لم يتغير أي شيء. ارجع وأعد تحميل الصفحة واملأ النموذج مرة أخرى.
wrong-method-heading = لا يمكنك فتح هذه الصفحة بهذه الطريقة
wrong-method-next = انتقل إلى صفحة البداية وحاول مرة أخرى.

## Sign in

sign-in-heading = تسجيل الدخول
sign-in-why = سجل الدخول حتى لا يرى أحد غيرك ما ترسله { $clinic }.
email-label = البريد الإلكتروني
password-label = كلمة المرور
sign-in-forgot = هل نسيت كلمة المرور؟
sign-in-create = إنشاء حساب
sign-in-create-prompt = ليس لديك حساب بعد؟
sign-in-create-hint = يستغرق ذلك نحو دقيقتين. سنحتفظ برمزك وإجابتك.
email-empty = أدخل بريدك الإلكتروني
password-empty = أدخل كلمة المرور
sign-in-wrong = البريد الإلكتروني أو كلمة المرور غير صحيحة. تحقق منهما وحاول مرة أخرى
sign-in-locked-shortly = كانت هناك محاولات خاطئة كثيرة. انتظر { $seconds ->
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
   *[other] { $seconds } ثانية
    } ثم حاول مرة أخرى
sign-in-locked = كانت هناك محاولات خاطئة كثيرة. انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم حاول مرة أخرى
sign-in-unavailable = حدث خطأ من جانبنا. حاول مرة أخرى بعد بضع دقائق

## Create an account

create-heading = إنشاء حساب
create-why = أنشئ حسابًا حتى لا يرى أحد غيرك ما ترسله { $clinic }.
create-sign-in-prompt = هل لديك حساب بالفعل؟
name-label = اسمك
email-digits-hint = سنرسل إليك 6 أرقام بالبريد الإلكتروني للتحقق من أن هذا العنوان لك.
password-new-hint = استخدم { $min ->
    [few] { $min } أحرف
    [many] { $min } حرفًا
   *[other] { $min } حرف
    } على الأقل. ثلاث كلمات لا علاقة بينها تصلح جيدًا.
name-empty = أدخل اسمك
name-too-long = يجب ألا يزيد طول اسمك على { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
    }
name-invisible = يحتوي اسمك على حرف مخفي. اكتبه بدلًا من لصقه
email-too-long = يجب ألا يزيد طول البريد الإلكتروني على { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
    }
email-shape = أدخل بريدًا إلكترونيًا مثل ⁦name@example.org⁩
password-too-short = يجب ألا يقل طول كلمة المرور عن { $min ->
    [few] { $min } أحرف
    [many] { $min } حرفًا
   *[other] { $min } حرف
    }
password-too-long = يجب ألا يزيد طول كلمة المرور على { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
    }
password-common = يستخدم كثير من الناس كلمة مرور كهذه، لذلك يسهل تخمينها. استخدم ثلاث كلمات لا علاقة بينها
password-personal = يسهل تخمين اسمك وبريدك الإلكتروني واسم العيادة. استخدم كلمات لا علاقة لها بك
password-word = يسهل تخمين كلمة واحدة وحدها. أضف كلمتين أخريين لا علاقة لهما بها
password-name = يسهل تخمين الأسماء. استخدم ثلاث كلمات لا علاقة بينها
password-keys = يسهل تخمين المفاتيح المتجاورة. استخدم ثلاث كلمات لا علاقة بينها
password-repeats = تكرار الكلمات لا يجعل كلمة المرور أصعب في التخمين. أضف كلمتين مختلفتين
password-sequence = يسهل تخمين الحروف أو الأرقام المتسلسلة. استخدم ثلاث كلمات لا علاقة بينها
password-date = يسهل تخمين التواريخ والسنوات. استخدم ثلاث كلمات لا علاقة بينها
password-short = لا يزال من السهل تخمين كلمة المرور هذه. أضف كلمة أو كلمتين غير مألوفتين
create-slow-down = طُلب عدد كبير من الحسابات من هذا الاتصال بالإنترنت أو لهذا العنوان. استخدم أحدث بريد أرسلناه، أو انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم حاول مرة أخرى
create-digits-prompt = هل لديك الأرقام الستة بالفعل؟
create-digits = إدخالها
digits-heading = أدخل الأرقام الستة التي أرسلناها إليك
digits-hint = أرسلنا بريدًا إلكترونيًا إلى { $email }. قد يستغرق وصوله بضع دقائق. ابحث أيضًا في مجلد الرسائل غير المرغوب فيها.
digits-resent = أرسلنا بريدًا إلكترونيًا جديدًا إلى { $email }. استخدم الأرقام الموجودة في أحدث بريد.
digits-resend = إرسال 6 أرقام جديدة
digits-start-over = استخدام بريد إلكتروني آخر
digits-prompt = ألم يصل البريد الإلكتروني؟
digits-empty = أدخل الأرقام الستة من البريد الإلكتروني
digits-shape = أدخل جميع الأرقام الستة من البريد الإلكتروني، دون حروف
digits-wrong = هذه ليست الأرقام التي أرسلناها. { $left ->
    [one] بقيت لك محاولة واحدة
    [two] بقيت لك محاولتان
    [few] بقيت لك { $left } محاولات
   *[other] بقيت لك { $left } محاولة
    }
digits-over = لم تعد هذه الأرقام صالحة. اختر «إرسال 6 أرقام جديدة»
digits-too-many-mails = لقد أرسلنا بالفعل عدة رسائل إلى هذا العنوان. استخدم أحدثها، أو انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } قبل أن تطلب مرة أخرى

## An account that is finished in another browser

finish-heading = أكمل إنشاء حسابك
finish-why = هل اختفت الصفحة التي طلبت الأرقام الستة؟ أدخلها هنا مع البريد الإلكتروني وكلمة المرور التي اخترتها.
finish-link-why = أدخل كلمة المرور التي اخترتها عندما بدأت. بعد ذلك يصبح حسابك جاهزًا.
finish-began = تم تأكيد بريدك الإلكتروني. بقيت خطوة واحدة ليصبح حسابك جاهزًا.
finish-password-label = كلمة المرور التي اخترتها
finish-password-empty = أدخل كلمة المرور التي اخترتها
finish-digits-label = الأرقام الستة من البريد الإلكتروني
finish-wrong = البريد الإلكتروني وكلمة المرور والأرقام غير متوافقة. استخدم الأرقام الموجودة في أحدث بريد
finish-wrong-password = هذه ليست كلمة المرور التي تم اختيارها. { $left ->
    [one] بقيت لك محاولة واحدة
    [two] بقيت لك محاولتان
    [few] بقيت لك { $left } محاولات
   *[other] بقيت لك { $left } محاولة
    }
finish-slow-down = كانت هناك محاولات كثيرة. انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } أو استخدم الرابط الموجود في أحدث بريد
finish-over = لم يعد هذا الرابط يعمل
finish-over-next = تم استخدامه، أو أنه قديم، أو يوجد بريد أحدث. هل حسابك جاهز؟ إذن سجل الدخول. وإلا فأنشئه مرة أخرى.
finish-again = إنشاء حساب

## A forgotten password

forgot-heading = اختر كلمة مرور جديدة
forgot-why = أدخل البريد الإلكتروني لحسابك. سنرسل إليك بريدًا لاختيار كلمة مرور جديدة.
forgot-kept = احتفظنا برمزك وإجابتك لـ { $clinic }.
forgot-email-hint = استخدم العنوان الذي تسجل به الدخول.
forgot-remembered = هل تذكرتها؟
forgot-slow-down = كانت هناك طلبات كثيرة من شبكتك. انتظر { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    } ثم حاول مرة أخرى
forgot-digits-heading = أدخل الأرقام الستة وكلمة مرور جديدة
forgot-sent = إذا كان لعنوان { $email } حساب، فقد أرسلنا إليه بريدًا. قد يستغرق وصوله بضع دقائق. ابحث أيضًا في مجلد الرسائل غير المرغوب فيها.
forgot-link-too = يمكنك أيضًا استخدام الرابط الموجود في البريد. يُفتح في المتصفح الذي تستخدمه للبريد الإلكتروني.
forgot-digits-label = الأرقام الستة من البريد الإلكتروني
forgot-digits-hint = استخدم أحدث بريد.
forgot-password-label = كلمة المرور الجديدة
forgot-save = حفظ وتسجيل الدخول
forgot-resend = إرسال بريد آخر
forgot-resent = إذا كان لهذا العنوان حساب، فقد أرسلنا بريدًا جديدًا. استخدم أحدث بريد. بعد عدة رسائل في وقت قصير، لا نرسل المزيد لمدة { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    }.
forgot-no-email = تأكد من أن العنوان أعلاه هو عنوان حسابك. إذا لم يكن لديك حساب، فأنشئ حسابًا.
forgot-digits-wrong = هذه ليست الأرقام الموجودة في أحدث بريد. { $left ->
    [one] بقيت لك محاولة واحدة
    [two] بقيت لك محاولتان
    [few] بقيت لك { $left } محاولات
   *[other] بقيت لك { $left } محاولة
    }
forgot-digits-over = لم تعد هذه الأرقام صالحة. اختر «إرسال بريد آخر»، أو استخدم الرابط الموجود في أحدث بريد
forgot-link-heading = اختر كلمة مرور جديدة
forgot-link-over = لم يعد هذا الرابط يعمل
forgot-link-over-next = يعمل كل رابط مرة واحدة ولوقت قصير، ولا يعمل إلا أحدثها. لم تتغير كلمة مرورك عند فتحه.
forgot-ask-again = طلب بريد جديد
forgot-no-mail = تحتاج كلمة المرور الجديدة إلى البريد الإلكتروني
forgot-no-mail-next = لا يرسل هذا الموقع أي بريد إلكتروني في الوقت الحالي. اتصل بعيادتك واسأل متى يمكنك اختيار كلمة مرور جديدة. لم تفقد أي شيء: سجلاتك وارتباطاتك محفوظة.

## The account

account-no-records = ليس لديك أي سجل بعد. تنشئ سجلًا عندما تستخدم رمزًا من عيادتك.
account-record-since = أُنشئ في { $date }
account-connection-record = السجل
account-connection-since = مرتبط منذ
account-connection-may = يمكن لهذه العيادة
disconnected-heading = تم فصل { $clinic }
disconnected-what = لم يعد بإمكان { $clinic } الاطلاع على السجل «{ $record }» أو تغييره. قد تحتفظ بنسخ من المعلومات التي قرأتها.
disconnected-receipt = سنرسل تأكيدًا بالبريد الإلكتروني إلى { $email }.
disconnected-again = للربط مرة أخرى، اتصل بـ { $clinic } على الرقم { $phone } واطلب رمزًا.

## Mail in development

step = الخطوة { $at } من { $of }: { $name }
step-code = الرمز
step-question = السؤال
step-account = حسابك
step-record = السجل
step-answer = الموافقة أو الرفض

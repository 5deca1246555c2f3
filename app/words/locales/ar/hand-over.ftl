# The screen of the front desk in the hands of a patient, who chooses a question and an answer.

handed-heading = اختر سؤالًا وإجابة
handed-for = هذا من أجل { $name }
handed-why = ستعطيك { $clinic } رمزًا. عندما تستخدمه في المنزل، سنطرح عليك هذا السؤال حتى لا يستخدم رمزك أحد غيرك.
handed-secret = لن يعرف أحد غيرك ما تكتبه هنا. لا يمكن لأحد في { $clinic } قراءته، لا الآن ولا لاحقًا.
handed-question = سؤالك
handed-question-hint = اختر شيئًا لا يستطيع الإجابة عنه غيرك، مثل «ماذا سميت القارب الذي تعلمت الإبحار فيه؟»
handed-answer = إجابتك
handed-answer-hint = استخدم { $min } من الأحرف أو أكثر. لا فرق بين الحروف الكبيرة والصغيرة، لكن المسافات مهمة. ستحتاج إلى كتابتها بالطريقة نفسها في المنزل.
handed-save = حفظ السؤال والإجابة
handed-empty = { $field ->
    [question] أدخل سؤالًا
   *[answer] أدخل إجابتك
    }
handed-not-theirs = لم نتمكن من حفظ هذا. لم ترتكب أي خطأ. أعد الشاشة إلى { $clinic }
handed-unavailable = حدث خطأ من جانبنا. لم يُحفظ أي شيء. لا يزال ما كتبته هنا. حاول مرة أخرى بعد دقيقة
handed-thanks = شكرًا
handed-give-back = أعد الشاشة إلى { $clinic }.
handed-next = تم حفظ سؤالك وإجابتك. ستحصل الآن على رمزك.
handed-guessable = { $why ->
    [in-question] السؤال يكشف الإجابة. اختر سؤالًا آخر أو إجابة أخرى
    [short] الإجابة أقصر من { $min } من الأحرف. اختر إجابة أطول
    [digits] يسهل تخمين الأرقام. اختر كلمة أو اسمًا
    [asks-birthday] قد يعرف آخرون ذلك. اختر سؤالًا آخر
    [asks-pet] قد يعرف آخرون ذلك. اختر سؤالًا آخر
    [asks-maiden-name] قد يعرف آخرون ذلك. اختر سؤالًا آخر
   *[other] هذا سهل التخمين. اختر سؤالًا آخر أو إجابة أخرى
    }
handed-too-long = يجب ألا يزيد عدد الأحرف على { $max }
handed-invisible = يحتوي هذا على حرف مخفي. اكتبه بدلًا من لصقه

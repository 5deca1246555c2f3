# What a letter to a patient says, on paper and as PDF.

letter-title = رسالة من { $clinic }
letter-phone = هاتف { $phone }
letter-works-until = صالح حتى { $date }
letter-heading = رمز الربط الخاص بك
letter-for = هذا من أجل
letter-what = استخدم هذا الرمز لربط السجل الصحي الذي تختاره بـ { $clinic }. القرار لك، ويمكنك الفصل في أي وقت.
letter-step-go = افتح هذا العنوان على هاتفك أو جهاز الكمبيوتر:
letter-step-code = أدخل الرمز الموجود أدناه. يمكنك كتابة حروف كبيرة أو صغيرة.
letter-step-answer = أجب عن سؤالك.
letter-step-account = سجل الدخول، أو أنشئ حسابًا مجانيًا بعنوان بريدك الإلكتروني.
letter-qr = رمز QR يفتح الصفحة مع رمزك
letter-qr-caption = وجّه كاميرا هاتفك إلى هنا
letter-code = رمزك
letter-ends = تنتهي صلاحية هذا الرمز في { $date }
letter-question = سنسألك السؤال الذي اتفقت عليه معنا. للحفاظ على سريته، لم نطبعه هنا. لن نطلب منك الإجابة بالهاتف أبدًا.
letter-help = هل تحتاج إلى مساعدة؟ اتصل بنا على الرقم { $phone }. يمكننا إعطاؤك رمزًا جديدًا. لا حاجة إلى الحضور.
letter-not-expecting = لم تكن تتوقع هذه الرسالة؟
letter-not-expecting-call = اتصل بنا على الرقم { $phone }، ولا تعطِ الرمز لأحد.

# What the islands say while a page is open.

code-count = { $count } من { $length } حرفًا
session-ends = تنتهي مهلة هذه الصفحة خلال أقل من { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
    }
session-ended = انتهت مهلة هذه الصفحة لأنها لم تُستخدم لمدة 30 دقيقة
session-stay = البقاء في هذه الصفحة
copy-code = نسخ الرمز
copy-link = نسخ الرابط
copy-done = تم النسخ
copy-selected = تم التحديد. انسخه بلوحة المفاتيح أو من القائمة

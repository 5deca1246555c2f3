# What the islands say while a page is open.

code-count = { $length } harften { $count } harf
session-ends = Bu sayfanın süresi { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } içinde dolacak
session-ended = Bu sayfa 30 dakika kullanılmadığı için süresi doldu
session-stay = Bu sayfada kal
copy-code = Kodu kopyala
copy-link = Bağlantıyı kopyala
copy-done = Kopyalandı
copy-selected = Seçildi. Klavyenizle veya menüden kopyalayın

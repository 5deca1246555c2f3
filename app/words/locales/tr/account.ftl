# A person’s own pages: records, what is in them, and who read what.

nav-activity = Kim neyi gördü

## The home

own-heading = Kayıtlarınız
home-enter-code = Kod gir
home-no-clinic = Bağlı sağlık kurumu yok
home-no-clinic-hint = “{ $record }” kaydı için bir kod aldığınızda buraya girin.
home-no-records-hint = Şimdi bir kayıt da oluşturabilirsiniz.
home-never-used = Bu kaydı henüz açmadı
home-since = Bağlantı tarihi
home-last = Son kullanım
home-may = Yapabilecekleri
home-phone = Telefon
home-connected-by = Bağlayan
home-disconnect = Bağlantıyı kes: { $clinic }
home-disconnect-record = kayıt: “{ $record }”
home-change-record = Yanlış kayıt mı? Başka birini seçin
home-permissions = Yapabileceklerini değiştir
home-permissions-of = : { $clinic }, “{ $record }”
home-past = Daha önce bağlantısı kesilenler
home-past-one = { $clinic }, { $date } tarihine kadar
home-open = Bu kaydı aç
home-open-record = : { $record }
home-new-record = Başka biri için kayıt oluştur
home-all-records = Kaydı yeniden adlandır veya kaldır
own-account = Hesabınız
home-name = Ad
home-email = E-posta adresi
home-change-link = Değiştir
home-activity = Kim neyi gördü
home-activity-what = Bir sağlık kurumunun kayıtlarınızdan birini her açışı veya değiştirişi
home-see = Listeyi gör
home-password-what = Yalnızca siz bilirsiniz
relation-myself = Siz
relation-my-child = Çocuğunuz
relation-cared-for = Bakımıyla ilgilendiğiniz biri
relation-born = { $relation }, doğum yılı { $year }
born = Doğum yılı { $year }

## What a clinic can do

permissions-heading = { $clinic } neler yapabilir
permissions-record = Bu kayıtta: { $record }
permissions-always = { $clinic } bağlı olduğu sürece şunları her zaman yapabilir
permissions-optional = { $clinic } başka neler yapabilsin, seçin
permissions-optional-hint = Bunu istediğiniz zaman değiştirebilirsiniz.
permissions-kept = { $clinic } daha önce okuduklarını saklayabilir. Değişikliğinizi ona bildiririz.
permissions-none = { $clinic } için bunların hepsi gerekli. Yalnızca bağlantının tamamını kesebilirsiniz.
permissions-save = Kaydet
permissions-leave = Olduğu gibi bırak
permissions-saved = Kaydedildi. { $clinic } yalnızca burada yazanları yapabilir.
permissions-changed = Bu sayfayı açtığınızdan beri { $clinic } kurumunun yapabilecekleri değişti. Hiçbir şey kaydedilmedi. Yeniden okuyun, sonra kaydedin
permissions-disconnect = { $clinic } kurumunun bu kayıtla bağlantısını da kesebilirsiniz.

## Who looks after a record

people-heading = Bu kayıtla kim ilgileniyor
people-record = Kayıt: { $record }
people-about = Bu listedeki herkes kaydın tamamını görür, kayda ekleme yapabilir, sağlık kurumlarını bağlayabilir ve bağlantılarını kesebilir.
people-you = { $name } (siz)
people-since = { $date } tarihinden beri
people-remove = Çıkar
people-leave = Artık ilgilenme
people-invited = Davetliler
people-invited-until = Davet şu tarihe kadar geçerli: { $date }
people-invited-over = Davetin süresi { $date } tarihinde doldu. Kimse kullanmadı
people-withdraw = Geri al
people-invite-heading = Birini davet et
people-invite-about = Kişiye bağlantı içeren bir e-posta gider. Kullanmak için, ona sizin söyleyeceğiniz 6 rakam gerekir.
people-email = Kişinin e-posta adresi
people-invite = Daveti gönder
people-digits-heading = Davet { $email } adresine gönderiliyor
people-digits-tell = Kişiye bu 6 rakamı yüz yüze veya telefonla söyleyin. Yalnızca şimdi gösteriyoruz.
people-digits-why = E-posta adresi yanlış olsa bile bu rakamlar olmadan kimse daveti kullanamaz.
people-already = Bu kişi kayıtla zaten ilgileniyor
people-too-many = Bir kayıtla en çok { $max } kişi ilgilenebilir. Birini çıkarın veya bir daveti geri alın
people-remove-heading = Bu kişi çıkarılsın mı?
people-remove-what = { $name } artık “{ $record }” kaydıyla ilgilenmeyecek.
people-remove-clinics = { $name } tarafından bu kayda bağlanan sağlık kurumlarının bağlantısı kesilir ve onlara haber veririz.
people-remove-rest = Kayıt ve içindeki her şey diğer kişilerde kalır.
people-remove-told = { $name } ile kayıtla ilgilenen diğer herkese e-posta göndeririz.
people-remove-act = Çıkar: { $name }
people-remove-keep = Hiçbir şeyi değiştirme
people-leave-heading = Bu kayıtla ilgilenmeyi bırakmak istiyor musunuz?
people-leave-what = “{ $record }” kaydı artık hesabınızda olmayacak.
people-leave-clinics = Bu kayda bağladığınız sağlık kurumlarının bağlantısı kesilir ve onlara haber veririz.
people-leave-told = Kayıtla ilgilenen herkese e-posta göndeririz.
care-heading = Bir kayıtla birlikte ilgilenin
care-what = { $name } bir sağlık kaydıyla birlikte ilgilenmenizi istiyor. İçindeki her şeyi görür ve hangi sağlık kurumlarının kullanacağına karar verebilirsiniz.
care-digits = { $name } tarafından size söylenen 6 rakam
care-digits-shape = { $name } tarafından size söylenen 6 rakamı girin
care-relation-empty = Kaydın kimin hakkında olduğunu seçin
care-wrong = Bu rakamlar yanlış. { $left ->
    [one] 1 deneme hakkınız kaldı
   *[other] { $left } deneme hakkınız kaldı
    }
care-too-many = { $max } kaydınız var. Gerekmeyen birini kaldırın, sonra daveti yeniden açın
care-act = İlgilen
care-leave = Hayır, teşekkürler
care-over = Bu davet artık geçerli değil
care-over-next = Kullanıldı veya geri alındı, 7 günden eski ya da çok kez yanlış rakam girildi. Sizi davet eden kişiden yenisini isteyin.

## After connecting

done-another = Başka bir mektubunuz var mı?
done-another-what = Oturumunuz açık kalır.
done-another-code = Başka bir kod gir

## Records

records-heading = Kaydı yeniden adlandır veya kaldır
records-change = Yeniden adlandır
records-change-record = : { $record }
records-remove = Kaldır
records-in-use = Bir kaydı, bağlı sağlık kurumu yoksa ve içi boşsa kaldırabilirsiniz.
records-back = Kayıtlarınız
record-form-new = Kayıt oluştur
record-form-change = Bu kaydı değiştir
record-form-name = Kişinin adı
record-form-name-hint = Mektuplar kayda uysun diye sağlık kurumunun bildiği adı kullanın.
record-form-name-empty = Kişinin adını girin
record-form-relation = Bu kayıt kimin hakkında?
record-form-myself = Benim
record-form-my-child = Çocuğum
record-form-cared-for = Bakımıyla ilgilendiğim biri
record-form-relation-empty = Bu kaydın kimin hakkında olduğunu seçin
record-form-birth-year = Doğum yılı (isteğe bağlı)
record-form-birth-year-hint = Örneğin 2016
record-form-birth-year-shape = Doğum yılını 4 rakamla girin, örneğin 2016
record-form-birth-year-future = Doğum yılı bu yıl veya daha önce olmalı
record-form-birth-year-early = Doğum yılı çok eski. Kontrol edin
record-form-too-many = { $max } kaydınız var. Yeni bir kayıt oluşturmadan önce gerekmeyen birini kaldırın
record-form-changed = Bu kayıt siz sayfayı açtıktan sonra değişti. Hiçbir şey kaydedilmedi. Yeniden okuyun, sonra kaydedin
record-form-save = Kaydet
record-form-create = Kayıt oluştur
grown-notice = “{ $record }” kaydı: bundan sonra kim ilgilenecek?
grown-notice-what = Çocuklar { $age } yaşından itibaren kendi sağlık kayıtlarıyla kendileri ilgilenebilir.
grown-decide = Karar ver
grown-heading = Bundan sonra “{ $record }” kaydıyla kim ilgilenecek?
grown-why = Bize bunun çocuğunuzun kaydı olduğunu söylediniz, doğum yılı { $year }. Çocuklar { $age } yaşından itibaren kendi sağlık kayıtlarıyla kendileri ilgilenebilir. Bunu çocuğunuzla konuşun.
grown-legend = Birini seçin
grown-together = Çocuğum ve ben
grown-together-what = Sonraki sayfada çocuğunuzu e-postayla davet edersiniz. İkiniz de kaydı görür ve hangi sağlık kurumlarının kullanacağına karar verirsiniz.
grown-child = Yalnızca çocuğum
grown-child-what = Sonraki sayfada çocuğunuzu e-postayla davet edersiniz. Çocuğunuz katıldıktan sonra orada kendinizi çıkarın.
grown-me = Ben ilgilenmeye devam ederim
grown-me-what = Size yeniden sormayız. Çocuğunuzu istediğiniz zaman davet edebilirsiniz.
grown-empty = Kayıtla kimin ilgileneceğini seçin
record-remove-heading = Bu kayıt kaldırılsın mı?
record-remove-what = “{ $record }” kaydı hesabınızdan kaldırılacak.
record-remove-empty = İçi boş ve ona bağlı sağlık kurumu yok.
record-remove-kept = Daha önce bağlı olan bir sağlık kurumu okuduklarını saklayabilir.
record-remove-act = Kaydı kaldır
record-remove-leave = Kaydı sakla
ask-changed-patient = Bu sayfa siz açtıktan sonra değişti. Hiçbir şey değiştirilmedi. Yeniden okuyun, sonra seçin

## What is in a record

contents-add = Bir şey ekle
contents-empty = Bu kayıtta henüz bir şey yok
contents-empty-hint = Sağlık kurumlarınızın ve sizin ekledikleriniz burada görünecek.
contents-newest = En yeniler
contents-all = { $count ->
    [one] Tek öğeyi
   *[other] { $count } öğenin hepsini
    } gör
contents-clinics = Bağlı sağlık kurumları
contents-connected-by = Bağlayan: { $name }
contents-people = Bu kayıtla kim ilgileniyor
contents-activity = Bu kaydı kim gördü
contents-see-all = { $count ->
    [one] Gör
   *[other] Hepsini gör ({ $count })
    }
contents-see-all-what = : { $what }
contents-change-up = { $date } tarihine göre { $number } { $unit } daha fazla
contents-change-down = { $date } tarihine göre { $number } { $unit } daha az
contents-change-none = { $date } tarihindekiyle aynı
trend-one = { $from }: { $first } { $unit }, { $until }: { $last } { $unit }
trend-two = Üst değer { $first }, sonra { $last }; alt değer { $first_low }, sonra { $last_low }; { $from } ile { $until } arasında
trend-table = Aynı değerler tabloda
trend-date = Tarih
items-heading = Bu kayıtta: { $what }
items-heading-all = Bu kayıttaki her şey
items-none = Burada bir şey yok.
items-newer = En yenilere dön
items-older = Daha eskileri göster
item-added-you = { $date }. Siz eklediniz
item-added-clinic = { $date }. Ekleyen: { $clinic }
item-added-another = { $date }. Başka biri ekledi
item-what = Ne
item-date = Tarih
item-added = Eklendi
item-changed = Son değişiklik
item-by-you = Siz, { $at }
item-by-clinic = { $clinic }, { $at }
item-by-another = Başka biri, { $at }
item-change = Değiştir
item-change-this = Bu öğeyi değiştir
item-remove = Kaldır
item-remove-this = Bu öğeyi kaldır
item-of = : { $what }
item-download = Özgün dosyayı indir
item-download-hint = Dosyada bu öğe, sağlık kurumunun gönderdiği biçimdedir. Yalnızca güvendiğiniz bir programla açın.
item-more = İçindeki her şey
item-remove-heading = Bu öğe kaldırılsın mı?
item-remove-what = { $what }, { $date }
item-remove-effect = Siz ve sağlık kurumlarınız onu artık burada görmeyecek.
item-remove-copies = Onu okuyan bir sağlık kurumu bir kopyasını saklayabilir.
item-remove-act = Öğeyi kaldır
item-remove-leave = Öğeyi sakla
add-heading = Ne eklemek istiyorsunuz?
add-for = Kimin için: { $record }
add-clinics = Bu öğeleri okuyabilen sağlık kurumları eklediklerinizi görür.
add-sort-weight = Kilo
add-sort-blood-pressure = Tansiyon
add-sort-medicine = İlaç
add-sort-allergy = Alerji
add-sort-note = Not
add-new-weight = Kilo ekle
add-new-blood-pressure = Tansiyon ekle
add-new-medicine = İlaç ekle
add-new-allergy = Alerji ekle
add-new-note = Not ekle
add-change-weight = Bu kiloyu değiştir
add-change-blood-pressure = Bu tansiyonu değiştir
add-change-medicine = Bu ilacı değiştir
add-change-allergy = Bu alerjiyi değiştir
add-change-note = Bu notu değiştir
add-date = Tarih
add-date-started = Ne zaman almaya başladınız?
add-date-noticed = İlk kez ne zaman fark edildi?
add-date-hint = Örneğin 2026-05-03. Günü bilmiyorsanız yakın bir gün seçin.
add-weight = Kilogram olarak kilo
add-weight-hint = Örneğin { $example }
add-weight-pounds = Libre olarak kilo
add-systolic = Üst değer (büyük tansiyon)
add-diastolic = Alt değer (küçük tansiyon)
add-pressure-hint = mmHg olarak, örneğin { $example }
add-medicine = İlacın adı
add-dose = Ne kadar ve ne sıklıkta (isteğe bağlı)
add-allergy = Neye alerjiniz var?
add-reaction = Ne oluyor (isteğe bağlı)
add-note = Not
add-save = Kaydet
add-date-shape = Tarihi yıl, ay ve gün olarak girin, örneğin 2026-05-03
add-date-future = Tarih bugün veya daha önce olmalı
add-date-early = Tarih çok eski. Kontrol edin
add-weight-wrong-pounds = Kiloyu libre olarak girin, 0,7 ile 1100 arasında, örneğin 150,8
add-weight-wrong = Kiloyu kilogram olarak girin, 0,3 ile 500 arasında, örneğin 68,4
add-systolic-wrong = Üst değeri girin, 20 ile 300 arasında
add-diastolic-wrong = Alt değeri girin, 20 ile 300 arasında
add-pressure-swapped = Üst değer alt değerden büyük olmalı
add-name-empty = Bir ad girin
add-name-long = Bu en çok { $max } karakter olabilir
add-name-hidden = Burada gizli bir karakter var. Yapıştırmak yerine yazın
add-note-empty = Bir not girin
add-changed = Bu öğe siz sayfayı açtıktan sonra değişti. Hiçbir şey kaydedilmedi. Yazdıklarınız hâlâ burada
add-too-many = Bu kayıt dolu. Yeni bir öğe eklemeden önce gerekmeyenleri kaldırın

## Sorts of things

sort-weight = Kilo
sort-blood-pressure = Tansiyon
sort-glucose = Kan şekeri
sort-height = Boy
sort-medicine = İlaçlar
sort-allergy = Alerjiler
sort-condition = Hastalıklar ve sağlık sorunları
sort-immunization = Aşılar
sort-procedure = Tıbbi işlemler
sort-note = Notlar
sort-document = Belgeler
sort-file = Dosyalar
sort-basic = Kişisel bilgiler
sort-other = Diğer bilgiler
looked-weight = kilo
looked-blood-pressure = tansiyon
looked-glucose = kan şekeri
looked-height = boy
looked-medicine = ilaçlar
looked-allergy = alerjiler
looked-condition = hastalıklar ve sağlık sorunları
looked-immunization = aşılar
looked-procedure = tıbbi işlemler
looked-note = notlar
looked-document = belgeler
looked-file = dosyalar
looked-basic = kişisel bilgiler
looked-other = diğer bilgiler
looked-anything = görebildiği her şey
thing-weight = Kilo { $value } { $unit }
thing-blood-pressure = Tansiyon { $systolic } / { $diastolic }
thing-glucose = Kan şekeri { $value } { $unit }
thing-height = Boy { $value } { $unit }
thing-named = { $name }, { $more }
unit-kg = kg
unit-lb = lb
unit-mmol = mmol/L
unit-mg = mg/dL
unit-m = m
unit-in = inç
unit-mmhg = mmHg
value-feet = { $feet } fit { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = Kim neyi gördü
activity-intro = Bir sağlık kurumu kayıtlarınızdan birini her açtığında veya ona bir şey eklediğinde buraya yazarız.
activity-all-clinics = Tüm sağlık kurumları
activity-clinics = Sağlık kurumları
activity-records = Kayıtlar
activity-all-records = Tüm kayıtlar
activity-record = Yalnızca “{ $record }”
activity-none = Henüz hiçbir şey okunmadı veya eklenmedi.
activity-read = { $clinic } baktı: { $what }
activity-added = { $clinic } ekledi: { $what }
activity-changed = { $clinic } değiştirdi: { $what }
activity-removed = { $clinic } kaldırdı: { $what }
activity-refused = { $clinic } istedi: { $what }. İzin vermedik.
activity-you-added = Siz eklediniz: { $what }
activity-you-changed = Siz değiştirdiniz: { $what }
activity-you-removed = Siz kaldırdınız: { $what }
activity-another = Başka biri
activity-when = { $record }, { $clock }. { $more ->
    [0] { $things ->
        [0] Bir şey yoktu.
        [one] 1 öğe.
       *[other] { $things } öğe.
        }
    [one] O gün 1 kez daha.
   *[other] O gün { $more } kez daha.
    }
activity-when-refused = { $record }, { $clock }. Buna izin vermediniz. { $more ->
    [0] { "" }
    [one] O gün 1 kez daha istedi.
   *[other] O gün { $more } kez daha istedi.
    }
activity-monthly = Size her ay e-postayla bir özet göndeririz. Bunu kapatabilirsiniz.
activity-monthly-off = Size her ay e-postayla özet göndermiyoruz. Bunu açabilirsiniz.
activity-monthly-change = Bunu değiştir
activity-older = Daha eskileri göster
activity-newest = En yenilere dön
activity-wrong = Yanlış görünen bir şey mi var?
activity-wrong-call = Sağlık kurumunu arayın:
activity-wrong-disconnect = Bir sağlık kurumunun bağlantısını kes

## Details

details-heading = Bilgileriniz
details-name = Adınız
details-name-save = Adı kaydet
details-name-done = Adınız değiştirildi.
details-email-now = E-posta adresiniz: { $email }.
details-new-email = Yeni e-posta adresi
details-new-email-hint = Bu adrese 6 rakam göndereceğiz.
details-your-password = Parolanız
details-email-save = E-posta adresini değiştir
details-email-done = E-posta adresiniz değiştirildi. İki adrese de haber verdik.
details-email-same = Bu zaten sizin e-posta adresiniz. Başka bir adres girin
details-old-password = Şimdiki parolanız
details-new-password = Yeni parola
details-password-save = Parolayı değiştir
details-password-done = Parolanız değiştirildi. Diğer her yerde oturumunuz kapatıldı.
details-password-wrong = Bu sizin parolanız değil. Kontrol edin ve yeniden deneyin
details-digits-heading = Yeni e-posta adresinizi doğrulayın
details-digits-label = E-postadaki 6 rakam
details-digits-save = E-posta adresini değiştir
details-digits-stop = Eski adresi koru
undo-email-heading = Önceki e-posta adresinize dönülsün mü?
undo-email-what = Hesabınızın e-posta adresi yeniden { $email } olacak. Her yerde oturumunuz kapatılacak.
undo-email-act = Öncekine dön
undo-email-done = Önceki e-posta adresinize dönüldü
undo-email-next = Başka biri parolanızı biliyor olabilir. Şimdi yeni bir parola seçin.
undo-email-password = Yeni bir parola seç
undo-email-over = Bu bağlantı artık çalışmıyor
undo-email-over-next = Kullanıldı, 7 günden eski veya bu adres artık başka bir hesabın.
preferences-heading = E-postalar ve birimler
preferences-row-what = Aylık e-posta, kilogram veya libre
preferences-monthly-legend = E-postalar
preferences-monthly = Kayıtlarımı kimin gördüğünü her ay e-postayla bildir
preferences-monthly-what = Bir sağlık kurumu bir kayda baktığında veya onu değiştirdiğinde göndeririz.
preferences-units = Birimler
preferences-metric = Metrik
preferences-metric-what = Kilogram, metre, mmol/L
preferences-imperial = İngiliz birimleri
preferences-imperial-what = Libre, fit ve inç, mg/dL
preferences-save = Kaydet
preferences-done = Seçiminiz kaydedildi.

## Devices

devices-heading = Oturumunuzun açık olduğu yerler
devices-intro = Tanımadığınız cihazlarda oturumu kapatın. Sonra parolanızı değiştirin.
devices-this = Bu cihaz
devices-unknown = Bir cihaz
devices-name = { $system } üzerinde { $browser }
devices-seen = Oturum açma: { $since }. Son kullanım: { $seen }.
devices-sign-out = Oturumu kapat
devices-everywhere-what = Bu, bu cihaz da dahil tüm cihazlarda oturumunuzu kapatır.
devices-everywhere = Her yerde oturumu kapat
devices-row = Oturum açık cihazlar
devices-row-what = Bilgisayarlar ve telefonlar
devices-manage = Yönet

## Download

download-heading = Verilerinizi indirin
download-what = Hesabınızdaki her şeyle tek bir dosya oluştururuz: kayıtlarınız, içindekiler ve kimin ne yaptığı.
download-safe = Dosyada sağlık bilgileriniz vardır. Güvenli bir yerde saklayın.
download-make = Dosyayı oluştur
download-again = Yeni bir dosya oluştur
download-running = Dosyanızı oluşturuyoruz. Birkaç dakika sürebilir. Hazır olduğunda size e-posta göndereceğiz.
download-ready = Dosyanız hazır. Şu tarihe kadar indirebilirsiniz: { $date }.
download-get = Dosyayı indir
download-failed = Dosyanızı oluşturamadık. Yeniden deneyin. Yine olmazsa kayıtlarınız tek bir dosya için fazla büyük olabilir.
download-too-many = Bugün çok sayıda dosya istediniz. Yarın yeniden deneyin
download-row = Verileriniz
download-row-what = Hesabınızdaki her şey, tek dosyada
download-link = İndir
download-you = siz
download-another = başka biri
download-log = { $by }: { $act } { $what }
download-file-heading = Patient Connect: { $name }
download-file-about = { $email } hesabındaki her şey, oluşturulma: { $at }.
download-file-nothing = Hiçbir şey
download-file-sort = Tür
download-file-log = Kim ne yaptı

## Delete

delete-heading = Hesabınız silinsin mi?
delete-now = Tüm sağlık kurumlarının bağlantısı şimdi kesilir ve onlara haber veririz.
delete-later = Hesabınızı, kayıtlarınızı ve içlerindeki her şeyi şu tarihte sileriz: { $date }.
delete-mind = O zamana kadar oturum açıp hesabınızı koruyabilirsiniz.
delete-stays = Sağlık kurumları okuduklarını saklayabilir. Günlüklerinde adınızın yerinde bir numara kalır.
delete-download = Önce verilerinizi indirebilirsiniz.
delete-password = Parolanız
delete-act = Hesabımı sil
delete-leave = Hesabımı koru
delete-row = Sil
delete-row-what = Hesabınız ve kayıtlarınız
delete-link = Sil…
delete-coming = Hesabınız şu tarihte silinecek: { $date }
delete-coming-what = Tüm sağlık kurumlarının bağlantısı kesildi. Hesabınızı hâlâ koruyabilirsiniz.
delete-keep = Hesabımı koru

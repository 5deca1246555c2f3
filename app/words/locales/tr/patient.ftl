# Words on patients’ pages: from the code to “You are connected”, the account, and what can go wrong.

continue = Devam
go-to-start = Başlangıç sayfasına git
clinic-hours = Çalışma saatleri:
clinic-logo = { $clinic } logosu
call-clinic = { $clinic }: { $phone } numarasını arayın

## The start page

home-title = Sağlık kurumunuza bağlanın
home-heading = Sağlık kaydınızı sağlık kurumunuza bağlayın
home-intro = Sağlık kurumunuz size bir kod verir. Hangi kaydı bağlayacağınızı siz seçersiniz. Siz evet demeden hiçbir şey paylaşmayız.
home-code = Sağlık kurumumdan bir kodum var
home-code-hint = Kodunuz 20 harftir. Mektubunuzda veya e-postanızda yazar.
home-sign-in = Kayıtlarınız için oturum açın
home-account = Kayıtlarınıza gidin
home-account-hint = Hangi kurumların bağlı olduğunu görün veya birinin bağlantısını kesin.
home-staff = Sağlık kurumu çalışanları için

## The code

code-heading = Kodunuzu girin
code-hint = Kodunuz 20 harftir, örneğin JKYZ-QNMN-VHRX-ZGNR-GZNH. Büyük veya küçük harfle, tireli veya tiresiz yazabilirsiniz.
code-picture = Bir mektup resmi. Kod, adımların altındaki kutudadır.
code-where = Mektupta kodunuz bir kutunun içindedir. E-postada ayrı bir satırdadır.
code-from-link = Buraya e-postadaki bir bağlantıyla geldiyseniz o e-postadaki kodu yazın veya yapıştırın.
code-empty = Mektubunuzdaki veya e-postanızdaki kodu girin
code-too-short = { $entered } harf girdiniz. Bir kod { $length } harftir. Eksik harf olup olmadığına bakın
code-too-long = { $entered } harf girdiniz. Bir kod { $length } harftir. Koda ait olmayanları silin
code-impossible = { $sign ->
    [letter] Kodlarda { $letter } harfi ve rakam bulunmaz
    [number] Kodlarda rakam bulunmaz
   *[other] Kodlarda yalnızca harf bulunur
    }. Şu sıradaki harfe bakın: { $position }
code-check-letter = Harflerden biri yanlış. Her 4 harflik grubu mektubunuzla veya e-postanızla karşılaştırın
code-unknown = Bu kodu tanımıyoruz. Mektubunuzla veya e-postanızla karşılaştırın. Yine olmazsa sağlık kurumunuzdan yeni bir kod isteyin
code-slow-down = Bu internet bağlantısından çok fazla yanlış kod girildi. { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin ve yeniden deneyin. Kodunuz hâlâ geçerli
code-unavailable = Bizde bir sorun oldu. Kodunuz kullanılmadı. Birkaç dakika sonra yeniden deneyin

## The question

question-title = Sorunuz
question-who = Soruyu soran: { $clinic }
question-hint = { $blanks ->
    [count] { $clinic } ile kararlaştırdığınız yanıtı yazın. Büyük ve küçük harf fark etmez, ama boşluklar fark eder.
    [never] { $clinic } tarafından size verilen sözcükleri aynı sırayla yazın. Büyük ve küçük harf ile boşluklar fark etmez.
   *[lenient] { $clinic } ile kararlaştırdığınız yanıtı yazın. Büyük ve küçük harf fark etmez.
    }
question-left = { $left ->
    [one] 1 deneme hakkınız kaldı. Bu yanıt da yanlış olursa kaydınızı korumak için kod kilitlenir.
   *[other] { $left } deneme hakkınız kaldı. Sonra kaydınızı korumak için kod kilitlenir.
    }
question-cannot-remember = Yanıtı hatırlamıyorum
question-not-me = Bu kod benim için değil
question-empty = Yanıtınızı girin
question-too-long = Yanıtınız en çok { $max } karakter olabilir
question-invisible = Yanıtınızda gizli bir karakter var. Yapıştırmak yerine yazın
question-blank = Yanıtınız bir boşlukla { $end ->
    [start] başlıyor
   *[finish] bitiyor
    }. Boşluğu silin ve yeniden deneyin. Bu bir deneme sayılmadı
question-wrong = Bu yanıt bizdekiyle aynı değil. { $left ->
    [one] 1 deneme hakkınız kaldı. Emin değilseniz önce { $clinic } kurumunu { $phone } numarasından arayın
   *[other] { $left } deneme hakkınız kaldı. { $blanks ->
        [count] Büyük ve küçük harf fark etmez, ama boşluklar fark eder
        [never] Büyük ve küçük harf ile boşluklar fark etmez
       *[lenient] Büyük ve küçük harf fark etmez
        }
    }
question-full-stop = Yanıtınız bir noktayla bitiyor. Noktayı silin ve yeniden deneyin. Bu bir deneme sayılmadı
question-repeated = Bu yanıtı daha önce denediniz. Bizdekiyle aynı değil. Bu bir deneme sayılmadı
question-others-waiting = Hâlâ başka bir yanıtı kontrol ediyoruz. Biraz bekleyin ve yeniden deneyin. Bu bir deneme sayılmadı
question-unavailable = Bizde bir sorun oldu. Yanıtınızı kontrol etmedik ve bu bir deneme sayılmadı. Birkaç dakika sonra yeniden deneyin

## I cannot remember

cannot-remember-heading = Yanıtı hatırlamıyorsanız
cannot-remember-no-try = Bu sayfayı açmak bir deneme sayılmadı.
cannot-remember-think = Bu, oradayken { $clinic } ile kararlaştırdığınız yanıttır. Sözcükleri tam olarak hatırlamaya çalışın.
cannot-remember-call = Yine hatırlayamazsanız { $clinic } kurumunu { $phone } numarasından arayın. Size yeni bir soruyla yeni bir kod verebilirler.
cannot-remember-back = Soruya dön

## This was not meant for me

not-me-heading = Bu kod sizin için mi?
not-me-hint = { $clinic } bu kodu tek bir kişi için oluşturdu.
not-me-no = Hayır, benim için değil
not-me-no-hint = Kod artık çalışmayacak ve { $clinic } kurumuna haber vereceğiz.
not-me-yes = Evet, benim için
not-me-yes-hint = Soruya döneceksiniz.
not-me-nothing-chosen = Bu kodun sizin için olup olmadığını seçin

## Which record

record-title = Bir kayıt seçin
record-for = Bu kişi için
record-heading = Hangi kaydı { $clinic } kurumuna bağlamak istiyorsunuz?
record-signed-in = Oturumu açan: { $name }
record-not-you = Siz değil misiniz? Başka bir hesap kullanın
record-connected = { $clinic } kurumuna zaten bağlı. Oluşturulma tarihi: { $date }.
record-spoken-of = { $clinic } bu kaydı kastediyor olabilir. Oluşturulma tarihi: { $date }.
record-connected-and-spoken-of = { $clinic } bu kaydı kastediyor olabilir. Zaten bağlı. Oluşturulma tarihi: { $date }.
record-new = Başka biri (yeni bir kayıt oluştur)
record-name-label = Kişinin adı
record-first-heading = { $clinic } kurumuna bağlamak için bir kayıt oluşturun
record-first-intro = Henüz bir kaydınız yok. Bir kayıtta tek bir kişinin sağlık bilgileri bulunur: sizin veya bakımıyla ilgilendiğiniz birinin.
record-nothing-chosen = Bir kayıt seçin veya yeni bir kayıt oluşturun
record-name-empty = Bu kaydın ait olduğu kişinin adını girin
record-name-too-long = Ad en çok { $max } karakter olabilir
record-name-taken = Bu adda bir kaydınız zaten var. O kaydı seçin veya ada bir şey ekleyin, örneğin doğum yılı
record-name-invisible = Adda gizli bir karakter var. Yapıştırmak yerine yazın

## Authorize

authorize-heading = “{ $record }” kaydını { $clinic } kurumuna bağlamak istiyor musunuz?
authorize-will = { $clinic } şunları yapabilecek:
authorize-learns = Bu kaydı bağladığınız { $clinic } kurumuna bildirilecek. Kurum hiçbir sağlık bilgisini görmek veya değiştirmek istemiyor.
authorize-optional = Ayrıca { $clinic } kurumuna şunlar için izin verebilirsiniz:
authorize-optional-hint = Kabul ettiklerinizi seçin. Bunlar olmadan da bağlayabilirsiniz.
authorize-connected = “{ $record }” kaydı { $clinic } kurumuna zaten bağlı. Yeniden izin verirseniz bu sayfadaki seçimleriniz öncekilerin yerine geçer.
authorize-learns-heading = { $clinic } sizin hakkınızda neler öğrenecek
authorize-learns-holder = Adınız: { $name }
authorize-learns-record = Bu kaydın adı: { $record }
authorize-learns-dates = Bu kaydı oluşturduğunuz ve bağladığınız tarihler
authorize-learns-ids = Sizin için bir kimlik numarası ve bu kayıt için bir kimlik numarası. Bu kaydı bağladığınız her kurum aynı iki numarayı alır.
authorize-learns-not = { $clinic } e-posta adresinizi ve bağlamadığınız kayıtların adlarını öğrenmeyecek.
authorize-stop = Bağlantıyı istediğiniz zaman kesebilirsiniz. Kayıtlarınızı açın ve “Bağlantıyı kes” seçeneğini seçin.
authorize-privacy = { $clinic } gizlilik bildirimi
authorize-terms = { $clinic } kullanım koşulları
authorize-only-if = Yalnızca bu kodu size { $clinic } verdiyse devam edin.
authorize-yes = Evet, izin veriyorum
authorize-no = Hayır, bağlama
authorize-changed = Bu sayfa siz açtıktan sonra değişti: { $clinic } şimdi başka bir şey istiyor olabilir. Henüz hiçbir şey bağlanmadı. Sayfayı yeniden okuyun, sonra seçin
authorize-nothing-chosen = “Evet, izin veriyorum” veya “Hayır, bağlama” seçeneğini seçin

## Whom the letter is for, and which record is connected

pair-letter = Mektup şu kişi için:
pair-letter-unknown = Artık saklamadığımız bir ad
pair-record = Bağladığınız kayıt:
pair-match = Adlar aynı.
pair-cannot-tell = Aynı kişi olduğundan emin olun.
pair-differs = Adlar aynı değil. Mektubunuza bakın.
pair-better = Kayıtlarınızdan bir başkası mektuba daha çok uyuyor. Mektubunuza bakın.
pair-all-the-same = Adlar aynı değil. Bize doğru kaydın bu olduğunu söylediniz.
pair-elsewhere = Başka bir kayıt seç
right-record-heading = Doğru kayıt bu mu?
right-record-legend = Sağlık kurumu kimin kaydını kastediyor?
right-record-hint = Yanlış kaydı bağlarsanız bir kişinin sonuçları başka bir kişinin kaydına gider.
right-record-better = Sizin için bu kaydı seçeceğiz. Oluşturduğunuz tarih: { $date }.
right-record-another = Başka bir kayıt
right-record-another-hint = Geri dönüp başka bir kayıt seçecek veya yeni bir kayıt oluşturacaksınız.
right-record-this-hint = Mektupta “{ $letter }” yazıyor, ama kastedilen { $record }.
right-record-not-sure = Emin değilim
right-record-not-sure-hint = Sağlık kurumuna nasıl soracağınızı göstereceğiz. Kodunuz hâlâ geçerli.
right-record-stop = Burada dur, bağlama
right-record-nothing-chosen = Sağlık kurumunun kastettiği kaydı seçin
right-record-changed = Bu sayfa siz açtıktan sonra değişti. Henüz hiçbir şey bağlanmadı. Yeniden okuyun, sonra seçin
not-sure-heading = Sağlık kurumuna hangi kaydı kastettiğini sorun
not-sure-code = Hiçbir şey bağlanmadı. Kodunuz şu tarihe kadar geçerli: { $date }.
not-sure-connection = Hiçbir şeyi değiştirmedik. Bağlantınız olduğu gibi kalıyor.
not-sure-ask = { $clinic } kurumunu { $phone } numarasından arayın. Mektubun kimin için olduğunu sorun, sonra geri gelin.
not-sure-back = Karara dön

## The wrong record

change-heading = “{ $record }” kaydı { $clinic } için yanlış kayıt mı?
change-what = Doğru kaydı seçin. Onu { $clinic } kurumuna bağlarız ve yanlış kaydın bağlantısını sona erdiririz.
change-read = { $clinic } “{ $record }” kaydındaki sağlık bilgilerini okudu. Okuduklarını saklayabilir.
change-not-read = { $clinic } “{ $record }” kaydındaki hiçbir sağlık bilgisini okumadı. Sistemi kaydın adını biliyor olabilir.
change-written = { $clinic } “{ $record }” kaydına sağlık bilgisi ekledi. Ekledikleri orada kalır. Silmesini sağlık kurumundan isteyin.
change-may = { $clinic } şimdi doğru kayıtla, önceki gibi şunları yapabilecek:
change-letter = Yanlış kayda hangi mektup bağlı?
change-letter-hint = Bu kayda birden çok mektup bağlı.
change-record = Doğru kayıt hangisi?
change-record-connected = { $clinic } kurumuna zaten bağlı. Oluşturulma tarihi: { $date }.
change-continue = Kaydı değiştir
change-keep = “{ $record }” kaydını bağlı bırak
change-no-letter = Yanlış kayda bağlı olan mektubu seçin
change-nothing-chosen = Doğru kaydı seçin veya yeni bir kayıt oluşturun
change-changed = Bu sayfa siz açtıktan sonra değişti. Henüz hiçbir şey değiştirilmedi. Yeniden okuyun, sonra seçin
changed-heading = “{ $record }” kaydı artık { $clinic } kurumuna bağlı
changed-former = “{ $record }” kaydı artık bağlı değil. { $clinic } onu artık açamaz.
changed-still-connected = “{ $record }” kaydı { $clinic } kurumuna bağlı kalıyor, çünkü onu başka bir mektup da bağlıyor.
change-too-late-heading = Bu kaydı artık burada değiştiremezsiniz
change-too-late-next = Bir kaydı, bağladıktan sonraki { $hours } saat içinde değiştirebilirsiniz. Şimdi bağlantısını kesin: kayıtlarınızı açın ve “Bağlantıyı kes” seçeneğini seçin. Sonra { $clinic } kurumunu { $phone } numarasından arayın ve yeni bir kod isteyin.
change-ended-heading = Bu bağlantı zaten sona erdi
change-ended-next = Bağlantısı kesildi veya kaydı değiştirildi. Şimdi hiçbir şey değiştirilmedi. Kayıtlarınızda nelerin bağlı olduğunu görürsünüz.

## Connected

done-heading = { $clinic } kurumuna bağlandınız
done-record = “{ $record }” kaydı artık bağlı.
done-message = { $clinic } kurumundan bir ileti
done-next = Şimdi ne olacak
done-next-clinic = { $clinic } bunu, sistemi bir sonraki kontrolünü yaptığında görecek. Bu genellikle 1 gün içinde olur.
done-next-nothing = Başka bir şey yapmanız gerekmez.
done-receipt = { $email } adresine bir onay göndereceğiz.
done-receipt-heading = Onayınız
done-receipt-clinic = Sağlık kurumu
done-wrong-record = Yanlış kayıt mı?
done-wrong-record-how = Kaydı, bağladıktan sonraki { $hours } saat içinde değiştirebilirsiniz.
done-change-record = Değiştir
done-stop = Bağlantı nasıl kesilir
done-stop-how = { $clinic } bağlantısını istediğiniz zaman kesebilirsiniz. Kayıtlarınızı açın ve “Bağlantıyı kes” seçeneğini seçin.
done-print = Bu sayfayı yazdırıp saklayabilirsiniz.
done-account = Kayıtlarınıza gidin

## Not connected

declined-heading = Bağlanmadınız
declined-nothing-shared = { $clinic } ile hiçbir şey paylaşmadık.
declined-until = Kodunuz şu tarihe kadar geçerli: { $date }. Fikrinizi değiştirirseniz kodu yeniden girin.

## How a code ends

ended-heading = Bu kodun süresi doldu: { $date }
ended-next = { $clinic } kurumunu { $phone } numarasından arayın ve yeni bir kod isteyin. Gitmenize gerek yok.
replaced-heading = { $clinic } size daha yeni bir kod verdi
replaced-next = En yeni mektubunuzdaki veya e-postanızdaki kodu kullanın. Tarihi: { $date }.
stopped-heading = Yanıt çok kez yanlış olduğu için bu kod kilitlendi
stopped-next = Bu, kaydınızı korur. { $clinic } kurumunu { $phone } numarasından arayın ve yeni bir kod isteyin.
withdrawn-heading = { $clinic } bu kodu iptal etti
withdrawn-next = Bunu beklemiyorsanız { $phone } numarasını arayın.
refused-heading = Bize bu kodun sizin için olmadığını söylediniz
refused-next = Bu bir yanlışlıksa { $clinic } kurumunu { $phone } numarasından arayın.
used-heading = Bu kod daha önce kullanıldı
used-next = Kullanan siz değilseniz { $clinic } kurumunu şimdi { $phone } numarasından arayın.
thanks-heading = Bize söylediğiniz için teşekkürler
thanks-next = Hiçbir şey paylaşmadık. { $clinic } kurumuna haber verdik.
thanks-connected-next = Biri bu kodla zaten bağlandı. { $clinic } kurumuna haber verdik. Kendi kaydınız için endişeleniyorsanız { $phone } numarasını arayın.
timed-out-heading = Bu sayfanın süresi doldu
timed-out-next = Kaydınızı korumak için sayfaların süresi { $minutes } dakika sonra dolar. Kodunuz kullanılmadı. Devam etmek için yeniden girin.
not-started-heading = Kodunuzla başlayın
not-started-next = Önce mektubunuzdaki veya e-postanızdaki kodu girin. Sonra bu sayfayı açabilirsiniz.
enter-code = Kodunuzu girin
newer-code = Yeni kodunuzu girin

## When something goes wrong

trouble-heading = Üzgünüz, bir sorun oldu
trouble-unavailable = Kodunuz kullanılmadı. Birkaç dakika sonra yeniden deneyin.
trouble-unavailable-phone = Kodunuz kullanılmadı. Birkaç dakika sonra yeniden deneyin veya { $phone } numarasını arayın.
trouble-ours = Sorun sizde değil, bizde. Birkaç dakika sonra yeniden deneyin.
trouble-kept = Parolalar ve tek kullanımlık kodlar dışında yazdıklarınız hâlâ bu sayfada. Bir dakika bekleyin, sonra yeniden gönderin.
signed-out-heading = Oturumunuz artık açık değil
signed-out-next = Parolalar ve tek kullanımlık kodlar dışında yazdıklarınız hâlâ bu sayfada. Yeni bir sekmede yeniden oturum açın. Sonra bu sayfaya dönün ve yeniden gönderin.
signed-out-sign-in = Oturum aç (yeni sekmede açılır)
signed-out-heading-code = Bir süre uzaktaydınız
signed-out-next-code = Yazdıklarınız hâlâ bu sayfada. Yeni bir sekmede kodunuzu yeniden girin. Sonra bu sayfaya dönün ve yeniden gönderin.
signed-out-code = Kodunuzu girin (yeni sekmede açılır)
trouble-send-again = Yeniden gönder
slow-down-heading = Çok fazla deneme
slow-down-next = { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin ve yeniden deneyin. Bir kodunuz varsa hâlâ geçerli.
crowded-heading = Bu ağdan çok fazla kişi burada
crowded-next = { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin ve yeniden deneyin. Bir kodunuz varsa hâlâ geçerli.
crowded-kept = { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin, sonra yeniden gönderin. Parolalar ve tek kullanımlık kodlar dışında yazdıklarınız hâlâ bu sayfada.
not-found-heading = Sayfa bulunamadı
not-found-next = Adresi yazdıysanız kontrol edin. Bir bağlantıyla geldiyseniz bağlantı eski olabilir.
old-link-heading = Bu bağlantı eski bir sisteme ait ve artık çalışmıyor
old-link-next = İçinde kod olan bir mektubunuz veya e-postanız varsa o kodu girin. Kodunuz yoksa bağlantıyı size veren sağlık kurumunu arayın.
cross-site-heading = Bunu kabul edemedik
cross-site-next = Başka bir web sitesinden geldi. Göndermek istediyseniz burada yeniden başlayın.
other-address-heading = Bu sayfanın başka bir adresi var
other-address-next = { $url } adresini açın ve bilgilerinizi oraya girin. Hiçbir şey kaydetmedik.
other-address-open = Doğru adresi aç
too-large-heading = Metin çok uzun
too-large-next = Geri dönün, kısaltın ve yeniden gönderin.
broken-form-heading = Bu formu okuyamadık
broken-form-next = Bir alanı eksik veya iki kez geldi. Hiçbir şey değiştirilmedi. Geri dönün, sayfayı yeniden yükleyin ve formu yeniden doldurun.
wrong-kind-next = Bir web sayfasının form gönderdiği biçimde gönderilmedi. Hiçbir şey değiştirilmedi. Geri dönün, sayfayı yeniden yükleyin ve formu yeniden doldurun.
wrong-method-heading = Bu sayfayı bu şekilde açamazsınız
wrong-method-next = Başlangıç sayfasına gidin ve yeniden deneyin.

## Sign in

sign-in-heading = Oturum aç
sign-in-why = { $clinic } tarafından gönderilenleri yalnızca siz görebilin diye oturum açın.
email-label = E-posta adresi
password-label = Parola
sign-in-forgot = Parolanızı mı unuttunuz?
sign-in-create = Hesap oluştur
sign-in-create-prompt = Henüz hesabınız yok mu?
sign-in-create-hint = Yaklaşık 2 dakika sürer. Kodunuzu ve yanıtınızı saklayacağız.
email-empty = E-posta adresinizi girin
password-empty = Parolanızı girin
sign-in-wrong = E-posta adresi veya parola yanlış. İkisini de kontrol edin ve yeniden deneyin
sign-in-locked-shortly = Çok fazla yanlış deneme oldu. { $seconds ->
    [one] 1 saniye
   *[other] { $seconds } saniye
    } bekleyin ve yeniden deneyin
sign-in-locked = Çok fazla yanlış deneme oldu. { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin ve yeniden deneyin
sign-in-unavailable = Bizde bir sorun oldu. Birkaç dakika sonra yeniden deneyin

## Create an account

create-heading = Hesap oluştur
create-why = { $clinic } tarafından gönderilenleri yalnızca siz görebilin diye bir hesap oluşturun.
create-sign-in-prompt = Zaten hesabınız var mı?
name-label = Adınız
email-digits-hint = Bu adresin sizin olduğunu doğrulamak için size e-postayla 6 rakam göndereceğiz.
password-new-hint = { $min } veya daha çok karakter kullanın. Birbiriyle ilgisi olmayan üç sözcük iyi olur.
name-empty = Adınızı girin
name-too-long = Adınız en çok { $max } karakter olabilir
name-invisible = Adınızda gizli bir karakter var. Yapıştırmak yerine yazın
email-too-long = E-posta adresi en çok { $max } karakter olabilir
email-shape = Bir e-posta adresi girin, örneğin ad@example.org
password-too-short = Parolanız en az { $min } karakter olmalı
password-too-long = Parolanız en çok { $max } karakter olabilir
password-common = Birçok kişi böyle bir parola kullanıyor, bu yüzden tahmin etmesi kolay. Birbiriyle ilgisi olmayan üç sözcük kullanın
password-personal = Adınızı, e-posta adresinizi ve sağlık kurumunun adını tahmin etmek kolay. Sizinle ilgisi olmayan sözcükler kullanın
password-word = Tek bir sözcüğü tahmin etmek kolay. Onunla ilgisi olmayan iki sözcük daha ekleyin
password-name = Adları tahmin etmek kolay. Birbiriyle ilgisi olmayan üç sözcük kullanın
password-keys = Yan yana tuşları tahmin etmek kolay. Birbiriyle ilgisi olmayan üç sözcük kullanın
password-repeats = Sözcükleri yinelemek parolayı tahmin etmeyi zorlaştırmaz. İki farklı sözcük ekleyin
password-sequence = Sıralı harfleri veya rakamları tahmin etmek kolay. Birbiriyle ilgisi olmayan üç sözcük kullanın
password-date = Tarihleri ve yılları tahmin etmek kolay. Birbiriyle ilgisi olmayan üç sözcük kullanın
password-short = Bu parolayı tahmin etmek hâlâ kolay. Az kullanılan bir veya iki sözcük ekleyin
create-slow-down = Bu internet bağlantısından veya bu adres için çok fazla hesap istendi. Gönderdiğimiz en yeni e-postayı kullanın veya { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyip yeniden deneyin
create-digits-prompt = 6 rakam elinizde mi?
create-digits = Rakamları girin
digits-heading = Size gönderdiğimiz 6 rakamı girin
digits-hint = { $email } adresine bir e-posta gönderdik. Gelmesi birkaç dakika sürebilir. İstenmeyen posta klasörünüze de bakın.
digits-resent = { $email } adresine yeni bir e-posta gönderdik. En yenisindeki rakamları kullanın.
digits-resend = 6 yeni rakam gönder
digits-start-over = Başka bir e-posta adresi kullan
digits-prompt = E-posta gelmedi mi?
digits-empty = E-postadaki 6 rakamı girin
digits-shape = E-postadaki 6 rakamın hepsini girin, harf girmeyin
digits-wrong = Bunlar gönderdiğimiz rakamlar değil. { $left ->
    [one] 1 deneme hakkınız kaldı
   *[other] { $left } deneme hakkınız kaldı
    }
digits-over = Bu rakamlar artık geçerli değil. “6 yeni rakam gönder” seçeneğini seçin
digits-too-many-mails = Bu adrese birkaç e-posta gönderdik. En yenisini kullanın veya yeniden istemeden önce { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin

## An account that is finished in another browser

finish-heading = Hesabınızı tamamlayın
finish-why = 6 rakamı soran sayfa kapandı mı? Rakamları, seçtiğiniz e-posta adresi ve parolayla birlikte buraya girin.
finish-link-why = Başlarken seçtiğiniz parolayı girin. Sonra hesabınız hazır olur.
finish-began = E-posta adresiniz onaylandı. Bir adım daha, sonra hesabınız hazır.
finish-password-label = Seçtiğiniz parola
finish-password-empty = Seçtiğiniz parolayı girin
finish-digits-label = E-postadaki 6 rakam
finish-wrong = E-posta adresi, parola ve rakamlar birbirine uymuyor. En yeni e-postadaki rakamları kullanın
finish-wrong-password = Bu, seçilen parola değil. { $left ->
    [one] 1 deneme hakkınız kaldı
   *[other] { $left } deneme hakkınız kaldı
    }
finish-slow-down = Çok fazla deneme oldu. { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin veya en yeni e-postadaki bağlantıyı kullanın
finish-over = Bu bağlantı artık çalışmıyor
finish-over-next = Kullanılmış, çok eski veya daha yeni bir e-posta var. Hesabınız hazır mı? O zaman oturum açın. Değilse hesabı yeniden oluşturun.
finish-again = Hesap oluştur

## A forgotten password

forgot-heading = Yeni bir parola seçin
forgot-why = Hesabınızın e-posta adresini girin. Yeni bir parola seçmeniz için size bir e-posta göndereceğiz.
forgot-kept = { $clinic } için kodunuz ve yanıtınız saklanıyor.
forgot-email-hint = Oturum açarken kullandığınız adresi girin.
forgot-remembered = Parolayı hatırladınız mı?
forgot-slow-down = Ağınızdan çok fazla istek geldi. { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin ve yeniden deneyin
forgot-digits-heading = 6 rakamı ve yeni bir parola girin
forgot-sent = { $email } adresinin bir hesabı varsa oraya bir e-posta gönderdik. Gelmesi birkaç dakika sürebilir. İstenmeyen posta klasörünüze de bakın.
forgot-link-too = E-postadaki bağlantıyı da kullanabilirsiniz. E-posta için kullandığınız tarayıcıda açılır.
forgot-digits-label = E-postadaki 6 rakam
forgot-digits-hint = En yeni e-postayı kullanın.
forgot-password-label = Yeni parola
forgot-save = Kaydet ve oturum aç
forgot-resend = Bir e-posta daha gönder
forgot-resent = Bu adresin bir hesabı varsa yeni bir e-posta gönderdik. En yenisini kullanın. Kısa sürede birkaç e-postadan sonra { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } boyunca yenisini göndermeyiz.
forgot-no-email = Yukarıdaki adresin hesabınızın adresi olduğundan emin olun. Hesabınız yoksa bir hesap oluşturun.
forgot-digits-wrong = Bunlar en yeni e-postadaki rakamlar değil. { $left ->
    [one] 1 deneme hakkınız kaldı
   *[other] { $left } deneme hakkınız kaldı
    }
forgot-digits-over = Bu rakamlar artık geçerli değil. “Bir e-posta daha gönder” seçeneğini seçin veya en yeni e-postadaki bağlantıyı kullanın
forgot-link-heading = Yeni bir parola seçin
forgot-link-over = Bu bağlantı artık çalışmıyor
forgot-link-over-next = Her bağlantı bir kez ve kısa bir süre çalışır, yalnızca en yenisi geçerlidir. Bağlantıyı açmak parolanızı değiştirmedi.
forgot-ask-again = Yeni bir e-posta iste
forgot-no-mail = Yeni parola için e-posta gerekli
forgot-no-mail-next = Bu Patient Connect şu anda e-posta göndermiyor. Sağlık kurumunuzu arayın ve ne zaman yeni bir parola seçebileceğinizi sorun. Hiçbir şey kaybolmadı: kayıtlarınız ve bağlantılarınız saklanıyor.

## The account

account-no-records = Henüz bir kaydınız yok. Sağlık kurumunuzdan aldığınız kodu kullandığınızda bir kayıt oluşturursunuz.
account-record-since = Oluşturulma tarihi: { $date }
account-connection-record = Kayıt
account-connection-since = Bağlantı tarihi
account-connection-may = Bu kurum şunları yapabilir
disconnected-heading = { $clinic } bağlantısı kesildi
disconnected-what = { $clinic } “{ $record }” kaydını artık göremez ve değiştiremez. Okuduğu bilgilerin kopyalarını saklayabilir.
disconnected-receipt = { $email } adresine bir onay göndereceğiz.
disconnected-again = Yeniden bağlanmak için { $clinic } kurumunu { $phone } numarasından arayın ve bir kod isteyin.

## Mail in development

step = Adım { $at } / { $of }: { $name }
step-code = Kod
step-question = Soru
step-account = Hesabınız
step-record = Kayıt
step-answer = Evet veya hayır

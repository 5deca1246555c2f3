# The second step of patients’ sign-ins.

second-step-heading = Oturum açarken ikinci adım
second-step-what = İkinci adım varsa yalnızca parolanız yetmez: telefonunuzdaki bir uygulamadan bir kod da girersiniz. Parolanızı öğrenen biri oturum açamaz.
second-step-passkey = Geçiş anahtarı kod istemez. İki adım kadar güvenlidir.
second-step-off = İkinci adım kapalı.
second-step-set-up = İkinci adımı kur
second-step-since = İkinci adım şu tarihten beri açık: { $date }.
second-step-left = { $left ->
    [0] Kurtarma kodunuz kalmadı.
    [one] 1 kurtarma kodunuz kaldı.
   *[other] { $left } kurtarma kodunuz kaldı.
    }
second-step-few = Kodlarınız bitmeden yenilerini oluşturun.
second-step-removed = İkinci adım kapalı. Oturum açmak için yalnızca parolanız yeter.
second-step-renew-heading = Yeni kurtarma kodları
second-step-renew-what = Şimdiki kurtarma kodlarınız artık çalışmaz.
second-step-renew = Yeni kurtarma kodları oluştur
second-step-remove-heading = İkinci adımı kapat
second-step-remove-link = Kapat
second-step-remove-what = Oturum açmak için yalnızca parolanız yeter. Kurtarma kodlarınız artık çalışmaz.
second-step-remove = İkinci adımı kapat
second-step-password = Parolanız
second-step-code = Uygulamanızdaki kod veya bir kurtarma kodu
second-step-row = İkinci adım
second-step-row-what = Oturum açarken telefonunuzdan bir kod
second-step-app-heading = Kimlik doğrulama uygulamanızı kurun
second-step-app = Telefonunuza herhangi bir kimlik doğrulama uygulaması yükleyin.
second-step-scan = Bu QR kodunu uygulamayla tarayın.
second-step-qr = Kimlik doğrulama uygulamanız için kurulum anahtarını içeren QR kodu
second-step-secret = Tarayamıyor musunuz? Bu kurulum anahtarını uygulamaya girin:
second-step-enter = Uygulamadaki 6 rakamlı kodu ve parolanızı girin.
second-step-digits = 6 rakamlı kod
second-step-confirm = İkinci adımı aç
second-step-back = İkinci adıma dön
second-step-codes-heading = Kurtarma kodlarınız
second-step-codes-what = Telefonunuz yanınızda olmadığında bu kodlardan biriyle oturum açabilirsiniz. Her kod bir kez çalışır. Bu sayfayı yazdırın veya kodları yazıp güvenli bir yerde saklayın.
second-step-codes-once = Onları yalnızca bu kez gösteriyoruz. Önceki kurtarma kodlarınız artık çalışmıyor.
second-step-codes-kept = Kurtarma kodlarımı kaydettim
second-step-ask-heading = Kimlik doğrulama uygulamanızdaki kodu girin
second-step-ask-hint = Telefonunuzda uygulamayı açın. Patient Connect için her 30 saniyede 6 rakamlı yeni bir kod gösterir.
second-step-ask-why = Sonra { $clinic } ile devam edebilirsiniz. Kodunuzu ve yanıtınızı sakladık.
second-step-ask-lost = Telefonunuz yok mu? Kurtarma kodlarınızdan birini girin. JKYZ-QNMN-VHRX gibi görünürler.
second-step-ask-over = Başka bir e-posta adresiyle oturum aç
second-step-empty = Kodu girin
second-step-shape = 6 rakamlı bir kod veya 12 harfli bir kurtarma kodu girin
second-step-wrong = Bu kod yanlış veya daha önce kullanılmış. Sonrakini bekleyin ve yeniden deneyin. Telefonunuzun saatine bakın: burada saat { $clock } UTC

# Passkeys of patients.

passkeys-heading = Geçiş anahtarları
passkeys-intro = Geçiş anahtarıyla, telefonunuzun veya bilgisayarınızın kilidini açar gibi oturum açarsınız: yüzünüzle, parmağınızla veya PIN ile. E-posta adresinizi ve parolanızı yazmazsınız.
passkeys-keeps = Parolanız da çalışmaya devam eder.
passkeys-none = Henüz geçiş anahtarınız yok.
passkeys-made = Eklenme: { $made }. Henüz kullanılmadı.
passkeys-used = Eklenme: { $made }. Son kullanım: { $used }.
passkeys-change = Değiştir
passkeys-add = Geçiş anahtarı ekle
passkeys-add-what = Siz olduğunuzu bilmemiz için önce parolanızı girin. Sonra tarayıcınız geçiş anahtarını oluşturur.
passkeys-name = Geçiş anahtarının adı
passkeys-name-hint = Geçiş anahtarının nerede olduğunu anlatan bir ad, örneğin “Telefonum”.
passkeys-password = Parolanız
passkeys-continue = Devam
passkeys-enough = { $max } geçiş anahtarınız var. Yenisini eklemeden önce birini kaldırın.
passkeys-not-here = Geçiş anahtarları bu web adresinde çalışmaz. https ile başlayan bir adres gerekir.
passkeys-added = Geçiş anahtarı eklendi. Artık onunla oturum açabilirsiniz.
passkeys-renamed = Ad değiştirildi.
passkeys-removed = Geçiş anahtarı kaldırıldı. Artık onunla oturum açılamaz.
passkeys-not-added = Geçiş anahtarını ekleyemedik. Hiçbir şey değiştirilmedi. Yeniden başlayın
passkeys-too-many = Çok fazla geçiş anahtarı istediniz. { $minutes ->
    [one] 1 dakika
   *[other] { $minutes } dakika
    } bekleyin ve yeniden deneyin
passkeys-row = Geçiş anahtarları
passkeys-row-what = Parolasız oturum açın
passkey-name-empty = Geçiş anahtarı için bir ad girin
passkey-name-too-long = Ad en çok { $max } karakter olabilir
passkey-name-invisible = Adda gizli bir karakter var. Yapıştırmak yerine yazın
passkey-create-heading = Geçiş anahtarınızı oluşturun
passkey-create-what = Telefonunuz veya bilgisayarınız kilidini açmanızı veya geçiş anahtarının nerede saklanacağını seçmenizi isteyecek.
passkey-create = Geçiş anahtarı oluştur
passkey-create-without = Bu tarayıcı geçiş anahtarı oluşturamıyor veya JavaScript kapalı. Hiçbir şey değiştirilmedi. Parolanız çalışmaya devam ediyor.
passkey-create-failed = Geçiş anahtarı oluşturulmadı. Yeniden deneyin veya geri dönün.
passkey-create-known = Bu cihazda hesabınız için zaten bir geçiş anahtarı var. Onunla oturum açabilirsiniz.
passkey-back = Geçiş anahtarlarınıza dönün
passkey-rename-heading = Ad
passkey-rename = Adı kaydet
passkey-remove-heading = Bu geçiş anahtarını kaldır
passkey-remove-what = Artık onunla oturum açılamaz. Şu anda oturumu açık olan cihazlar açık kalır.
passkey-remove-device = Telefonunuzdan, bilgisayarınızdan veya parola yöneticinizden de silin. Yoksa size sunulmaya devam eder.
passkey-remove = Geçiş anahtarını kaldır
passkey-sign-in = Geçiş anahtarıyla oturum aç
passkey-sign-in-failed = Geçiş anahtarı kullanılmadı. Yeniden deneyin veya e-posta adresiniz ve parolanızla oturum açın.
passkey-sign-in-refused = Bu geçiş anahtarıyla oturum açılamadı. Yeniden deneyin veya e-posta adresinizi ve parolanızı kullanın. Hesabınızdan kaldırdığınız bir geçiş anahtarı artık çalışmaz

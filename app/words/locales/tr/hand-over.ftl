# The screen of the front desk in the hands of a patient, who chooses a question and an answer.

handed-heading = Bir soru ve bir yanıt seçin
handed-for = Bu kişi için: { $name }
handed-why = { $clinic } size bir kod verecek. Kodu evde kullandığınızda, kodunuzu başka kimse kullanamasın diye size bu soruyu soracağız.
handed-secret = Buraya yazdıklarınızı yalnızca siz bileceksiniz. { $clinic } kurumunda kimse bunu ne şimdi ne sonra okuyabilir.
handed-question = Sorunuz
handed-question-hint = Yalnızca sizin yanıtlayabileceğiniz bir şey seçin, örneğin “Yelken açmayı öğrendiğiniz tekneye ne ad vermiştiniz?”
handed-answer = Yanıtınız
handed-answer-hint = { $min } veya daha çok karakter kullanın. Büyük ve küçük harf fark etmez, ama boşluklar fark eder. Evde aynı biçimde yazmanız gerekecek.
handed-save = Soruyu ve yanıtı kaydet
handed-empty = { $field ->
    [question] Bir soru girin
   *[answer] Yanıtınızı girin
    }
handed-not-theirs = Bunu kaydedemedik. Yanlış bir şey yapmadınız. Ekranı { $clinic } kurumuna geri verin
handed-unavailable = Bizde bir sorun oldu. Hiçbir şey kaydedilmedi. Yazdıklarınız hâlâ burada. Bir dakika sonra yeniden deneyin
handed-thanks = Teşekkürler
handed-give-back = Ekranı { $clinic } kurumuna geri verin.
handed-next = Sorunuz ve yanıtınız kaydedildi. Şimdi kodunuzu alacaksınız.
handed-guessable = { $why ->
    [in-question] Soru yanıtı ele veriyor. Başka bir soru veya yanıt seçin
    [short] Yanıt { $min } karakterden kısa. Daha uzun bir yanıt seçin
    [digits] Rakamları tahmin etmek kolay. Bir sözcük veya ad seçin
    [asks-birthday] Bunu başkaları biliyor olabilir. Başka bir soru seçin
    [asks-pet] Bunu başkaları biliyor olabilir. Başka bir soru seçin
    [asks-maiden-name] Bunu başkaları biliyor olabilir. Başka bir soru seçin
   *[other] Bunu tahmin etmek kolay. Başka bir soru veya yanıt seçin
    }
handed-too-long = Bu en çok { $max } karakter olabilir
handed-invisible = Burada gizli bir karakter var. Yapıştırmak yerine yazın

# What a letter to a patient says, on paper and as PDF.

letter-title = { $clinic } mektubu
letter-phone = Telefon { $phone }
letter-works-until = Son gün: { $date }
letter-heading = Bağlantı kodunuz
letter-for = Bu kişi için
letter-what = Bu kodla, seçtiğiniz bir sağlık kaydını { $clinic } kurumuna bağlayabilirsiniz. Karar sizindir ve bağlantıyı istediğiniz zaman kesebilirsiniz.
letter-step-go = Telefonunuzda veya bilgisayarınızda şu adresi açın:
letter-step-code = Aşağıdaki kodu girin. Büyük veya küçük harf yazabilirsiniz.
letter-step-answer = Sorunuzu yanıtlayın.
letter-step-account = Oturum açın veya e-posta adresinizle ücretsiz bir hesap oluşturun.
letter-qr = Sayfayı kodunuzla açan QR kodu
letter-qr-caption = Telefonunuzun kamerasını buraya tutun
letter-code = Kodunuz
letter-ends = Bu kodun son günü: { $date }
letter-question = Size, bizimle kararlaştırdığınız soru sorulacak. Gizli kalması için burada yazmıyor. Yanıtı hiçbir zaman telefonda sormayız.
letter-help = Yardım mı gerekiyor? Bizi { $phone } numarasından arayın. Size yeni bir kod verebiliriz. Gelmenize gerek yok.
letter-not-expecting = Bunu beklemiyor muydunuz?
letter-not-expecting-call = Bizi { $phone } numarasından arayın ve kodu kimseye vermeyin.

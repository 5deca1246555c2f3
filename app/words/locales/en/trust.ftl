# What every footer leads to. The texts are those that come with the software: true wherever it runs, until the operator
# writes others.

trust-help = Help
trust-about = Who runs this
trust-privacy = Privacy notice
trust-terms = Terms of use
trust-accessibility = Accessibility
trust-standard = This text comes with Patient Connect. The organisation that runs this website has not written its own yet.

help-code = Your clinic gives you a code of 20 letters, in a letter or an email. Choose “I have a code from my clinic” on the first page and enter it. Capital letters and dashes do not matter.
help-question = Then you answer a question that you agreed with your clinic. Capital letters do not matter, but spaces do. If you cannot remember the answer, call your clinic.
help-new-code = If a code no longer works, ask your clinic for a new one. You do not need to visit.
help-password = If you have forgotten your password, choose “Forgotten your password?” on the sign-in page. We email you a link.
help-wrong = If a clinic is connected to the wrong record, open “Your records” and choose another record. You can do this for 24 hours. After that, disconnect the clinic.
help-stop = To stop a clinic from using a record, sign in, open “Your records” and choose “Disconnect”.
help-urgent = We cannot answer questions about your health. Call your clinic. In an emergency, call the emergency number of your country.

about-what = Patient Connect lets a clinic you know use a health record you choose. You see what the clinic does with it, and you can stop it at any time.
about-software = Patient Connect is open source software. Each organisation that uses it runs it on its own servers.
about-operator = The organisation that runs this website has not written here yet who it is.
about-ask = Ask the clinic that gave you your code who runs this website, and whom to write to.

privacy-kept = We keep your name, your email address and what we need to check your password. We cannot read your password.
privacy-records = We keep your records: their names, what you and your clinics add to them, and which clinics are connected. Health information is encrypted in our database.
privacy-clinics = A clinic sees only the records that you connected to it, and only what you said yes to. It may keep what it has read. How it uses that is in its own privacy notice.
privacy-log = We write down each time a clinic opens a record or changes it. You can read this list under “Who saw what”. We keep it for 6 years.
privacy-operator = The people who run this website see no health information on their pages. They keep the encryption key, so that the clinics you chose can read your records.
privacy-cookies = We use cookies only to keep you signed in and to recognise your device. We use no advertising and no tracking, and nothing is loaded from other websites.
privacy-mail = We email you about your account, your codes and what clinics do. Our emails may name the kind of information that a clinic opened, such as medicines, but never what it says.
privacy-rights = You can see, correct and download everything, and you can delete your account. We delete it 14 days after you ask. Logs keep a number in place of your name.
privacy-ask = If you have a question about privacy, or want to complain, ask the organisation that runs this website.

terms-free = Patient Connect costs you nothing.
terms-yours = Your account is for you. You may keep records for yourself, for your children and for people you care for, if you have the right to decide about their health information.
terms-others = Use only codes that a clinic gave to you.
terms-password = Keep your password and your codes to yourself. If someone else may know your password, change it.
terms-medical = Patient Connect does not give medical advice, and nobody here watches what is added to your records. If you feel ill, call your clinic.
terms-end = You can stop at any time: disconnect a clinic, or delete your account.

accessibility-aim = Everyone must be able to use Patient Connect. We follow the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.
accessibility-tested = The software is tested by machine on every page: contrast, labels, headings and use by keyboard, on small and large screens.
accessibility-scripts = All pages work without JavaScript. You can enlarge the text to 400%, and you can choose light or dark colours in your device.
accessibility-limits = No outside body has checked this website for accessibility yet. The pages are in English only.
accessibility-tell = If something is difficult for you to use, tell the clinic that gave you your code. It can help you in another way, for example by telephone or by letter.

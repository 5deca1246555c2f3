# What a letter to a patient says, on paper and as PDF.

letter-title = Letter from { $clinic }
letter-phone = Phone { $phone }
letter-works-until = Works until { $date }
letter-heading = Your connection code
letter-for = This is for
letter-what = Use this code to connect a health record of your choice to { $clinic }. You decide, and you can disconnect at any time.
letter-step-go = On your phone or computer, open this address:
letter-step-code = Enter the code below. You can type capital or small letters.
letter-step-answer = Answer your question.
letter-step-account = Sign in, or create a free account with your email address.
letter-qr = QR code that opens the page with your code
letter-qr-caption = Point your phone camera here
letter-code = Your code
letter-ends = This code expires on { $date }
letter-question = You will be asked the question you agreed with us. To keep it safe, it is not printed here. We will never ask for the answer by phone.
letter-help = Need help? Call us on { $phone }. We can give you a new code. You do not need to visit.
letter-not-expecting = Not expecting this?
letter-not-expecting-call = Call us on { $phone }, and keep the code to yourself.

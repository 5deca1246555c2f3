# Words of making a request at the desk, and of what the patient does there.
# Plain words, short sentences. A message at a field has no full stop at its end.

## A new request

new-heading = New request
new-external-id = Patient ID
new-external-id-hint = The ID your own system uses for this patient.
new-friendly-name = Name the patient will recognise
new-friendly-name-hint = Shown in the letter and to the patient, for example “Emma’s record”. Leave out birth dates and diagnoses.
new-proof = How will the patient prove who they are?
new-proof-question = A question and answer you agree on now
new-proof-phrase = Secret words on a slip of paper
new-proof-phrase-hint = We create four words. You see them once and give them to the patient on a separate slip.
new-question = Question
new-question-hint = Let the patient choose it. They will see it at home exactly as you type it.
new-answer = Answer
new-answer-hint = At least { $min } characters. Capital letters do not matter, but spaces do. Staff cannot see it after you save.
new-reason = Reason for using it anyway
new-reason-hint = An answer that is easy to guess does not keep others out. Agree on something else, or give a reason. We keep the reason with the request.
new-delivery = How will the patient get the code?
new-delivery-letter = A letter
new-delivery-letter-hint = You print it and give it to the patient.
new-delivery-email = An email
new-delivery-both = Both
new-email = Email address
new-email-hint = The email contains the code, but never the question or the answer.
new-language = Language of the letter and email
new-make = Create code
new-good-heading = What makes a good question
new-good-why = Anyone who has the code and knows the answer can connect.
new-good-only-they-know = Only the patient knows the answer. Family and friends cannot guess it.
new-good-same-words = The patient will give the same answer in four weeks. One word or a name works well.
new-good-not-in-record = It is not written down anywhere: not in your records, on a card or on social media. Birthdays, colours and pets are easy to guess.
new-good-not-in-question = The question does not give the answer away.
new-good-example = For example: “What did you call the boat you learned to sail in?”
new-empty = { $field ->
    [external_id] Enter the patient ID
    [friendly_name] Enter a name the patient will recognise
    [question] Enter the question you agreed on
    [email] Enter an email address, or choose a letter
   *[answer] Enter the answer you agreed on
    }
new-too-long = { $field ->
    [external_id] The patient ID
    [friendly_name] The name
    [question] The question
    [answer] The answer
    [email] The email address
   *[reason] The reason
    } must be { $max } characters or fewer
new-invisible = { $field ->
    [external_id] The patient ID
    [friendly_name] The name
    [question] The question
    [answer] The answer
    [email] The email address
   *[reason] The reason
    } contains a hidden character. Type it instead of pasting it
new-blank-at-an-end = The patient ID starts or ends with a space. Remove the space
new-guessable = { $why ->
    [in-question] The question gives the answer away. Choose another question or answer
    [in-name] The answer is part of the name, which anyone may read. Choose another answer
    [in-external-id] The answer is part of the patient ID. Choose another answer
    [in-email] The answer is part of the email address. Choose another answer
    [yes-no] Anyone can guess yes or no. Choose another answer
    [colour] There are only a few colours to guess. Choose another answer
    [date] Other people may know a date, and there are only a few to guess. Choose another answer
    [year] There are only a few years to guess. Choose another answer
    [digits] Numbers are easy to guess or may be written down. Choose a word or a name
    [short] The answer is shorter than { $min } characters. Choose a longer one
    [asks-birthday] Other people know birthdays and ages. Choose another question
    [asks-colour] There are only a few colours to guess. Choose another question
    [asks-pet] Family and friends know the names of pets. Choose another question
    [asks-maiden-name] Other people know a mother’s maiden name, and it is in many records. Choose another question
   *[asks-yes-no] Anyone can guess yes or no. Choose a question with a different kind of answer
    }
new-taken = This patient already has a code, created on { $date }
new-taken-show = View it
new-taken-replace = Replace it
new-taken-replace-hint = The old code stops working. Anyone already connected stays connected.
new-not-ours = We could not read this form. Open the page again and fill it in once more
new-unavailable = Something went wrong on our side. No code was created. What you typed is still here. Try again in a minute
language-en = English

## Words that are handed over

phrase-heading = Give these words to the patient
phrase-for = For { $name }
phrase-once = These words are shown only once. Write them down or print this page now, and give them to the patient.
phrase-print = To print the slip, use your browser’s print command.
phrase-apart = Keep the slip separate from the letter. Anyone who has both can connect.
phrase-go-on = Continue to the code
phrase-lost = If the words get lost, create a new request for the patient and replace this one.
phrase-slip = Your secret words
phrase-slip-what = You will be asked for these words when you connect your record to { $clinic }. Keep them separate from your code, and do not share them.
phrase-slip-how = Type them in this order. Capital letters do not matter.
phrase-question = What are the secret words your clinic gave you?

## What the page of a request says of it

request-proof = Identity check
request-proof-is = { $proof ->
    [phrase] Secret words on a slip
    [typed] Question typed by the patient
   *[question] Question you agreed on
    }
request-delivery = Delivery
request-delivery-is = { $delivery ->
    [email] Email
    [both] Letter and email
   *[letter] Letter
    }
request-reason = Reason for an easy-to-guess answer
request-tell-phrase = Enter the secret words on your slip. Then sign in and choose your record.
happened-made-with-reason = Code created, with a reason for an easy-to-guess answer

## The screen in the patient's hands

new-proof-typed = A question and answer the patient types on this screen
new-proof-typed-hint = You will not see the question or the answer. The screen shows nothing else until you enter your password.
new-hand-over = Give the screen to the patient
handed-heading = Choose a question and an answer
handed-for = This is for { $name }
handed-why = { $clinic } will give you a code. When you use it at home, we will ask you this question so that nobody else can use your code.
handed-secret = Only you will know what you type here. Nobody at { $clinic } can read it, now or later.
handed-question = Your question
handed-question-hint = Choose something only you can answer, like “What did you call the boat you learned to sail in?”
handed-answer = Your answer
handed-answer-hint = Use { $min } characters or more. Capital letters do not matter, but spaces do. You will need to type it the same way at home.
handed-save = Save question and answer
handed-empty = { $field ->
    [question] Enter a question
   *[answer] Enter your answer
    }
handed-not-theirs = We could not save this. You did nothing wrong. Give the screen back to { $clinic }
handed-unavailable = Something went wrong on our side. Nothing was saved. What you typed is still here. Try again in a minute
handed-thanks = Thank you
handed-give-back = Give the screen back to { $clinic }.
handed-next = Your question and answer are saved. You will now get your code.
handed-staff-back = Staff: take the screen back
handed-staff-go-on = Staff: continue
hand-back-heading = Staff: take the screen back
hand-back-password = Password for { $name }
hand-back-go-on = Continue
hand-back-patient = Back to the patient’s page
hand-back-wrong = The password is wrong
audit-staff-hand-over = Screen given to a patient
audit-staff-hand-back = Screen taken back from a patient

# Words of making a request at the desk, and of what the patient does there.
# Plain words, short sentences. A message at a field has no full stop at its end.

## A new request

new-heading = New request
new-external-id = Clinic ID
new-external-id-hint = The number or name your own system knows the patient by.
new-friendly-name = Name the patient will recognise
new-friendly-name-hint = It stands in the letter and on the page, like “Emma’s record”. Leave out birth dates and diagnoses.
new-proof = How will the patient prove that it is them?
new-proof-question = A question and an answer that you agree on now
new-proof-phrase = Words that you hand over
new-proof-phrase-hint = We make four words. You see them once and hand them to the patient on a slip of their own.
new-question = Question
new-question-hint = Let the patient choose it. They read it at home, exactly as you type it.
new-answer = Answer
new-answer-hint = At least { $min } characters. Capital letters do not matter, spaces do. Afterwards nobody can read it here.
new-reason = Why this is good enough all the same
new-reason-hint = What is easy to guess does not keep others out. Agree on something else, or give a reason: it is kept with the request.
new-delivery = How does the patient get the code?
new-delivery-letter = A letter
new-delivery-letter-hint = You print it and hand it over.
new-delivery-email = An email
new-delivery-both = Both
new-email = Email address
new-email-hint = The email holds the code, never the question or the answer.
new-language = Language of letter and email
new-make = Make the code
new-good-heading = A good question
new-good-why = Whoever holds the code and knows the answer can connect.
new-good-only-they-know = Only the patient knows the answer. Family and friends cannot guess it.
new-good-same-words = The patient will say it the same way in four weeks. One word or a name works well.
new-good-not-in-record = It stands nowhere: not in your records, on a card or on social media. Birthdays, colours and pets are easy to guess.
new-good-not-in-question = The question does not give the answer away.
new-good-example = For example: “What did you call the boat you learned to sail in?”
new-empty = { $field ->
    [external_id] Enter the clinic ID of the patient
    [friendly_name] Enter a name the patient will recognise
    [question] Enter the question you agreed
    [email] Enter the email address, or choose a letter
   *[answer] Enter the answer you agreed
  }
new-too-long = { $field ->
    [external_id] The clinic ID is too long
    [friendly_name] The name is too long
    [question] The question is too long
    [answer] The answer is too long
    [email] The email address is too long
   *[reason] The reason is too long
  }. It can have { $max } characters at most
new-invisible = { $field ->
    [external_id] The clinic ID
    [friendly_name] The name
    [question] The question
    [answer] The answer
    [email] The email address
   *[reason] The reason
  } contains a hidden character. Type it instead of pasting it
new-blank-at-an-end = The patient ID starts or ends with a space. Remove the space
new-guessable = { $why ->
    [in-question] The question gives the answer away. Choose another question or another answer
    [in-name] The answer stands in the name that everybody reads. Choose another answer
    [in-external-id] The answer stands in the clinic ID. Choose another answer
    [in-email] The answer stands in the email address. Choose another answer
    [yes-no] Anybody can guess an answer like yes or no. Choose another answer
    [colour] There are only a few colours to try. Choose another answer
    [date] Others may know a date, and there are only a few to try. Choose another answer
    [year] There are only a few years to try. Choose another answer
    [digits] A number is easy to try, or stands on a card. Choose a word or a name
    [short] The answer has fewer than { $min } characters. Choose a longer one
    [asks-birthday] Others know birthdays and ages. Choose another question
    [asks-colour] There are only a few colours to try. Choose another question
    [asks-pet] Family and friends know the names of pets. Choose another question
    [asks-maiden-name] Others know a mother’s name, and it stands in records. Choose another question
   *[asks-yes-no] Anybody can guess yes or no. Choose a question with another answer
  }
new-taken = This patient already has a code from { $date }
new-taken-show = Show it
new-taken-replace = Replace it
new-taken-replace-hint = The old code never works again. Who is connected by it stays connected.
new-not-ours = This form sent something we did not expect. Open the page again and fill it in once more
new-unavailable = Sorry, there is a problem. No code was made, and what you typed is kept. Try again in a minute
language-en = English

## Words that are handed over

phrase-heading = Hand over these words
phrase-for = For { $name }
phrase-once = You see these words this once: nobody can read them later. Write them down or print this page now, and hand them to the patient.
phrase-print = To print the slip, use your browser’s print command.
phrase-apart = Keep the slip apart from the letter. Whoever has both can connect.
phrase-go-on = Go on to the code
phrase-lost = Did they get lost? Make a new request for the patient and replace this one.
phrase-slip = Your words
phrase-slip-what = { $clinic } asks you for these words when you connect your record. Keep them apart from your code, and tell nobody.
phrase-slip-how = Type them in this order. Capital letters do not matter.
phrase-question = What are the words that your clinic gave you?

## What the page of a request says of it

request-proof = Proof
request-proof-is = { $proof ->
    [phrase] Words you handed over
    [typed] A question only the patient has read
   *[question] A question you agreed on
  }
request-delivery = Handed over
request-delivery-is = { $delivery ->
    [email] By email
    [both] By letter and email
   *[letter] By letter
  }
request-reason = Easy to guess, because
request-tell-phrase = Answer with the words on your slip. Then sign in and choose your record.
happened-made-with-reason = Code made, with a reason for an answer that is easy to guess

## The screen in the patient's hands

new-proof-typed = The patient types question and answer on this screen
new-proof-typed-hint = You hand the screen over and see neither. Until you take it back with your password, it shows nothing else.
new-hand-over = Hand the screen to the patient
handed-heading = Choose a question and an answer
handed-for = This is for { $name }
handed-why = { $clinic } gives you a code. When you use it at home, we ask you this question, so that nobody else can use it.
handed-secret = What you type here is yours alone. Nobody at { $clinic } can read it, now or later.
handed-question = Your question
handed-question-hint = Something that only you can answer, like “What did you call the boat you learned to sail in?”
handed-answer = Your answer
handed-answer-hint = At least { $min } characters. Capital letters do not matter, spaces do. You will need it in the same words at home.
handed-save = Save question and answer
handed-empty = { $field ->
    [question] Type a question
   *[answer] Type your answer
  }
handed-not-theirs = We could not save this, and it is not your doing. Hand the screen back to { $clinic }
handed-unavailable = Sorry, there is a problem. Nothing was saved, and what you typed is kept. Try again in a minute
handed-thanks = Thank you
handed-give-back = Hand the screen back to { $clinic }.
handed-next = Your question and answer are saved. You get your code now.
handed-staff-back = For staff: take the screen back
handed-staff-go-on = For staff: go on
hand-back-heading = For staff: take the screen back
hand-back-password = Password of { $name }
hand-back-go-on = Go on at the desk
hand-back-patient = Back to the patient’s page
hand-back-wrong = The password is not right
audit-staff-hand-over = Screen handed to a patient
audit-staff-hand-back = Screen taken back from a patient

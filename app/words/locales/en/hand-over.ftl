# The screen of the front desk in the hands of a patient, who chooses a question and an answer.

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
handed-guessable = { new-guessable }
handed-too-long = This must be { $max } characters or fewer
handed-invisible = This contains a hidden character. Type it instead of pasting it

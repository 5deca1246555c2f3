# The screen of the front desk in the hands of a patient, who chooses a question and an answer.

handed-heading = 选择问题和答案
handed-for = 这是给 { $name } 的
handed-why = { $clinic } 会给您一个代码。您在家使用时，我们会问您这个问题，使别人无法使用您的代码。
handed-secret = 只有您知道在这里输入的内容。{ $clinic } 的任何人现在和以后都无法读取。
handed-question = 您的问题
handed-question-hint = 请选择只有您能回答的问题，例如“您学会驾驶帆船的那条船，您叫它什么？”
handed-answer = 您的答案
handed-answer-hint = 请使用 { $min } 个或更多字符。不区分大小写，但空格要一致。在家时需要以同样的方式输入。
handed-save = 保存问题和答案
handed-empty = { $field ->
    [question] 请输入问题
   *[answer] 请输入您的答案
    }
handed-not-theirs = 我们无法保存。您没有做错什么。请把屏幕交还给 { $clinic }
handed-unavailable = 我们这边出了问题。没有保存任何内容。您输入的内容仍在这里。请过一分钟再试
handed-thanks = 谢谢
handed-give-back = 请把屏幕交还给 { $clinic }。
handed-next = 您的问题和答案已保存。现在您会拿到代码。
handed-guessable = { $why ->
    [in-question] 问题透露了答案。请选择其他问题或答案
    [short] 答案少于 { $min } 个字符。请选择更长的答案
    [digits] 数字容易被猜到。请选择词语或名字
    [asks-birthday] 别人可能知道。请选择其他问题
    [asks-pet] 别人可能知道。请选择其他问题
    [asks-maiden-name] 别人可能知道。请选择其他问题
   *[other] 这容易被猜到。请选择其他问题或答案
    }
handed-too-long = 最多 { $max } 个字符
handed-invisible = 这里有隐藏字符。请直接输入，不要粘贴

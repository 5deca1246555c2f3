# What a letter to a patient says, on paper and as PDF.

letter-title = { $clinic } 的信
letter-phone = 电话 { $phone }
letter-works-until = 有效期至 { $date }
letter-heading = 您的连接代码
letter-for = 这是给
letter-what = 用这个代码，可以把您选择的健康档案连接到 { $clinic }。由您决定，也可以随时断开。
letter-step-go = 在手机或电脑上打开这个地址：
letter-step-code = 输入下面的代码。大小写都可以。
letter-step-answer = 回答您的问题。
letter-step-account = 登录，或用您的电子邮箱免费创建账户。
letter-qr = 打开带有您代码的页面的二维码
letter-qr-caption = 请用手机摄像头对准这里
letter-code = 您的代码
letter-ends = 这个代码在 { $date } 过期
letter-question = 我们会问您与我们约定的问题。为了保密，问题没有印在这里。我们绝不会在电话里询问答案。
letter-help = 需要帮助？请致电 { $phone }。我们可以给您新代码。您不需要亲自前来。
letter-not-expecting = 没有料到这封信？
letter-not-expecting-call = 请致电 { $phone }，不要把代码告诉任何人。

# Words on patients’ pages: from the code to “You are connected”, the account, and what can go wrong.

continue = 继续
go-to-start = 前往首页
clinic-hours = 开放时间：
clinic-logo = { $clinic } 的标志
call-clinic = 请致电 { $clinic }：{ $phone }

## The start page

home-title = 连接到您的诊所
home-heading = 把您的健康档案连接到您的诊所
home-intro = 诊所会给您一个代码。由您选择要连接哪份档案。在您同意之前，我们不会分享任何信息。
home-code = 我有诊所给的代码
home-code-hint = 您的代码有 20 个字母，写在给您的信件或电子邮件里。
home-sign-in = 登录查看您的档案
home-account = 前往您的档案
home-account-hint = 查看哪些诊所已连接，或断开其中一家。
home-staff = 诊所工作人员入口

## The code

code-heading = 输入您的代码
code-hint = 您的代码有 20 个字母，例如 JKYZ-QNMN-VHRX-ZGNR-GZNH。大小写都可以，有没有连字符都可以。
code-picture = 一封信的图片。代码在步骤下方的方框里。
code-where = 在信件里，代码在一个方框里。在电子邮件里，代码单独占一行。
code-from-link = 如果您是通过电子邮件里的链接来到这里，请输入或粘贴那封邮件里的代码。
code-empty = 请输入信件或电子邮件里的代码
code-too-short = 您输入了 { $entered } 个字母。代码有 { $length } 个字母。请检查是否漏了字母
code-too-long = 您输入了 { $entered } 个字母。代码有 { $length } 个字母。请删去不属于代码的内容
code-impossible = { $sign ->
    [letter] 代码里没有字母 { $letter }，也没有数字
    [number] 代码里没有数字
   *[other] 代码里只有字母
    }。请检查第 { $position } 个字母
code-check-letter = 有一个字母不对。请把每组 4 个字母与您的信件或电子邮件核对
code-unknown = 我们不认识这个代码。请与您的信件或电子邮件核对。如果仍然不行，请向诊所索取新代码
code-slow-down = 从这个网络连接输入了太多错误的代码。请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再试。您的代码仍然有效
code-unavailable = 我们这边出了问题。您的代码没有被使用。请过几分钟再试

## The question

question-title = 您的问题
question-who = { $clinic } 的问题
question-hint = { $blanks ->
    [count] 请输入您与 { $clinic } 约定的答案。不区分大小写，但空格要一致。
    [never] 请按顺序输入 { $clinic } 给您的词语。不区分大小写，空格也没有关系。
   *[lenient] 请输入您与 { $clinic } 约定的答案。不区分大小写。
    }
question-left = { $left ->
   *[other] 您还可以再试 { $left } 次。之后代码会被锁定，以保护您的档案。
    }
question-cannot-remember = 我不记得答案
question-not-me = 这个代码不是给我的
question-empty = 请输入您的答案
question-too-long = 答案最多 { $max } 个字符
question-invisible = 您的答案里有隐藏字符。请直接输入，不要粘贴
question-blank = 您的答案{ $end ->
    [start] 开头
   *[finish] 末尾
    }有一个空格。请删去空格再试。这次不计入次数
question-wrong = 这个答案与我们保存的不一致。{ $left ->
    [1] 您还可以再试 1 次。如果不确定，请先致电 { $clinic }：{ $phone }
   *[other] 您还可以再试 { $left } 次。{ $blanks ->
        [count] 不区分大小写，但空格要一致
        [never] 不区分大小写，空格也没有关系
       *[lenient] 不区分大小写
        }
    }
question-full-stop = 您的答案末尾有一个句号。请删去再试。这次不计入次数
question-repeated = 您已经试过这个答案。它与我们保存的不一致。这次不计入次数
question-others-waiting = 我们还在核对另一个答案。请稍等再试。这次不计入次数
question-unavailable = 我们这边出了问题。我们没有核对您的答案，这次不计入次数。请过几分钟再试

## I cannot remember

cannot-remember-heading = 如果您不记得答案
cannot-remember-no-try = 打开此页不计入次数。
cannot-remember-think = 这是您在 { $clinic } 时与他们约定的答案。请回想当时的原话。
cannot-remember-call = 如果还是想不起来，请致电 { $clinic }：{ $phone }。他们可以给您新的代码和新的问题。
cannot-remember-back = 返回问题

## This was not meant for me

not-me-heading = 这个代码是给您的吗？
not-me-hint = { $clinic } 为某一个人创建了这个代码。
not-me-no = 不，不是给我的
not-me-no-hint = 代码将失效，我们会告知 { $clinic }。
not-me-yes = 是，是给我的
not-me-yes-hint = 您将返回问题。
not-me-nothing-chosen = 请选择这个代码是否给您

## Which record

record-title = 选择档案
record-for = 这是给
record-heading = 您想把哪份档案连接到 { $clinic }？
record-signed-in = 当前登录：{ $name }
record-not-you = 不是您？使用其他账户
record-connected = 已连接到 { $clinic }。创建于 { $date }。
record-spoken-of = { $clinic } 指的可能是这份档案。创建于 { $date }。
record-connected-and-spoken-of = { $clinic } 指的可能是这份档案。它已经连接。创建于 { $date }。
record-new = 其他人（创建新档案）
record-name-label = 此人的姓名
record-first-heading = 创建一份档案，连接到 { $clinic }
record-first-intro = 您还没有档案。一份档案里是一个人的健康信息：您本人，或您照顾的人。
record-nothing-chosen = 请选择一份档案，或创建新档案
record-name-empty = 请输入这份档案所属的人的姓名
record-name-too-long = 姓名最多 { $max } 个字符
record-name-taken = 您已有同名的档案。请选择那份档案，或在姓名后加些内容，例如出生年份
record-name-invisible = 姓名里有隐藏字符。请直接输入，不要粘贴

## Authorize

authorize-heading = 您要把档案“{ $record }”连接到 { $clinic } 吗？
authorize-will = { $clinic } 将可以：
authorize-learns = { $clinic } 会得知您连接了这份档案。它不要求查看或更改任何健康信息。
authorize-optional = 您还可以允许 { $clinic }：
authorize-optional-hint = 请勾选您同意的内容。不勾选也可以连接。
authorize-connected = 档案“{ $record }”已连接到 { $clinic }。如果您再次授权，此页上的选择会取代之前的选择。
authorize-learns-heading = { $clinic } 会得知关于您的哪些信息
authorize-learns-holder = 您的姓名：{ $name }
authorize-learns-record = 这份档案的名称：{ $record }
authorize-learns-dates = 您创建这份档案和连接它的日期
authorize-learns-ids = 您的一个编号和这份档案的一个编号。凡是您连接这份档案的诊所，得到的都是这两个编号。
authorize-learns-not = { $clinic } 不会得知您的电子邮箱，也不会得知您没有连接给它的档案的名称。
authorize-stop = 您可以随时断开。打开您的档案，选择“断开”。
authorize-privacy = { $clinic } 的隐私声明
authorize-terms = { $clinic } 的使用条款
authorize-only-if = 仅当这个代码是 { $clinic } 给您的，才继续。
authorize-yes = 是，授权
authorize-no = 不，不连接
authorize-changed = 您打开此页之后，内容有变：{ $clinic } 现在可能要求别的内容。目前还没有连接。请重新阅读此页，再作选择
authorize-nothing-chosen = 请选择“是，授权”或“不，不连接”

## Whom the letter is for, and which record is connected

pair-letter = 这封信是给：
pair-letter-unknown = 我们已不再保存的姓名
pair-record = 您要连接：
pair-match = 姓名一致。
pair-cannot-tell = 请确认是同一个人。
pair-differs = 姓名不一致。请查看您的信件。
pair-better = 您的另一份档案与信件更相符。请查看您的信件。
pair-all-the-same = 姓名不一致。您告诉我们这是正确的档案。
pair-elsewhere = 选择另一份档案
right-record-heading = 这是正确的档案吗？
right-record-legend = 诊所指的是谁的档案？
right-record-hint = 如果连接了错误的档案，一个人的结果会进入另一个人的档案。
right-record-better = 我们会为您选择这份档案。您于 { $date } 创建了它。
right-record-another = 另一份档案
right-record-another-hint = 您将返回，选择另一份档案或创建新档案。
right-record-this-hint = 信上写的是“{ $letter }”，但指的是 { $record }。
right-record-not-sure = 我不确定
right-record-not-sure-hint = 我们会告诉您怎样询问诊所。您的代码仍然有效。
right-record-stop = 到此为止，不连接
right-record-nothing-chosen = 请选择诊所所指的档案
right-record-changed = 您打开此页之后，内容有变。目前还没有连接。请重新阅读，再作选择
not-sure-heading = 询问诊所指的是哪份档案
not-sure-code = 没有连接任何档案。您的代码在 { $date } 之前有效。
not-sure-connection = 我们没有更改任何内容。您的连接保持不变。
not-sure-ask = 请致电 { $clinic }：{ $phone }。问清这封信是给谁的，然后再回来。
not-sure-back = 返回选择

## The wrong record

change-heading = 对 { $clinic } 来说，“{ $record }”是错误的档案吗？
change-what = 请选择正确的档案。我们把它连接到 { $clinic }，并结束与错误档案的连接。
change-read = { $clinic } 已经读过档案“{ $record }”里的健康信息。它可能保留所读的内容。
change-not-read = { $clinic } 没有读过档案“{ $record }”里的任何健康信息。它的系统可能已经知道档案的名称。
change-written = { $clinic } 向档案“{ $record }”添加过健康信息。这些内容会留在那里。请让诊所删除。
change-may = { $clinic } 可以做的事与之前相同，但改用正确的档案：
change-letter = 哪封信连接了错误的档案？
change-letter-hint = 有不止一封信连接到这份档案。
change-record = 哪份档案是正确的？
change-record-connected = 已连接到 { $clinic }。创建于 { $date }。
change-continue = 更换档案
change-keep = 保持“{ $record }”的连接
change-no-letter = 请选择连接了错误档案的信
change-nothing-chosen = 请选择正确的档案，或创建新档案
change-changed = 您打开此页之后，内容有变。目前还没有更改。请重新阅读，再作选择
changed-heading = 档案“{ $record }”现已连接到 { $clinic }
changed-former = 档案“{ $record }”不再连接。{ $clinic } 不能再打开它。
changed-still-connected = 档案“{ $record }”仍与 { $clinic } 连接，因为另一封信连接着它。
change-too-late-heading = 您不能再在这里更换这份档案
change-too-late-next = 连接后 { $hours } 小时内可以更换档案。现在请断开：打开您的档案，选择“断开”。然后致电 { $clinic }（{ $phone }），索取新代码。
change-ended-heading = 这个连接已经结束
change-ended-next = 它已断开，或档案已更换。现在没有更改任何内容。您的档案页会显示哪些已连接。

## Connected

done-heading = 您已连接到 { $clinic }
done-record = 档案“{ $record }”现已连接。
done-message = { $clinic } 的留言
done-next = 接下来
done-next-clinic = { $clinic } 的系统下次检查时就会看到。通常在 1 天之内。
done-next-nothing = 您不需要再做什么。
done-receipt = 我们会把确认信发送到 { $email }。
done-receipt-heading = 您的确认信
done-receipt-clinic = 诊所
done-wrong-record = 档案选错了？
done-wrong-record-how = 连接后 { $hours } 小时内，您可以更换档案。
done-change-record = 更换
done-stop = 怎样断开
done-stop-how = 您可以随时断开 { $clinic }。打开您的档案，选择“断开”。
done-print = 您可以打印此页并保存。
done-account = 前往您的档案

## Not connected

declined-heading = 您没有连接
declined-nothing-shared = 我们没有向 { $clinic } 分享任何信息。
declined-until = 您的代码在 { $date } 之前有效。如果改变主意，请再次输入。

## How a code ends

ended-heading = 这个代码已于 { $date } 过期
ended-next = 请致电 { $clinic }（{ $phone }），索取新代码。您不需要亲自前往。
replaced-heading = { $clinic } 给了您更新的代码
replaced-next = 请使用最新的信件或电子邮件里的代码，日期为 { $date }。
stopped-heading = 因为答案错误次数太多，这个代码已被锁定
stopped-next = 这是为了保护您的档案。请致电 { $clinic }（{ $phone }），索取新代码。
withdrawn-heading = { $clinic } 已取消这个代码
withdrawn-next = 如果您没有料到，请致电 { $phone }。
refused-heading = 您告诉我们这个代码不是给您的
refused-next = 如果弄错了，请致电 { $clinic }：{ $phone }。
used-heading = 这个代码已被使用
used-next = 如果不是您用的，请立即致电 { $clinic }：{ $phone }。
thanks-heading = 谢谢您告诉我们
thanks-next = 我们没有分享任何信息。我们已告知 { $clinic }。
thanks-connected-next = 已经有人用这个代码连接。我们已告知 { $clinic }。如果您担心自己的档案，请致电 { $phone }。
timed-out-heading = 此页已超时
timed-out-next = 为了保护您的档案，页面在 { $minutes } 分钟后超时。您的代码没有被使用。请再次输入以继续。
not-started-heading = 请从代码开始
not-started-next = 请先输入信件或电子邮件里的代码。然后才能打开此页。
enter-code = 输入您的代码
newer-code = 输入您的新代码

## When something goes wrong

trouble-heading = 抱歉，出了问题
trouble-unavailable = 您的代码没有被使用。请过几分钟再试。
trouble-unavailable-phone = 您的代码没有被使用。请过几分钟再试，或致电 { $phone }。
trouble-ours = 问题出在我们这边，不在您。请过几分钟再试。
trouble-kept = 您输入的内容仍在此页，密码和一次性代码除外。请等一分钟再发送。
signed-out-heading = 您已退出登录
signed-out-next = 您输入的内容仍在此页，密码和一次性代码除外。请在新标签页中重新登录。然后回到此页再次发送。
signed-out-sign-in = 登录（在新标签页中打开）
signed-out-heading-code = 您离开了一段时间
signed-out-next-code = 您输入的内容仍在此页。请在新标签页中再次输入您的代码。然后回到此页再次发送。
signed-out-code = 输入您的代码（在新标签页中打开）
trouble-send-again = 再次发送
slow-down-heading = 尝试次数太多
slow-down-next = 请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再试。如果您有代码，它仍然有效。
crowded-heading = 来自这个网络的人太多
crowded-next = 请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再试。如果您有代码，它仍然有效。
crowded-kept = 请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再发送。您输入的内容仍在此页，密码和一次性代码除外。
not-found-heading = 找不到页面
not-found-next = 如果地址是您输入的，请检查。如果您点了链接，它可能已过时。
old-link-heading = 这个链接来自旧系统，已经失效
old-link-next = 如果您有带代码的信件或电子邮件，请输入那个代码。如果您没有代码，请致电给您链接的诊所。
cross-site-heading = 我们无法接受这次提交
cross-site-next = 它来自另一个网站。如果您确实要发送，请在这里重新开始。
other-address-heading = 此页有另一个地址
other-address-next = 请打开 { $url }，在那里输入您的信息。我们没有保存任何内容。
other-address-open = 打开正确的地址
too-large-heading = 文字太长
too-large-next = 请返回，缩短后再次发送。
broken-form-heading = 我们无法读取这张表单
broken-form-next = 有一栏缺失或出现了两次。没有更改任何内容。请返回，重新加载页面，再填写一次表单。
wrong-kind-next = 它不是以网页发送表单的方式发送的。没有更改任何内容。请返回，重新加载页面，再填写一次表单。
wrong-method-heading = 不能以这种方式打开此页
wrong-method-next = 请前往首页再试。

## Sign in

sign-in-heading = 登录
sign-in-why = 请登录，这样只有您能看到 { $clinic } 发送的内容。
email-label = 电子邮箱
password-label = 密码
sign-in-forgot = 忘记密码？
sign-in-create = 创建账户
sign-in-create-prompt = 还没有账户？
sign-in-create-hint = 大约需要 2 分钟。我们会保留您的代码和答案。
email-empty = 请输入您的电子邮箱
password-empty = 请输入您的密码
sign-in-wrong = 电子邮箱或密码不对。请检查后再试
sign-in-locked-shortly = 错误次数太多。请等待 { $seconds ->
   *[other] { $seconds } 秒
    }再试
sign-in-locked = 错误次数太多。请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再试
sign-in-unavailable = 我们这边出了问题。请过几分钟再试

## Create an account

create-heading = 创建账户
create-why = 请创建账户，这样只有您能看到 { $clinic } 发送的内容。
create-sign-in-prompt = 已有账户？
name-label = 您的姓名
email-digits-hint = 我们会向您发送一封带 6 位数字的电子邮件，以确认这个邮箱是您的。
password-new-hint = 请使用 { $min } 个或更多字符。三个互不相关的词语效果很好。
name-empty = 请输入您的姓名
name-too-long = 姓名最多 { $max } 个字符
name-invisible = 您的姓名里有隐藏字符。请直接输入，不要粘贴
email-too-long = 电子邮箱最多 { $max } 个字符
email-shape = 请输入电子邮箱，例如 name@example.org
password-too-short = 密码至少要有 { $min } 个字符
password-too-long = 密码最多 { $max } 个字符
password-common = 很多人使用这样的密码，容易被猜到。请使用三个互不相关的词语
password-personal = 您的姓名、电子邮箱和诊所名称容易被猜到。请使用与您无关的词语
password-word = 单独一个词语容易被猜到。请再加两个与它无关的词语
password-name = 姓名容易被猜到。请使用三个互不相关的词语
password-keys = 键盘上相邻的按键容易被猜到。请使用三个互不相关的词语
password-repeats = 重复词语不会让密码更难猜。请再加两个不同的词语
password-sequence = 连续的字母或数字容易被猜到。请使用三个互不相关的词语
password-date = 日期和年份容易被猜到。请使用三个互不相关的词语
password-short = 这个密码仍然容易被猜到。请再加一两个少见的词语
create-slow-down = 从这个网络连接或为这个邮箱申请的账户太多。请使用我们最新发送的电子邮件，或等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再试
create-digits-prompt = 已有 6 位数字？
create-digits = 输入数字
digits-heading = 输入我们发给您的 6 位数字
digits-hint = 我们已向 { $email } 发送电子邮件。可能需要几分钟。也请查看垃圾邮件文件夹。
digits-resent = 我们已向 { $email } 发送新的电子邮件。请使用最新邮件里的数字。
digits-resend = 发送新的 6 位数字
digits-start-over = 使用其他电子邮箱
digits-prompt = 没有收到电子邮件？
digits-empty = 请输入电子邮件里的 6 位数字
digits-shape = 请输入电子邮件里的全部 6 位数字，不要输入字母
digits-wrong = 这不是我们发送的数字。{ $left ->
   *[other] 您还可以再试 { $left } 次
    }
digits-over = 这些数字已失效。请选择“发送新的 6 位数字”
digits-too-many-mails = 我们已向这个邮箱发送过几封电子邮件。请使用最新的一封，或等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再索取

## An account that is finished in another browser

finish-heading = 完成您的账户
finish-why = 要求输入 6 位数字的页面不见了？请在这里输入数字，以及您选择的电子邮箱和密码。
finish-link-why = 请输入您开始时选择的密码。然后您的账户就绪。
finish-began = 您的电子邮箱已确认。再一步，您的账户就绪。
finish-password-label = 您选择的密码
finish-password-empty = 请输入您选择的密码
finish-digits-label = 电子邮件里的 6 位数字
finish-wrong = 电子邮箱、密码和数字不相符。请使用最新邮件里的数字
finish-wrong-password = 这不是当初选择的密码。{ $left ->
   *[other] 您还可以再试 { $left } 次
    }
finish-slow-down = 尝试次数太多。请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }，或使用最新邮件里的链接
finish-over = 这个链接已失效
finish-over-next = 它已被使用、太旧，或有更新的邮件。您的账户已就绪？那么请登录。如果没有，请重新创建。
finish-again = 创建账户

## A forgotten password

forgot-heading = 选择新密码
forgot-why = 请输入您账户的电子邮箱。我们会向您发送电子邮件，以便选择新密码。
forgot-kept = 您给 { $clinic } 的代码和答案已保留。
forgot-email-hint = 请使用您登录时用的邮箱。
forgot-remembered = 又想起来了？
forgot-slow-down = 来自您的网络的请求太多。请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再试
forgot-digits-heading = 输入 6 位数字和新密码
forgot-sent = 如果 { $email } 有账户，我们已向它发送电子邮件。可能需要几分钟。也请查看垃圾邮件文件夹。
forgot-link-too = 您也可以使用邮件里的链接。它会在您查看邮件的浏览器中打开。
forgot-digits-label = 电子邮件里的 6 位数字
forgot-digits-hint = 请使用最新的邮件。
forgot-password-label = 新密码
forgot-save = 保存并登录
forgot-resend = 再发送一封邮件
forgot-resent = 如果这个邮箱有账户，我们已发送新的电子邮件。请使用最新的一封。短时间内发送几封之后，我们在 { $minutes ->
   *[other] { $minutes } 分钟
    }内不再发送。
forgot-no-email = 请确认上面的邮箱是您账户的邮箱。如果您没有账户，请创建一个。
forgot-digits-wrong = 这不是最新邮件里的数字。{ $left ->
   *[other] 您还可以再试 { $left } 次
    }
forgot-digits-over = 这些数字已失效。请选择“再发送一封邮件”，或使用最新邮件里的链接
forgot-link-heading = 选择新密码
forgot-link-over = 这个链接已失效
forgot-link-over-next = 每个链接只能使用一次，有效时间很短，而且只有最新的有效。打开它并没有更改您的密码。
forgot-ask-again = 索取新的邮件
forgot-no-mail = 设置新密码需要电子邮件
forgot-no-mail-next = 这个 Patient Connect 目前不发送电子邮件。请致电您的诊所，询问何时可以选择新密码。没有任何丢失：您的档案和连接都已保留。

## The account

account-no-records = 您还没有档案。使用诊所给的代码时，您会创建一份。
account-record-since = 创建于 { $date }
account-connection-record = 档案
account-connection-since = 连接时间
account-connection-may = 这家诊所可以
disconnected-heading = 已断开 { $clinic }
disconnected-what = { $clinic } 不能再查看或更改档案“{ $record }”。它可能保留已读信息的副本。
disconnected-receipt = 我们会把确认信发送到 { $email }。
disconnected-again = 如需再次连接，请致电 { $clinic }（{ $phone }），索取代码。

## Mail in development

step = 第 { $at } 步，共 { $of } 步：{ $name }
step-code = 代码
step-question = 问题
step-account = 您的账户
step-record = 档案
step-answer = 同意或不同意

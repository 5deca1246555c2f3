# The second step of patients’ sign-ins.

second-step-heading = 登录时的第二步
second-step-what = 有了第二步，仅有密码还不够：您还要输入手机应用中的代码。知道您密码的人也无法登录。
second-step-passkey = 通行密钥不需要代码。它与两步一样安全。
second-step-off = 第二步已关闭。
second-step-set-up = 设置第二步
second-step-since = 第二步自 { $date } 起开启。
second-step-left = { $left ->
    [0] 您没有剩余的恢复代码。
   *[other] 您还有 { $left } 个恢复代码。
    }
second-step-few = 请在用完之前创建新的。
second-step-removed = 第二步已关闭。仅用密码即可登录。
second-step-renew-heading = 新的恢复代码
second-step-renew-what = 您现在的恢复代码将失效。
second-step-renew = 创建新的恢复代码
second-step-remove-heading = 关闭第二步
second-step-remove-link = 关闭
second-step-remove-what = 仅用密码即可登录。您的恢复代码将失效。
second-step-remove = 关闭第二步
second-step-password = 您的密码
second-step-code = 应用中的代码，或恢复代码
second-step-row = 第二步
second-step-row-what = 登录时使用手机上的代码
second-step-app-heading = 设置您的身份验证应用
second-step-app = 在手机上安装任意一款身份验证应用。
second-step-scan = 用应用扫描这个二维码。
second-step-qr = 含有身份验证应用设置密钥的二维码
second-step-secret = 无法扫描？请在应用中输入这个设置密钥：
second-step-enter = 请输入应用中的 6 位代码和您的密码。
second-step-digits = 6 位代码
second-step-confirm = 开启第二步
second-step-back = 返回第二步
second-step-codes-heading = 您的恢复代码
second-step-codes-what = 手机不在身边时，可以用其中一个代码登录。每个只能用一次。请打印此页，或抄写下来并保存在安全的地方。
second-step-codes-once = 我们只显示这一次。您以前的恢复代码已失效。
second-step-codes-kept = 我已保存恢复代码
second-step-ask-heading = 输入身份验证应用中的代码
second-step-ask-hint = 请在手机上打开应用。它每 30 秒为 Patient Connect 显示一个新的 6 位代码。
second-step-ask-why = 然后您可以继续前往 { $clinic }。我们已保留您的代码和答案。
second-step-ask-lost = 手机不在身边？请输入一个恢复代码。样子像 JKYZ-QNMN-VHRX。
second-step-ask-over = 用其他电子邮箱登录
second-step-empty = 请输入代码
second-step-shape = 请输入 6 位代码，或 12 个字母的恢复代码
second-step-wrong = 这个代码不对或已被使用。请等待下一个再试。请检查手机的时间：这里是 { $clock } UTC

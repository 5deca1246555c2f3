# Passkeys of patients.

passkeys-heading = 通行密钥
passkeys-intro = 使用通行密钥，您可以像解锁手机或电脑那样登录：用面部、手指或 PIN 码。不需要输入电子邮箱和密码。
passkeys-keeps = 您的密码仍然可用。
passkeys-none = 您还没有通行密钥。
passkeys-made = 添加于 { $made }。尚未使用。
passkeys-used = 添加于 { $made }。上次使用于 { $used }。
passkeys-change = 更改
passkeys-add = 添加通行密钥
passkeys-add-what = 请先输入密码，让我们确认是您。然后您的浏览器会创建通行密钥。
passkeys-name = 通行密钥的名称
passkeys-name-hint = 能让您知道通行密钥在哪里的名称，例如“我的手机”。
passkeys-password = 您的密码
passkeys-continue = 继续
passkeys-enough = 您有 { $max } 个通行密钥。请先移除一个，再添加。
passkeys-not-here = 通行密钥在这个网址不可用。网址需要以 https 开头。
passkeys-added = 通行密钥已添加。从现在起您可以用它登录。
passkeys-renamed = 名称已更改。
passkeys-removed = 通行密钥已移除。它不能再用于登录。
passkeys-not-added = 我们无法添加通行密钥。没有更改任何内容。请重新开始
passkeys-too-many = 您申请的通行密钥太多。请等待 { $minutes ->
   *[other] { $minutes } 分钟
    }再试
passkeys-row = 通行密钥
passkeys-row-what = 不用密码登录
passkey-name-empty = 请输入通行密钥的名称
passkey-name-too-long = 名称最多 { $max } 个字符
passkey-name-invisible = 名称里有隐藏字符。请直接输入，不要粘贴
passkey-create-heading = 创建通行密钥
passkey-create-what = 您的手机或电脑会要求您解锁，或选择通行密钥的保存位置。
passkey-create = 创建通行密钥
passkey-create-without = 这个浏览器不能创建通行密钥，或 JavaScript 已关闭。没有更改任何内容。您的密码仍然可用。
passkey-create-failed = 没有创建通行密钥。请再试，或返回。
passkey-create-known = 这台设备上已有您账户的通行密钥。您可以用它登录。
passkey-back = 返回通行密钥
passkey-rename-heading = 名称
passkey-rename = 保存名称
passkey-remove-heading = 移除这个通行密钥
passkey-remove-what = 它将不能再用于登录。现在已登录的设备会保持登录。
passkey-remove-device = 请同时从您的手机、电脑或密码管理器中删除它。否则它仍会出现。
passkey-remove = 移除通行密钥
passkey-sign-in = 用通行密钥登录
passkey-sign-in-failed = 没有使用通行密钥。请再试，或用电子邮箱和密码登录。
passkey-sign-in-refused = 这个通行密钥未能让您登录。请再试，或使用电子邮箱和密码。您从账户中移除的通行密钥不能再用

# A person’s own pages: records, what is in them, and who read what.

nav-activity = 谁看过什么

## The home

own-heading = 您的档案
home-enter-code = 输入代码
home-no-clinic = 没有已连接的诊所
home-no-clinic-hint = 收到给档案“{ $record }”的代码后，请在这里输入。
home-no-records-hint = 您也可以现在创建一份。
home-never-used = 它还没有打开过这份档案
home-since = 连接时间
home-last = 上次使用
home-may = 可以
home-phone = 电话
home-connected-by = 连接人
home-disconnect = 断开 { $clinic }
home-disconnect-record = 与档案“{ $record }”
home-change-record = 档案选错了？选择另一份
home-permissions = 更改它可以做的事
home-permissions-of = ：{ $clinic }，“{ $record }”
home-past = 以前断开的
home-past-one = { $clinic }，至 { $date }
home-open = 打开这份档案
home-open-record = ：{ $record }
home-new-record = 为其他人创建档案
home-all-records = 重命名或移除档案
own-account = 您的账户
home-name = 姓名
home-email = 电子邮箱
home-change-link = 更改
home-activity = 谁看过什么
home-activity-what = 诊所每次打开或更改您的档案
home-see = 查看列表
home-password-what = 只有您知道
relation-myself = 您本人
relation-my-child = 您的孩子
relation-cared-for = 您照顾的人
relation-born = { $relation }，{ $year } 年出生
born = { $year } 年出生

## What a clinic can do

permissions-heading = { $clinic } 可以做什么
permissions-record = 在这份档案中：{ $record }
permissions-always = 只要保持连接，{ $clinic } 始终可以
permissions-optional = 选择 { $clinic } 还可以做什么
permissions-optional-hint = 您可以随时更改。
permissions-kept = { $clinic } 可能保留已读的内容。我们会告知它您的更改。
permissions-none = { $clinic } 需要以上全部。您只能整体断开。
permissions-save = 保存
permissions-leave = 保持不变
permissions-saved = 已保存。{ $clinic } 只能做这里列出的事。
permissions-changed = 您打开此页之后，{ $clinic } 可以做的事有变。没有保存任何内容。请重新阅读，再保存
permissions-disconnect = 您也可以把 { $clinic } 与这份档案断开。

## Who looks after a record

people-heading = 谁管理这份档案
people-record = 档案：{ $record }
people-about = 列表中的每个人都能看到整份档案，可以添加内容，也可以连接和断开诊所。
people-you = { $name }（您）
people-since = 从 { $date } 起
people-remove = 移除
people-leave = 不再管理
people-invited = 已邀请
people-invited-until = 邀请在 { $date } 之前有效
people-invited-over = 邀请已在 { $date } 过期。没有人使用过
people-withdraw = 撤回
people-invite-heading = 邀请他人
people-invite-about = 对方会收到一封带链接的电子邮件。使用时需要 6 位数字，由您亲自告诉对方。
people-email = 对方的电子邮箱
people-invite = 发送邀请
people-digits-heading = 邀请正在发送到 { $email }
people-digits-tell = 请当面或通过电话告诉对方这 6 位数字。我们只在现在显示。
people-digits-why = 没有这些数字，谁也不能使用邀请，即使邮箱写错也一样。
people-already = 此人已在管理这份档案
people-too-many = 一份档案最多由 { $max } 人管理。请移除一人，或撤回一个邀请
people-remove-heading = 移除此人？
people-remove-what = { $name } 将不再管理档案“{ $record }”。
people-remove-clinics = { $name } 连接到这份档案的诊所会被断开，我们会告知它们。
people-remove-rest = 档案和其中的内容仍由其他人管理。
people-remove-told = 我们会向 { $name } 和管理这份档案的其他所有人发送电子邮件。
people-remove-act = 移除 { $name }
people-remove-keep = 不作更改
people-leave-heading = 不再管理这份档案？
people-leave-what = 档案“{ $record }”将不再出现在您的账户中。
people-leave-clinics = 您连接到这份档案的诊所会被断开，我们会告知它们。
people-leave-told = 我们会向管理这份档案的所有人发送电子邮件。
care-heading = 共同管理一份档案
care-what = { $name } 请您共同管理一份健康档案。您会看到其中的所有内容，并可以决定哪些诊所使用它。
care-digits = { $name } 告诉您的 6 位数字
care-digits-shape = 请输入 { $name } 告诉您的 6 位数字
care-relation-empty = 请选择这份档案是关于谁的
care-wrong = 这些数字不对。{ $left ->
   *[other] 您还可以再试 { $left } 次
    }
care-too-many = 您有 { $max } 份档案。请移除一份不需要的，然后再次打开邀请
care-act = 开始管理
care-leave = 不，谢谢
care-over = 这个邀请已失效
care-over-next = 它已被使用或撤回，超过 7 天，或输错数字次数太多。请向邀请您的人索取新的邀请。

## After connecting

done-another = 您还有另一封信吗？
done-another-what = 您会保持登录。
done-another-code = 输入另一个代码

## Records

records-heading = 重命名或移除档案
records-change = 重命名
records-change-record = ：{ $record }
records-remove = 移除
records-in-use = 没有连接诊所且里面没有内容时，可以移除档案。
records-back = 您的档案
record-form-new = 创建档案
record-form-change = 更改这份档案
record-form-name = 此人的姓名
record-form-name-hint = 请使用诊所知道的姓名，以便信件与档案相符。
record-form-name-empty = 请输入此人的姓名
record-form-relation = 这份档案是关于谁的？
record-form-myself = 我
record-form-my-child = 我的孩子
record-form-cared-for = 我照顾的人
record-form-relation-empty = 请选择这份档案是关于谁的
record-form-birth-year = 出生年份（选填）
record-form-birth-year-hint = 例如 2016
record-form-birth-year-shape = 请输入 4 位数的出生年份，例如 2016
record-form-birth-year-future = 出生年份不能晚于今年
record-form-birth-year-early = 出生年份太早。请检查
record-form-too-many = 您有 { $max } 份档案。请先移除一份不需要的，再创建另一份
record-form-changed = 您打开此页之后，这份档案有变。没有保存任何内容。请重新阅读，再保存
record-form-save = 保存
record-form-create = 创建档案
grown-notice = 档案“{ $record }”：今后由谁管理？
grown-notice-what = 孩子从 { $age } 岁起可以自己管理健康档案。
grown-decide = 决定
grown-heading = 今后由谁管理档案“{ $record }”？
grown-why = 您告诉我们这是您孩子的档案，{ $year } 年出生。孩子从 { $age } 岁起可以自己管理健康档案。请和孩子谈谈。
grown-legend = 请选择一项
grown-together = 我的孩子和我
grown-together-what = 在下一页，您用电子邮件邀请孩子。你们都能看到档案，并决定哪些诊所可以使用它。
grown-child = 只由我的孩子
grown-child-what = 在下一页，您用电子邮件邀请孩子。孩子加入后，请在那里移除您自己。
grown-me = 我继续管理
grown-me-what = 我们不会再问您。您可以随时邀请孩子。
grown-empty = 请选择由谁管理档案
record-remove-heading = 移除这份档案？
record-remove-what = 档案“{ $record }”将从您的账户中移除。
record-remove-empty = 里面没有内容，也没有诊所与它连接。
record-remove-kept = 以前连接过的诊所可能保留所读的内容。
record-remove-act = 移除档案
record-remove-leave = 保留档案
ask-changed-patient = 您打开此页之后，内容有变。没有更改任何内容。请重新阅读，再作选择

## What is in a record

contents-add = 添加内容
contents-empty = 这份档案里还没有内容
contents-empty-hint = 您和您的诊所添加的内容会显示在这里。
contents-newest = 最新内容
contents-all = 查看全部 { $count } 项
contents-clinics = 已连接的诊所
contents-connected-by = 由 { $name } 连接
contents-people = 谁管理这份档案
contents-activity = 谁看过这份档案
contents-see-all = 查看全部（{ $count }）
contents-see-all-what = ：{ $what }
contents-change-up = 比 { $date } 多 { $number } { $unit }
contents-change-down = 比 { $date } 少 { $number } { $unit }
contents-change-none = 与 { $date } 相同
trend-one = 从 { $from } 的 { $first } { $unit } 到 { $until } 的 { $last } { $unit }
trend-two = 高压从 { $first } 到 { $last }，低压从 { $first_low } 到 { $last_low }，{ $from } 至 { $until }
trend-table = 以表格显示同样的数字
trend-date = 日期
items-heading = 这份档案里的{ $what }
items-heading-all = 这份档案里的全部内容
items-none = 这里没有内容。
items-newer = 返回最新
items-older = 显示更早的
item-added-you = { $date }。由您添加
item-added-clinic = { $date }。由 { $clinic } 添加
item-added-another = { $date }。由其他人添加
item-what = 内容
item-date = 日期
item-added = 添加
item-changed = 上次更改
item-by-you = 由您，{ $at }
item-by-clinic = 由 { $clinic }，{ $at }
item-by-another = 由其他人，{ $at }
item-change = 更改
item-change-this = 更改此项
item-remove = 移除
item-remove-this = 移除此项
item-of = ：{ $what }
item-download = 下载原始文件
item-download-hint = 文件里是诊所发送时的内容。请只用您信任的程序打开。
item-more = 全部内容
item-remove-heading = 移除此项？
item-remove-what = { $what }，{ $date }
item-remove-effect = 您和您的诊所将不再在这里看到它。
item-remove-copies = 读过它的诊所可能保留副本。
item-remove-act = 移除此项
item-remove-leave = 保留此项
add-heading = 您想添加什么？
add-for = 给：{ $record }
add-clinics = 可以阅读这些内容的诊所会看到您添加的内容。
add-sort-weight = 体重
add-sort-blood-pressure = 血压
add-sort-medicine = 药物
add-sort-allergy = 过敏
add-sort-note = 备注
add-new-weight = 添加体重
add-new-blood-pressure = 添加血压
add-new-medicine = 添加药物
add-new-allergy = 添加过敏
add-new-note = 添加备注
add-change-weight = 更改此体重
add-change-blood-pressure = 更改此血压
add-change-medicine = 更改此药物
add-change-allergy = 更改此过敏
add-change-note = 更改此备注
add-date = 日期
add-date-started = 您何时开始服用？
add-date-noticed = 何时首次发现？
add-date-hint = 例如 2026-05-03。如果不知道具体日期，请选择相近的一天。
add-weight = 体重（公斤）
add-weight-hint = 例如 { $example }
add-weight-pounds = 体重（磅）
add-systolic = 高压（收缩压）
add-diastolic = 低压（舒张压）
add-pressure-hint = 单位 mmHg，例如 { $example }
add-medicine = 药物名称
add-dose = 剂量和次数（选填）
add-allergy = 对什么过敏？
add-reaction = 有什么反应（选填）
add-note = 备注
add-save = 保存
add-date-shape = 请按年、月、日输入日期，例如 2026-05-03
add-date-future = 日期不能晚于今天
add-date-early = 日期太早。请检查
add-weight-wrong-pounds = 请输入以磅为单位的体重，0.7 到 1100 之间，例如 150.8
add-weight-wrong = 请输入以公斤为单位的体重，0.3 到 500 之间，例如 68.4
add-systolic-wrong = 请输入高压，20 到 300 之间
add-diastolic-wrong = 请输入低压，20 到 300 之间
add-pressure-swapped = 高压必须大于低压
add-name-empty = 请输入名称
add-name-long = 最多 { $max } 个字符
add-name-hidden = 这里有隐藏字符。请直接输入，不要粘贴
add-note-empty = 请输入备注
add-changed = 您打开此页之后，此项有变。没有保存任何内容。您输入的内容仍在这里
add-too-many = 这份档案已满。请先移除不需要的内容，再添加

## Sorts of things

sort-weight = 体重
sort-blood-pressure = 血压
sort-glucose = 血糖
sort-height = 身高
sort-medicine = 药物
sort-allergy = 过敏
sort-condition = 疾病
sort-immunization = 疫苗接种
sort-procedure = 医疗操作
sort-note = 备注
sort-document = 文档
sort-file = 文件
sort-basic = 个人资料
sort-other = 其他信息
looked-weight = 体重
looked-blood-pressure = 血压
looked-glucose = 血糖
looked-height = 身高
looked-medicine = 药物
looked-allergy = 过敏
looked-condition = 疾病
looked-immunization = 疫苗接种
looked-procedure = 医疗操作
looked-note = 备注
looked-document = 文档
looked-file = 文件
looked-basic = 个人资料
looked-other = 其他信息
looked-anything = 它可以看到的全部内容
thing-weight = 体重 { $value } { $unit }
thing-blood-pressure = 血压 { $systolic } / { $diastolic }
thing-glucose = 血糖 { $value } { $unit }
thing-height = 身高 { $value } { $unit }
thing-named = { $name }，{ $more }
unit-kg = 公斤
unit-lb = 磅
unit-mmol = mmol/L
unit-mg = mg/dL
unit-m = 米
unit-in = 英寸
unit-mmhg = mmHg
value-feet = { $feet } 英尺 { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = 谁看过什么
activity-intro = 诊所每次打开您的档案或添加内容，我们都会记在这里。
activity-all-clinics = 所有诊所
activity-clinics = 诊所
activity-records = 档案
activity-all-records = 所有档案
activity-record = 仅“{ $record }”
activity-none = 还没有被阅读或添加过。
activity-read = { $clinic } 查看了{ $what }
activity-added = { $clinic } 添加了{ $what }
activity-changed = { $clinic } 更改了{ $what }
activity-removed = { $clinic } 移除了{ $what }
activity-refused = { $clinic } 要求查看{ $what }。我们没有允许。
activity-you-added = 您添加了{ $what }
activity-you-changed = 您更改了{ $what }
activity-you-removed = 您移除了{ $what }
activity-another = 其他人
activity-when = { $record }，{ $clock }。{ $more ->
    [0] { $things ->
        [0] 没有内容。
       *[other] { $things } 项。
        }
   *[other] 当天还有 { $more } 次。
    }
activity-when-refused = { $record }，{ $clock }。您没有同意。{ $more ->
    [0] { "" }
   *[other] 当天它还要求了 { $more } 次。
    }
activity-monthly = 我们每月用电子邮件发送摘要。您可以关闭。
activity-monthly-off = 我们没有每月用电子邮件发送摘要。您可以开启。
activity-monthly-change = 更改
activity-older = 显示更早的
activity-newest = 返回最新
activity-wrong = 发现有问题？
activity-wrong-call = 请致电诊所：
activity-wrong-disconnect = 断开诊所

## Details

details-heading = 您的资料
details-name = 您的姓名
details-name-save = 保存姓名
details-name-done = 您的姓名已更改。
details-email-now = 您的电子邮箱是 { $email }。
details-new-email = 新的电子邮箱
details-new-email-hint = 我们会向这个邮箱发送 6 位数字。
details-your-password = 您的密码
details-email-save = 更改电子邮箱
details-email-done = 您的电子邮箱已更改。我们已通知两个邮箱。
details-email-same = 这已经是您的电子邮箱。请输入另一个
details-old-password = 您现在的密码
details-new-password = 新密码
details-password-save = 更改密码
details-password-done = 您的密码已更改。您已在其他所有地方退出登录。
details-password-wrong = 这不是您的密码。请检查后再试
details-digits-heading = 确认您的新电子邮箱
details-digits-label = 电子邮件里的 6 位数字
details-digits-save = 更改电子邮箱
details-digits-stop = 保留原来的邮箱
undo-email-heading = 改回您的电子邮箱？
undo-email-what = 您账户的电子邮箱将重新变为 { $email }。您会在所有地方退出登录。
undo-email-act = 改回
undo-email-done = 您的电子邮箱已改回
undo-email-next = 可能有人知道您的密码。请立即选择新密码。
undo-email-password = 选择新密码
undo-email-over = 这个链接已失效
undo-email-over-next = 它已被使用、超过 7 天，或这个邮箱现在属于另一个账户。
preferences-heading = 邮件和单位
preferences-row-what = 每月邮件，公斤或磅
preferences-monthly-legend = 电子邮件
preferences-monthly = 每月发邮件告诉我谁看过我的档案
preferences-monthly-what = 当诊所查看或更改档案时，我们会发送。
preferences-units = 单位
preferences-metric = 公制
preferences-metric-what = 公斤、米、mmol/L
preferences-imperial = 英制
preferences-imperial-what = 磅、英尺和英寸、mg/dL
preferences-save = 保存
preferences-done = 您的选择已保存。

## Devices

devices-heading = 您在哪里登录
devices-intro = 请退出您不认识的设备。然后更改密码。
devices-this = 这台设备
devices-unknown = 一台设备
devices-name = { $system } 上的 { $browser }
devices-seen = 登录于 { $since }。上次使用于 { $seen }。
devices-sign-out = 退出登录
devices-everywhere-what = 这会让您在所有设备上退出登录，包括这一台。
devices-everywhere = 在所有地方退出登录
devices-row = 登录的设备
devices-row-what = 电脑和手机
devices-manage = 管理

## Download

download-heading = 下载您的数据
download-what = 我们会创建一个文件，包含您账户中的一切：您的档案、其中的内容，以及谁做过什么。
download-safe = 文件里有您的健康信息。请保存在安全的地方。
download-make = 创建文件
download-again = 创建新文件
download-running = 我们正在创建您的文件。可能需要几分钟。准备好后我们会发邮件给您。
download-ready = 您的文件已准备好。您可以在 { $date } 之前下载。
download-get = 下载文件
download-failed = 我们无法创建您的文件。请再试。如果不行，您的档案可能太大，一个文件放不下。
download-too-many = 您今天申请了很多文件。请明天再试
download-row = 您的数据
download-row-what = 账户中的一切，放在一个文件里
download-link = 下载
download-you = 您
download-another = 其他人
download-log = { $by }：{ $act } { $what }
download-file-heading = Patient Connect：{ $name }
download-file-about = { $email } 账户中的一切，创建于 { $at }。
download-file-nothing = 无
download-file-sort = 类别
download-file-log = 谁做过什么

## Delete

delete-heading = 删除您的账户？
delete-now = 所有诊所现在会被断开，我们会告知它们。
delete-later = 我们将于 { $date } 删除您的账户、档案和其中的一切。
delete-mind = 在那之前，您可以登录并保留账户。
delete-stays = 诊所可能保留所读的内容。它们的日志里会用一个编号代替您的姓名。
delete-download = 您可以先下载数据。
delete-password = 您的密码
delete-act = 删除我的账户
delete-leave = 保留我的账户
delete-row = 删除
delete-row-what = 您的账户和档案
delete-link = 删除…
delete-coming = 您的账户将于 { $date } 删除
delete-coming-what = 所有诊所已断开。您仍可以保留账户。
delete-keep = 保留我的账户

# What the islands say while a page is open.

code-count = { $count } / { $length } 个字母
session-ends = 此页将在不到 { $minutes ->
   *[other] { $minutes } 分钟
    }后超时
session-ended = 此页因 30 分钟没有使用而超时
session-stay = 留在此页
copy-code = 复制代码
copy-link = 复制链接
copy-done = 已复制
copy-selected = 已选中。请用键盘或菜单复制

/** What keeps a sync from going on, and what of it can't be read. */
export const pullProblems = {
  syncUnknownShape:
    '服务为“{step}”返回的内容与其文档所述格式不同{field, select, none {} other {（没有列表“{field}”）}}：请检查配置文件中的地址是否为该服务的地址，并更新控制台。',
  syncUnknownLinks:
    '“{step}”的分页未按服务文档所述衔接，因此无法将列表读完：请稍后重新同步；若再次停在该处，请报告此问题。',
  syncRefused: '服务拒绝了请求（{status}{code, select, none {} other { {code}}}）：{words}',
  syncUnexpected: '同步因未曾预料的原因停止（{reason}）：请重新开始；若再次停在该处，请报告此问题。',
  syncRunning: '已有同步正在进行：请等待其完成，或先暂停、取消。',
  clashUnknown: '已没有编号为 {clash} 的未解决冲突：请重新查看列表。',
  syncNotOffered:
    'Microsoft Graph 拒绝提供 GDAP 客户列表（{status}{code, select, none {} other { {code}}}{words, select, none {} other {：“{words}”}}），而没有页面说明此云提供该列表，因此视为这里不提供 GDAP：没有读取任何内容，已知的内容保持不变。如果您的其他程序能够读取，请检查已登录账户的角色，以及应用注册获得的权限。',
};

/** Why something that a service sent, or would not send, was left out; `code` is `none` where it named none. */
export const pullRejections = {
  serviceRefused: '服务拒绝了请求（{status}{code, select, none {} other { {code}}}）：{words}',
  unanswered: '服务在 {tries, plural, other {# 次请求}}中均未给出可用的答复；已知的内容保持不变。',
  unknownShape:
    '服务返回的内容与其文档所述格式不同{field, select, none {} other {（没有列表“{field}”）}}，因此未采用其中任何内容。',
  listNotWhole: '服务计有 {counted, number} 项，但只列出了 {named, number} 项，因此未将任何项目视为已消失。',
  documentUnreadable: '此工作区的文档 {document} 无法读取，因此其中的客户未同步。',
};

/** What can go wrong outside imports and invitations. `line` is 0 when it is not known. */
export const generalProblems = {
  profileNotJson:
    '配置文件 {file} 不是有效的 JSON{line, plural, =0 {} other {（第 {line} 行）}}：请改正该处，或重新导出。',
  profileInvalid: '配置文件 {file} 无法使用：字段 {field} {reason}。请改正该字段后重试。',
  workspaceExists: '文件夹 {folder} 中已有工作区：请打开该工作区，或选择其他文件夹。',
  workspaceMissing: '文件夹 {folder} 中没有工作区：请先在其中创建，或选择其他文件夹。',
  workspaceDamaged:
    '工作区文件 {file} 已损坏（{reason, select, format {内容为空、不完整，或并非由本控制台写入} checksum {内容被本控制台以外的程序改动过} other {其中的 {detail} 不符合要求}}），已保持原样：请从备份中恢复{previous, select, none {} other {，或用最后一次保存之前的版本 {previous} 恢复}}，然后重试。',
  workspaceNewer: '工作区文件 {file} 由较新版本的控制台写入（格式 {version}）：请更新控制台后再打开。',
  workspaceBusy: '工作区 {folder} 已在 {holder} 中打开：请使用那一个，或先将其关闭。',
  workspaceClosed: '工作区 {folder} 在记录完成前已关闭：请重新打开后再操作一次。',
  unknownCustomer: '此工作区中没有客户 {customer}：请检查 ID，或先导入该客户。',
  unknownSubscription: '此工作区中没有订阅 {subscription}：请检查 ID，或先导入该订阅。',
  requestInvalid:
    '无法判断策略请求{file, select, none {} other {（{file}）}}：字段 {path} {reason}。请改正该字段后重试。',
  requestNotJson: '{file} 中的策略请求不是有效的 JSON（第 {line} 行）：请改正后重试。',
  unknownQuestion: '这里不询问关于 {action} 的问题。请从“can”所回答的问题中选择。',
  unknownAction:
    '策略中没有“{action}”这一操作{file, select, none {} other {（见 {file}）}}：请检查 action.name 的拼写。',
  channelObserved: '据系统记录，订阅 {subscription} 的购买渠道为 {channel}（来源：{source}），因此不能声明为其他渠道。',
  fileUnreadable: '无法读取文件 {file}（{reason}）：请确认文件存在，且您有权打开。',
  notAllowed: '规则 {rule} 不允许：{statement}',
  cannotTell: '无法判断是否允许（规则 {rule}），因此未执行：{statement}',
  workspaceUnusable: '无法使用工作区文件夹 {folder}（{reason}）：请确认它是文件夹且您有写入权限。',
  workspaceUnreadable: '无法读取工作区文件 {file}（{reason}）：请确认它是文件且您有权打开。',
  workspaceUnwritable: '无法写入工作区文件 {file}（{reason}），已保持原样：请确认您有写入权限且磁盘未满。',
  workspaceIncomplete: '工作区 {folder} 不完整：缺少 {missing}，因此未作任何更改。请从备份恢复，或选择其他文件夹。',
  ambiguousSubscription: '订阅 {subscription} 出现在多个客户名下（{customers}）：请同时指明客户。',
  linkOfAnotherCustomer: '此 GDAP 链接属于另一客户（{customer}）的关系：请使用为当前客户生成的链接。',
  /** 字段有什么问题，接在字段名之后。 */
  faults: {
    required: '缺失',
    choice: '必须是以下之一：{choices}',
    guid: '必须是形如 00000000-0000-0000-0000-000000000000 的 ID',
    empty: '不能为空',
    emptyList: '至少要有一项',
    address: '必须是网址',
    insecureAddress: '必须以 https: 开头（仅本机可用 http:）',
    instant: '必须是带时区的日期和时间，例如 2026-11-22T09:00:00Z',
    subscriptionOnly: '在针对订阅的操作中必须是“subscription”',
    text: '必须是带引号的文本',
    number: '必须是大于或等于零的数字',
    truth: '必须是 true 或 false',
    list: '必须是方括号中的列表',
    object: '必须是花括号中的对象',
    other: '的值不符合要求',
  },
};

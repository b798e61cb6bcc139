/** What can go wrong outside imports and invitations. `line` is 0 when it is not known. */
export const generalProblems = {
  profileNotJson:
    '配置文件 {file} 不是有效的 JSON{line, plural, =0 {} other {（第 {line} 行）}}：请改正该处，或重新导出。',
  profileInvalid: '配置文件 {file} 无法使用：字段 {field} {reason}。请改正该字段后重试。',
  workspaceExists: '文件夹 {folder} 中已有工作区：请打开该工作区，或选择其他文件夹。',
  workspaceMissing: '文件夹 {folder} 中没有工作区：请先在其中创建，或选择其他文件夹。',
  workspaceDamaged: '工作区文件 {file} 已损坏（{reason}）：未做任何更改，请从备份中恢复后重试。',
  workspaceNewer: '工作区文件 {file} 由更新版本的控制台写入（格式 {version}）：请更新控制台后再打开。',
  workspaceBusy: '工作区 {folder} 已在 {holder} 中打开：请使用那一个，或先将其关闭。',
  unknownCustomer: '此工作区中没有客户 {customer}：请检查 ID，或先导入该客户。',
  unknownSubscription: '此工作区中没有订阅 {subscription}：请检查 ID，或先导入该订阅。',
  requestInvalid: '无法判断此策略请求：字段 {path} {reason}。请改正该字段后重新提问。',
  unknownAction: '策略中没有“{action}”这一操作：请检查 action.name 的拼写。',
  channelObserved: '据系统记录，订阅 {subscription} 的购买渠道为 {channel}（来源：{source}），因此不能声明为其他渠道。',
  fileUnreadable: '无法读取文件 {file}（{reason}）：请确认文件存在，且您有权打开。',
  internal: '控制台内部发生意外错误：此处没有更多信息，请重试。',
  notAllowed: '规则 {rule} 不允许：{statement}',
  cannotTell: '无法判断是否允许（规则 {rule}），因此未执行：{statement}',
  workspaceUnusable: '无法使用工作区文件夹 {folder}（{reason}）：请选择有写入权限的文件夹。',
  workspaceIncomplete: '工作区 {folder} 不完整：缺少 {missing}，因此未作任何更改。请从备份恢复，或选择其他文件夹。',
  ambiguousSubscription: '订阅 {subscription} 出现在多个客户名下（{customers}）：请同时指明客户。',
  linkOfAnotherCustomer: '此 GDAP 链接属于另一客户（{customer}）的关系：请使用为该客户生成的链接。',
};

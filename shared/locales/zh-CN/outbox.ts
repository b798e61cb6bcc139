/** 在这里决定、交由服务执行的操作可能出现的问题；words 和 code 是服务的原话。 */
export const outboxProblems = {
  outboxUnknown: '发件箱中没有编号为 {entry} 的操作：请重新查看列表。',
  outboxTwice:
    '发件箱中已有{customer, select, none {} other {针对 {customer} 的}}相同操作（{since} 决定）：请先发送那一项，或将其收回。',
  outboxNameTaken: '已有名为“{name}”的关系，而我们的每个关系都必须使用不同的名称：请另取一个名称。',
  outboxNoDelegation: '记录中没有与 {customer} 的 GDAP 关系 {delegation}：请先同步，再从该客户的列表中选择。',
  outboxNotOurs: '关系“{name}”属于其他合作伙伴，我们无法更改：请联系该合作伙伴。',
  outboxGone: '关系“{name}”在 Microsoft 已不存在，因此没有可更改的内容。',
  outboxNotInForce: '关系“{name}”并未生效，因此没有可终止的内容：如果客户已在此期间批准，请先同步。',
  outboxExtendsAlready:
    '关系“{name}”{extends, select, yes {已经会自动延长} other {本来就不会自动延长}}，因此无需更改。',
  outboxDapOff: '与 {customer} 的 DAP 已经关闭，因此没有可移除的内容。',
  outboxCustomerGone: '记录中已没有该客户，因此未发送：请查看它是否已被清除，然后重新决定。',
  outboxSent: '该操作已经发送或正在途中，无法收回：请等待结果，再决定如何挽回。',
  outboxOver: '该操作已经结束，没有可收回的内容：请在发件箱中查看其结果。',
  outboxNothingToRetry: '只有需要处理的操作才能重试：请重新查看列表，或重新决定。',
  outboxNotAsBefore: '关系“{name}”已不再处于活动状态，因此未作更改：请先同步，再查看其现状。',
  outboxUnreadable: '无法读懂服务的应答，因此不知道结果如何：请先同步并查看现状，然后重试。',
  outboxUnclear:
    '{host} 一再出错（状态 {status}{words, select, none {} other {，“{words}”}}），因此不知道结果如何：请先同步并查看现状，然后重试。',
  outboxNoCommerce:
    '合作伙伴中心表示我们与该客户没有商务关系（代码 {code}{words, select, none {} other {：“{words}”}}）：客户必须先接受我们的邀请。',
  outboxNoReseller:
    '合作伙伴中心不认为所列合作伙伴是我们的间接经销商（代码 {code}{words, select, none {} other {：“{words}”}}）：请确认双方都已接受彼此的关系。',
  outboxNoRights:
    '当前登录的账户无权执行此操作（状态 {status}{code, select, none {} other {，代码 {code}}}{words, select, none {} other {：“{words}”}}）：请检查它在合作伙伴中心中的角色（如管理员代理），以及应用注册所获的权限。',
  outboxNotFound:
    '服务找不到该操作的对象（状态 {status}{code, select, none {} other {，代码 {code}}}{words, select, none {} other {：“{words}”}}）：请先同步，再查看它是否仍然存在。',
  outboxConflict:
    '该操作与服务上的现状相矛盾，因此被拒绝（状态 {status}{code, select, none {} other {，代码 {code}}}{words, select, none {} other {：“{words}”}}）：请先同步，再重新决定。',
  outboxChanged:
    '更改时连续两次有他人改动了同一内容（状态 {status}{code, select, none {} other {，代码 {code}}}{words, select, none {} other {：“{words}”}}），因此我们的更改未执行：请查看现状，然后重试。',
  outboxRefused:
    '服务拒绝了该操作（状态 {status}{code, select, none {} other {，代码 {code}}}{words, select, none {} other {：“{words}”}}）：请阅读其说明，修改所请求的内容，然后重新决定。',
};

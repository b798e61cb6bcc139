/** 登录和令牌可能出现的问题；words 是登录服务的原话。 */
export const accountProblems = {
  notSignedIn: '尚未登录：请先登录，或使用 --token-file 提供令牌。',
  noClientId:
    '暂时无法登录，因为此工作区还不知道贵公司在{cloud, select, global {全球云} other {世纪互联}}的应用注册：请在登录处填写其应用程序（客户端）ID，或使用 account --client-id，或写入配置文件的 clientId。',
  authorityOtherCloud:
    '配置文件中的登录地址 {host} 属于{cloud, select, global {世纪互联} other {全球云}}，而 cloud 写的是{cloud, select, global {全球云} other {世纪互联}}：请更正配置文件中的 endpoints.authority 或 cloud。',
  signInRefused:
    '在 {host} 登录未成功{reason, select, declined {，因为登录页上选择了拒绝} expired {，因为代码已失效} consent {，因为未授予所需权限} application {，因为它不接受此应用注册} authority {，因为它不是认识此合作伙伴的登录服务} other {}}（{code}{words, select, none {} other {：“{words}”}}）：{reason, select, declined {请重新登录并在登录页上接受} expired {请重新登录以获取新代码} consent {请让贵公司租户的管理员同意此应用注册所需的权限} application {请检查应用程序（客户端）ID，并确认该注册允许公共客户端流和重定向地址 http://localhost} authority {请检查配置文件中的 endpoints.authority、cloud 和 partner.tenantId} other {请检查账户和应用注册，然后重新登录}}。',
  signInEnded: '{host} 表示登录已失效{words, select, none {} other {（“{words}”）}}：请重新登录。',
  signInTimedOut: '在规定时间内没有人完成登录：请重新开始。',
  consentMissing:
    '账户已登录，但尚未同意{service, select, graph { Microsoft Graph 的权限 DelegatedAdminRelationship.ReadWrite.All} other {合作伙伴中心的权限 user_impersonation}}{words, select, none {} other {（“{words}”）}}：请让贵公司租户的管理员为此应用注册授予该权限，然后重新登录。',
  accountOtherTenant:
    '此账户或令牌属于租户 {tenant}，而此工作区属于 {partner}（{own}），因此没有使用：请用 {partner} 的账户登录，或打开另一租户的工作区。',
  tokenOtherCloud:
    '{service, select, graph {Microsoft Graph} other {合作伙伴中心}} 的令牌属于{cloud, select, global {世纪互联} other {全球云}}，而此工作区属于{cloud, select, global {全球云} other {世纪互联}}，因此没有发送：请提供正确云的令牌，并检查配置文件中的 cloud 和 endpoints.authority。',
  tokenOtherService:
    '此令牌不是为{service, select, graph { Microsoft Graph } other {合作伙伴中心}}签发的，因此没有发送：请以 JSON 的 partnerCenter 和 graph 分别提供各服务的令牌，或用 --source 只指定一个服务。',
  tokenExpired:
    '{service, select, graph {Microsoft Graph} other {合作伙伴中心}} 的令牌已于 {at} 到期，因此没有发送：请提供新令牌，并检查这台电脑的日期和时间。',
  tokenFileInvalid: '文件 {file} 中没有可用的令牌：其中应只有一行令牌，或是包含 partnerCenter 和 graph 的 JSON。',
  tokenFileLacks:
    '文件 {file} 中没有{service, select, graph { Microsoft Graph 的令牌（graph）} other {合作伙伴中心的令牌（partnerCenter）}}：请补上，或用 --source 略去该服务。',
  tokenFileRefused:
    '{service, select, graph {Microsoft Graph} other {合作伙伴中心}} 不接受 {file} 中的令牌：请放入属于此合作伙伴和此云的新令牌，再重新开始。',
  accountByFile: '此控制台启动时使用了 {file} 中的令牌，因此不能在这里登录或退出：如需登录，请不带 --token-file 启动。',
};

/** 从登录页返回时浏览器显示的内容。 */
export const signInPages = {
  done: '您已登录',
  doneNext: '请关闭此页面，回到 {partner} 的控制台。',
  failed: '您尚未登录',
  failedNext: '请关闭此页面，回到控制台查看原因。',
};

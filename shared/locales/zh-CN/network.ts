/** 这台电脑与服务之间可能出现的问题；code 是网络自己的代码，words 是服务的原话。 */
export const networkProblems = {
  networkNameUnknown: '找不到地址 {host}（{code}）：请检查这台电脑是否联网，以及配置文件的 endpoints 中地址是否正确。',
  networkUnreachable: '这台电脑无法连到 {host}（{code}）：请检查是否联网，以及 VPN 和防火墙的设置。',
  networkConnectionRefused:
    '{host} 没有任何程序应答（{code}）：请检查配置文件 endpoints 中的地址，并确认防火墙没有拦住去路。',
  networkReset:
    '与 {host} 的连接{tries, plural, =1 {中断} other {连续 # 次中断}}（{code}）：请重试；若仍然如此，请检查此网络的代理和防火墙。',
  networkSilent:
    '{host} {tries, plural, =1 {未及时应答} other {连续 # 次未及时应答}}：请稍后重试；若仍然如此，请检查网络连接及其代理。',
  networkHalf:
    '{tries, plural, =1 {只收到} other {连续 # 次只收到}} {host} 的部分应答，因此未采用其中任何内容：请重试；若仍然如此，请检查此网络的代理和防火墙。',
  networkEmpty:
    '{host} {tries, plural, =1 {的应答是空的} other {连续 # 次给出空的应答}}（状态 {status}）：请稍后重试；若仍然如此，请检查配置文件 endpoints 中的地址。',
  networkTooLarge: '{host} 的应答超过 {megabytes} MB，因此没有读取：请检查配置文件 endpoints 中的地址是否正确。',
  networkNotJson:
    '{host} 返回的不是数据，而是{form, select, page {一个网页} other {无法读取的内容}}（状态 {status}），通常是代理或网络的登录页所为：请在浏览器中打开任一网页并登录网络，再检查代理和配置文件的 endpoints。',
  networkRedirected:
    '{host} 没有应答，而是让我们转到{to, select, none {别处} other { {to}}}，我们没有跟随：请检查此网络是否要求先登录，以及配置文件 endpoints 中的地址。',
  networkCertificate:
    '无法核实 {host} 的身份，因为它的证书{reason, select, date {此刻不在有效期内} name {是为另一个地址签发的} authority {由这台电脑不信任的机构签发} revoked {已被吊销} other {有问题}}（{code}），因此什么都没有发送：{reason, select, date {请检查这台电脑的日期和时间} name {请检查配置文件 endpoints 中的地址，以及是否有代理代为应答} authority {如果贵公司的代理会检查连接，请在这台电脑上安装其根证书} other {请询问网络管理员是否有代理在检查连接}}。',
  networkInsecure:
    '无法与 {host} 建立安全连接（{code}）：请检查配置文件 endpoints 中的地址，以及中间是否有不放行的代理。',
  networkProxy: '此网络的代理没有让我们连到 {host}（{code}）：请检查这台电脑的代理设置，并请管理员放行 {host}。',
  networkProxySignIn:
    '此网络的代理要先知道您是谁，才让我们连到 {host}（{code}）：请在浏览器中登录代理，或在这台电脑的代理设置中填写用户名和密码。',
  networkFailed:
    '与 {host} 的连接失败{code, select, none {} other {（{code}）}}：请检查这台电脑是否联网，以及代理和防火墙，然后重试。',
  networkForeignAddress:
    '没有访问指向 {to} 的地址，因为我们的访问令牌只用于 {host}：请检查配置文件的 endpoints；如果无误，请报告此问题。',
  networkBusy:
    '{host} 收到的请求过多，试了 {tries, plural, other {#}} 次后仍要求等待{minutes, plural, =0 {} other {（约 # 分钟）}}：请稍后重试，并检查是否有其他程序在使用同一合作伙伴的账户。',
  networkServiceDown:
    '{host} {tries, plural, =1 {未能完成工作} other {连续 # 次未能完成工作}}（状态 {status}{words, select, none {} other {，“{words}”}}）：请稍后重试；若仍然如此，请查看该服务的运行状况页面。',
  networkTokenRefused:
    '{host} 不接受我们的登录{words, select, none {} other {（“{words}”）}}：请重新登录，并检查账户是否属于此合作伙伴以及配置文件中的云。',
  networkTokenUnusable: '为 {host} 提供的并不是访问令牌：请重新登录，或检查令牌文件，其中只能有令牌本身。',
  networkNoRights:
    '{host} 表示已登录的账户无权这样做{code, select, none {} other {（代码 {code}{words, select, none {} other {：“{words}”}}）}}：请检查该账户在合作伙伴中心的角色（例如管理员代理），以及应用注册获得的权限。',
  networkRefused:
    '{host} 拒绝了请求（状态 {status}{code, select, none {} other {，代码 {code}}}{words, select, none {} other {，“{words}”}}）：请检查配置文件的 endpoints 和合作伙伴的账户，然后重试。',
};

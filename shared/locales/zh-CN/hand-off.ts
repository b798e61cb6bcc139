/** The mail that asks a provider of ours for an invitation link. `mpnId`, `domain` and `provider` are `none` when there is none to show. */
export const asking = {
  subject: '{partner}：请为客户 {customer} 提供经销商邀请链接',
  greeting: '{provider, select, none {各位同事：} other {{provider}的各位同事：}}',
  ask: '我们希望以贵公司间接经销商的身份为以下客户服务。请在{portal}中为该客户创建经销商关系邀请，并将链接发给我们。',
  why: '{cloud, select, global {请创建联合邀请：由贵公司作为间接提供商，并写明我们{partner}为间接经销商。} other {间接经销商不能自行创建此邀请，须由其间接提供商创建后交给我们。}}',
  usTitle: '我方信息',
  customerTitle: '客户信息',
  name: '名称：{name}',
  mpnId: 'MPN ID：{mpnId}',
  domain: '域名：{domain}',
  tenantId: '租户 ID：{tenantId}',
  how: '请按合作伙伴中心显示的原样发送链接，或用贵公司的合作伙伴控制台生成交接文件发给我们。我们会转发给客户，只有客户的全局管理员才能接受。',
};

/** The mail that carries a hand-off file to a reseller of ours. */
export const handingOver = {
  subject: '{partner}：请转发邀请链接{customer, select, none {给贵公司的客户} other {给 {customer}}}',
  greeting: '{reseller, select, none {各位同事：} other {{reseller}的各位同事：}}',
  what: '附件是交接文件，其中有{kind, select, gdap {一份 GDAP 请求} other {一份经销商邀请}}，{customer, select, none {请贵公司转发给客户} other {请转发给 {customer}}}。',
  how: '请用贵公司的合作伙伴控制台打开：双击文件，或把文件或此邮件拖到窗口中即可。控制台会检查由谁创建、内容是否被改动，并在记录之前先显示其内容。',
  key: '如果这是我们发给贵公司的第一份交接文件，请拨打您已有的电话号码与我们联系，核对控制台显示的我方密钥数字。',
};

/** Why a link, a mail or a hand-off file is not taken in or not handed over. */
export const handOffProblems = {
  receivedTooLarge: '文件 {file} 超过 {limit} MB，带有邀请的邮件不会这么大：请选择邮件或交接文件本身。',
  openedOther:
    '未打开文件 {file}：双击或随启动打开的只能是名称以 {extension} 结尾的交接文件。其他文件请导入，邮件请在“邀请”页面中收录。',
  filesNotOpened:
    '未打开文件 {file}：{holder} 正在使用工作区 {folder}，但没有窗口可供显示。请在其结束后重新打开该文件。',
  openedTooLarge: '文件 {file} 超过 {limit} MB，交接文件不会这么大：请让创建方重新发送。',
  receivedNeither: '文件 {file} 既不是交接文件，也不是邮件：请将邮件另存为 .eml 文件，或直接粘贴其中的链接。',
  mailNoLink: '邮件 {file} 中没有指向已知邀请主机（{known}）的链接：请向发件人索取链接，或直接粘贴链接。',
  mailUnreadable: '无法读取邮件 {file}：请将其重新另存为 .eml 文件，或直接粘贴其中的链接。',
  handOffNotJson: '交接文件 {file} 不是有效的 JSON，可能已截断或被改动：请让创建方重新发送。',
  handOffFormat: '文件 {file} 不是交接文件，它的字段 format 和 version 与此不符：请选择其他文件。',
  handOffNewer: '交接文件 {file} 由更新版本的控制台写成（字段 version 为 {version}）：请更新控制台后再打开。',
  handOffField: '无法使用交接文件 {file}：字段 {field} {reason}。请让创建方重新生成，且不要改动其中任何内容。',
  handOffStrangeField: '无法使用交接文件 {file}：其中有交接文件不应有的字段 {field}。请让创建方重新发送。',
  handOffAltered: '交接文件 {file} 在生成之后被改动过，其字段 checksum 与其余内容不符：请勿使用，并让创建方重新发送。',
  handOffForged:
    '交接文件 {file} 并非由其密钥的持有者签名，其字段 signature 不符：请勿使用，并告知文件中所称的提供商。',
  handOffOtherCloud:
    '交接文件 {file} 属于{cloud, select, global {全球云} other {世纪互联}}（字段 cloud），而不属于此工作区所在的云：请在那个云的工作区中打开。',
  handOffStranger:
    '交接文件 {file} 由租户 {tenant} 创建（字段 createdBy.tenantId），它不是我方的提供商，因此不得转发其链接（规则 {rule}）。文件自称创建方名为“{partner}”，这并不能证明什么：请向我方的提供商索取链接。',
  handOffOtherAudience:
    '交接文件 {file} 是为 {audience} 创建的（字段 audience.tenantId），而不是为我方创建的，因此不得转发其链接（规则 {rule}）：请让我方的提供商为我方另行创建。',
  handOffLink:
    '交接文件 {file} 的字段 link 不是此处可用的邀请链接：链接必须以 https: 开头，并指向 {known} 之一。请让创建方另行提供文件。',
  handOffOtherKind:
    '交接文件 {file} 的字段 kind 为{said, select, gdap { GDAP} other {经销商邀请}}，但其链接是{kind, select, gdap { GDAP 请求} other {经销商邀请}}：请让创建方另行提供文件。',
  handOffOtherKey:
    '交接文件 {file} 的签名密钥（字段 publicKey）与 {since} 保存的 {partner} 的密钥不同：请拨打您已有的电话号码与对方联系，用对方读出的密钥数字收录此文件；此文件的数字是 {fingerprint}。',
  handOffFingerprint:
    '交接文件 {file} 的密钥（字段 publicKey）数字为 {fingerprint}，与对方读出的不符：请勿使用此文件，并告知 {partner}。',
  askNoProvider:
    '未撰写请求：配置文件没有写明 {us} 的提供商（规则 {rule}）。如果有间接提供商，请在配置文件的 providers 字段中写明。',
  askNoReseller:
    '未撰写请求：只有间接经销商才需向提供商索取链接，而配置文件没有写明 {us} 是间接经销商（规则 {rule}）。请用我方自己的链接邀请客户，或补全配置文件的 programs 字段。',
  askStranger:
    '未撰写给 {provider} 的请求：该合作伙伴不是我方的提供商（规则 {rule}）。请改向 {known} 索取，或补全配置文件。',
  providerNotOurs:
    '合作伙伴 {provider} 不是我方的提供商，因此不得转发其链接（规则 {rule}）：请指明发来链接的提供商，或补全配置文件。',
  receivedFromOther: '此链接已作为 {partner} 的链接收录：如果它来自其他方，请先删除那条收到的链接。',
  resellerNotAllowed: '因经销商 {reseller} 之故，未交接任何内容。被规则 {rule} 拒绝：{statement}',
  resellerCannotTell: '因经销商 {reseller} 之故，未交接任何内容。无法判断是否允许（规则 {rule}）：{statement}',
  signingKeyDamaged:
    '密钥文件 {file} 已损坏，无法签名：请从备份恢复。如果没有备份，请删除该文件：控制台会生成新密钥，届时经销商须重新核对其数字。',
};

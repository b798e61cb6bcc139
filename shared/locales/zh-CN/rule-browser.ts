/** 规则页面。 */
export const ruleBrowser = {
  title: '规则',
  count: '{all, plural, other {共 # 条规则}}，显示 {shown, number} 条',
  pane: '规则',
  resize: '规则内容的宽度',
  close: '关闭规则',
  search: { label: '搜索规则', placeholder: '按编号、文字、来源或操作搜索规则' },
  columns: {
    rule: '规则',
    name: '名称',
    effects: '规定',
    effectsHint: '规则本身的规定。缺少事实时，不论哪条规则，结果都可能是“无法判断”。',
    clouds: '云',
    customers: '客户数',
    customersHint: '规则今天决定了此工作区中多少个客户的结果',
  },
  customersOf: '{of} 个客户中的 {count} 个',
  /** 规则本身的规定；因缺少事实而无法判断的，不是规则的规定。 */
  says: { lead: '规定', all: '规定：{what}', allow: '可以', deny: '不可以', unknown: '尚无定论' },
  filter: {
    label: '筛选规则',
    chosen: '{name}：{value}',
    cloud: '云',
    program: '计划',
    role: '角色',
    action: '操作',
    bothClouds: '两种云',
    anyProgram: '任何计划',
    anyRole: '任何角色',
    anyAction: '任何操作',
    staffRoles: '我方人员',
    customerRoles: '客户的管理员',
    clear: '清除筛选',
  },
  /** 客户在自己租户中的角色。 */
  customerRoles: {
    'global-admin': '全局管理员',
    'delegated-admin-relationship-admin': '委派管理关系管理员',
    'billing-admin': '计费管理员',
    other: '任何其他角色',
  },
  deciding: {
    counting: '正在统计它今天决定了多少个客户的结果…',
    none: '今天没有决定此工作区中任何客户的结果。',
    some: '今天决定了 {of, plural, other {# 个客户}}中 {count, number} 个的结果。',
    /** 与“可以”“不可以”“无法判断”并列；同一客户可能计入多项。 */
    so: '{answer}：{count, number}',
    otherCloud: '只适用于{cloud}云，因此在此工作区中不起决定作用。',
    show: '查看这些客户',
    failed: '无法统计每条规则决定了多少个客户的结果。{problem}',
  },
  /** 规则涉及的内容。 */
  reach: {
    actions: '操作',
    everyAction: '其他规则均未允许的所有操作',
    programs: '我方参加的计划',
    anyProgram: '不论我方参加哪些计划',
    roles: '角色',
    anyRole: '不要求任何角色',
  },
  staffMatrix: {
    title: '哪个角色允许哪些操作',
    caption: '具有多个角色的人员，只要其中一个角色允许，即可操作。',
    yours: '{role}（您的角色）',
  },
  sources: '来源',
  nothing: {
    title: '没有符合条件的规则',
    text: '没有规则同时符合搜索和筛选条件。',
    elsewhere: '有 {count, plural, other {# 条规则}}符合条件，但只适用于另一种云。',
    bothClouds: '显示两种云的规则',
    clear: '清除搜索和筛选',
  },
  /** 客户列表：只显示由某条规则决定结果的客户。 */
  decidedBy: {
    label: '由 {rule} 决定',
    open: '打开规则 {rule}',
    nothing: '目前没有任何客户的结果由规则 {rule} 决定。',
    clear: '显示所有客户，不论由哪条规则决定',
  },
};

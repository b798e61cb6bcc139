/** 規則頁面。 */
export const ruleBrowser = {
  title: '規則',
  count: '{all, plural, other {共 # 條規則}}，顯示 {shown, number} 條',
  pane: '規則',
  resize: '規則內容的寬度',
  close: '關閉規則',
  search: { label: '搜尋規則', placeholder: '依編號、文字、來源或動作搜尋規則' },
  columns: {
    rule: '規則',
    name: '名稱',
    effects: '規定',
    effectsHint: '規則本身的規定。缺少事實時，不論哪條規則，結果都可能是「無法判斷」。',
    clouds: '雲端',
    customers: '客戶數',
    customersHint: '規則今天決定了此工作區中多少位客戶的結果',
  },
  customersOf: '{of} 位客戶中的 {count} 位',
  /** 規則本身的規定；因缺少事實而無法判斷的，不是規則的規定。 */
  says: { lead: '規定', all: '規定：{what}', allow: '可以', deny: '不可以', unknown: '尚無定論' },
  filter: {
    label: '篩選規則',
    chosen: '{name}：{value}',
    cloud: '雲端',
    program: '計畫',
    role: '角色',
    action: '動作',
    bothClouds: '兩種雲端',
    anyProgram: '任何計畫',
    anyRole: '任何角色',
    anyAction: '任何動作',
    staffRoles: '我方人員',
    customerRoles: '客戶的管理員',
    clear: '清除篩選',
  },
  /** 客戶在自己租用戶中的角色。 */
  customerRoles: {
    'global-admin': '全域管理員',
    'delegated-admin-relationship-admin': '委派系統管理關係管理員',
    'billing-admin': '帳務管理員',
    other: '任何其他角色',
  },
  deciding: {
    counting: '正在統計它今天決定了多少位客戶的結果…',
    none: '今天沒有決定此工作區中任何客戶的結果。',
    some: '今天決定了 {of, plural, other {# 位客戶}}中 {count, number} 位的結果。',
    /** 與「可以」「不可以」「無法判斷」並列；同一客戶可能計入多項。 */
    so: '{answer}：{count, number}',
    otherCloud: '只適用於{cloud}雲端，因此在此工作區中不會決定任何結果。',
    show: '檢視這些客戶',
    failed: '無法統計每條規則決定了多少位客戶的結果。{problem}',
  },
  /** 規則涉及的內容。 */
  reach: {
    actions: '動作',
    everyAction: '其他規則都未允許的所有動作',
    programs: '我方參加的計畫',
    anyProgram: '不論我方參加哪些計畫',
    roles: '角色',
    anyRole: '不要求任何角色',
  },
  staffMatrix: {
    title: '哪個角色允許哪些動作',
    caption: '具備多個角色的人員，只要其中一個角色允許即可。',
    yours: '{role}（您的角色）',
  },
  sources: '來源',
  nothing: {
    title: '沒有符合條件的規則',
    text: '沒有規則同時符合搜尋與篩選條件。',
    elsewhere: '有 {count, plural, other {# 條規則}}符合條件，但只適用於另一種雲端。',
    bothClouds: '顯示兩種雲端的規則',
    clear: '清除搜尋與篩選',
  },
  /** 客戶清單：只顯示由某條規則決定結果的客戶。 */
  decidedBy: {
    label: '由 {rule} 決定',
    open: '開啟規則 {rule}',
    nothing: '目前沒有任何客戶的結果由規則 {rule} 決定。',
    clear: '顯示所有客戶，不論由哪條規則決定',
  },
};

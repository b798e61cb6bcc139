import type { DelegationStatus } from '#shared/model/delegation.ts';
import type { Channel, SubscriptionStatus } from '#shared/model/subscription.ts';

/** One invented customer, in few words; `dossiers.ts` makes the dossier. */
export interface SampleCustomer {
  readonly name: string;
  readonly domain: string;
  /** `allowDelegatedAccess`; null while nobody asked Partner Center. */
  readonly dap: boolean | null;
  readonly subscriptions: readonly SampleSubscription[];
  /** GDAP relationships: state, days until the end (negative: since), auto-extend. */
  readonly gdap?: readonly (readonly [DelegationStatus, number | null, boolean])[];
  readonly advisor?: boolean;
  /** Has no reseller relationship with us yet. */
  readonly stranger?: boolean;
}

export interface SampleSubscription {
  readonly name: keyof typeof SAMPLE_SERVICES;
  readonly seats: number;
  readonly channel: Channel;
  readonly status?: SubscriptionStatus;
  /** Which of our two resellers sold it. */
  readonly reseller?: 0 | 1;
}

/** What is sold, with the service that delegations speak of. */
export const SAMPLE_SERVICES = {
  'Office 365 E1': ['office-365', 'license-based'],
  'Office 365 E3': ['office-365', 'license-based'],
  'Office 365 商业协作版': ['office-365', 'license-based'],
  'Microsoft 365 Business Premium': ['office-365', 'license-based'],
  'Project Online 专业版': ['project', 'license-based'],
  'Visio Online 计划 2': ['visio', 'license-based'],
  'Enterprise Mobility + Security E3': ['intune', 'license-based'],
  'Power BI Pro': ['power-bi', 'license-based'],
  'Dynamics 365 Sales': ['dynamics-365', 'license-based'],
  'Azure 中国区订阅': ['azure', 'usage-based'],
} as const;

const s = (
  name: SampleSubscription['name'],
  seats: number,
  channel: Channel,
  more: Partial<SampleSubscription> = {},
): SampleSubscription => ({ name, seats, channel, ...more });

export const SAMPLE_CUSTOMERS: readonly SampleCustomer[] = [
  {
    name: '华盛联创（北京）科技有限公司',
    domain: 'huasheng',
    dap: true,
    subscriptions: [
      s('Office 365 E3', 250, 'csp-own'),
      s('Power BI Pro', 40, 'csp-own'),
      s('Azure 中国区订阅', 1, 'direct'),
    ],
  },
  {
    name: '海天智远网络有限公司',
    domain: 'haitian',
    dap: false,
    subscriptions: [s('Office 365 商业协作版', 120, 'csp-indirect', { reseller: 0 }), s('Office 365 E1', 35, 'direct')],
  },
  {
    name: '青岛远洋物流集团',
    domain: 'qdyy',
    dap: null,
    subscriptions: [s('Office 365 E3', 800, 'direct'), s('Visio Online 计划 2', 25, 'unknown')],
  },
  { name: '成都天府餐饮管理有限公司', domain: 'tianfu', dap: true, subscriptions: [s('Office 365 E1', 60, 'direct')] },
  {
    name: '上海申港国际贸易股份有限公司',
    domain: 'shengang',
    dap: true,
    subscriptions: [s('Office 365 E3', 410, 'csp-own'), s('Project Online 专业版', 30, 'csp-other')],
    gdap: [['active', 412, true]],
  },
  {
    name: '杭州西泠数字文化有限公司',
    domain: 'xiling',
    stranger: true,
    dap: false,
    subscriptions: [s('Office 365 商业协作版', 75, 'csp-other')],
  },
  {
    name: '深圳前海新能源科技有限公司',
    domain: 'qianhai',
    dap: true,
    subscriptions: [
      s('Office 365 E3', 1200, 'csp-indirect', { reseller: 1 }),
      s('Azure 中国区订阅', 1, 'csp-indirect', { reseller: 1 }),
    ],
    gdap: [['expiring', 6, false]],
  },
  {
    name: '西安长安精密仪器厂',
    domain: 'changan',
    dap: null,
    subscriptions: [s('Office 365 E1', 48, 'advisor')],
    advisor: true,
  },
  {
    name: '武汉江城医疗器械有限公司',
    domain: 'jiangcheng',
    dap: true,
    subscriptions: [s('Office 365 E3', 90, 'csp-own', { status: 'suspended' })],
    gdap: [['expired', -14, false]],
  },
  {
    name: '天津滨海港务工程有限责任公司',
    domain: 'binhai',
    dap: true,
    subscriptions: [
      s('Office 365 E3', 330, 'volume-licensing'),
      s('Enterprise Mobility + Security E3', 330, 'unknown'),
    ],
  },
  {
    name: '台灣晨星設計股份有限公司',
    domain: 'morningstar',
    dap: false,
    subscriptions: [s('Microsoft 365 Business Premium', 22, 'csp-own')],
    gdap: [['approvalPending', null, false]],
  },
  {
    name: '厦门鼓浪屿旅游开发有限公司',
    domain: 'gulangyu',
    dap: true,
    subscriptions: [s('Office 365 商业协作版', 18, 'csp-indirect', { reseller: 0, status: 'expired' })],
  },
  {
    name: 'Contoso Manufacturing (China) Co., Ltd.',
    domain: 'contoso',
    dap: true,
    subscriptions: [
      s('Office 365 E3', 560, 'csp-own'),
      s('Dynamics 365 Sales', 45, 'csp-own'),
      s('Power BI Pro', 20, 'unknown'),
    ],
    gdap: [['active', 27, true]],
  },
  {
    name: 'Fabrikam, "China" Trading Co., Ltd.',
    domain: 'fabrikam',
    dap: null,
    subscriptions: [s('Office 365 E1', 15, 'advisor')],
    advisor: true,
  },
  {
    name: 'Northwind Traders Shanghai',
    domain: 'northwind',
    stranger: true,
    dap: false,
    subscriptions: [s('Office 365 E3', 140, 'direct'), s('Visio Online 计划 2', 8, 'direct')],
  },
  {
    name: 'Adventure Works Cycling',
    domain: 'adventure-works',
    dap: true,
    subscriptions: [s('Microsoft 365 Business Premium', 64, 'csp-indirect', { reseller: 1 })],
    gdap: [['approved', 365, false]],
  },
  {
    name: 'Tailspin Toys Asia',
    domain: 'tailspin',
    dap: true,
    subscriptions: [s('Office 365 E1', 33, 'csp-other', { status: 'disabled' })],
    gdap: [['terminated', -40, false]],
  },
  {
    name: 'Wingtip Logistics',
    domain: 'wingtip',
    dap: null,
    stranger: true,
    subscriptions: [s('Office 365 E3', 71, 'unknown')],
  },
  {
    name: 'Proseware Training Centre',
    domain: 'proseware',
    dap: true,
    subscriptions: [s('Office 365 商业协作版', 12, 'csp-own', { status: 'pending' })],
    gdap: [['created', null, false]],
  },
  {
    name: 'Litware Research & Development',
    domain: 'litware',
    dap: false,
    subscriptions: [s('Project Online 专业版', 19, 'volume-licensing')],
    gdap: [['activating', 180, true]],
  },
  {
    name: 'İstanbul Lojistik A.Ş.',
    domain: 'istanbul-lojistik',
    dap: true,
    subscriptions: [s('Office 365 E3', 210, 'csp-own'), s('Enterprise Mobility + Security E3', 60, 'csp-own')],
  },
  {
    name: 'Iğdır Gıda Sanayi ve Ticaret Ltd. Şti.',
    domain: 'igdir-gida',
    stranger: true,
    dap: false,
    subscriptions: [s('Office 365 E1', 26, 'direct')],
  },
  {
    name: 'Çağdaş Öğretim Yayıncılık',
    domain: 'cagdas',
    dap: null,
    subscriptions: [s('Office 365 商业协作版', 44, 'csp-indirect', { reseller: 0 })],
    gdap: [['terminating', 3, false]],
  },
  {
    name: 'Kapadokya Turizm Otelcilik A.Ş.',
    domain: 'kapadokya',
    stranger: true,
    dap: true,
    subscriptions: [s('Microsoft 365 Business Premium', 37, 'csp-other')],
    gdap: [['unknownFutureValue', 90, false]],
  },
  {
    name: 'Süddeutsche Präzisionswerkzeuge GmbH & Co. KG',
    domain: 'sued-praezision',
    dap: true,
    subscriptions: [
      s('Office 365 E3', 480, 'csp-own'),
      s('Project Online 专业版', 55, 'csp-own'),
      s('Azure 中国区订阅', 1, 'csp-own'),
    ],
    gdap: [['active', 690, true]],
  },
  {
    name: 'Rheinland-Pfälzische Verkehrsbetriebsgesellschaft mbH, Niederlassung Shenyang',
    domain: 'rp-verkehr',
    stranger: true,
    dap: false,
    subscriptions: [s('Office 365 E1', 130, 'csp-other'), s('Visio Online 计划 2', 14, 'unknown')],
  },
  {
    name: 'Größer & Söhne Maschinenbau',
    domain: 'groesser',
    dap: true,
    subscriptions: [s('Office 365 E3', 96, 'csp-indirect', { reseller: 1 })],
    gdap: [['terminationRequested', 20, false]],
  },
  {
    name: 'Überseehandel Hamburg (Qingdao) GmbH',
    domain: 'uebersee',
    stranger: true,
    dap: null,
    subscriptions: [s('Microsoft 365 Business Premium', 29, 'direct'), s('Power BI Pro', 5, 'direct')],
  },
  {
    name: 'Nordlicht Energietechnik AG',
    domain: 'nordlicht',
    dap: true,
    subscriptions: [s('Dynamics 365 Sales', 18, 'csp-own', { status: 'deleted' })],
  },
  { name: 'Alpenblick Hotelbetriebe', domain: 'alpenblick', dap: false, subscriptions: [] },
];

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CustomerRow } from '#shared/contract/customers.ts';
import { Opening } from '#shared/contract/workspace.ts';
import { MESSAGES } from '#shared/locales/index.ts';
import { AssignmentStatus, DelegationKind, DelegationStatus } from '#shared/model/delegation.ts';
import { InvitationKind, InvitationStatus, LANGUAGES } from '#shared/model/invitation.ts';
import { Fault } from '#shared/model/misfit.ts';
import { Cloud, Program, StaffRole } from '#shared/model/partner.ts';
import { ActionName, Obligation, Outcome, Remedy } from '#shared/model/policy.ts';
import { Damage, DamagedDocument, Protection } from '#shared/model/protection.ts';
import { Basis } from '#shared/model/provenance.ts';
import { Channel, ServiceModel, SubscriptionStatus } from '#shared/model/subscription.ts';
import { argumentsOf, messagesOf } from './message-tree.ts';

const catalogue = Object.fromEntries(LANGUAGES.map((language) => [language, messagesOf(MESSAGES[language])]));
const english = messagesOf(MESSAGES.en);
const of = (language: string) => catalogue[language] ?? new Map<string, string>();

/** A language's messages as one text, without the languages' names for themselves. */
const prose = (language: string) =>
  [...of(language)]
    .filter(([path]) => !path.startsWith('terms.languages.'))
    .map(([path, message]) => `${path}: ${message}`);

const RULES = Array.from({ length: 32 }, (_, number) => `R${String(number).padStart(2, '0')}`);

/** Every value that a person may be shown, and where its word stands. */
const SHOWN: readonly [string, readonly string[]][] = [
  ['terms.cloud', Cloud.options],
  ['terms.programs', Program.options],
  ['terms.staffRoles', StaffRole.options],
  ['terms.channels', Channel.options],
  ['terms.channelMeanings', Channel.options],
  ['terms.basis', Basis.options],
  ['terms.basisMeanings', Basis.options],
  ['terms.subscriptionStatus', SubscriptionStatus.options],
  ['terms.serviceModel', ServiceModel.options],
  ['terms.delegationKind', DelegationKind.options],
  ['terms.delegationKindLong', DelegationKind.options],
  ['terms.delegationStatus', DelegationStatus.options],
  ['terms.assignmentStatus', AssignmentStatus.options],
  ['terms.invitationKind', InvitationKind.options],
  ['terms.invitationStatus', InvitationStatus.options],
  ['terms.outcome', Outcome.options],
  ['terms.actions', ActionName.options],
  ['terms.remedyBy', Remedy.shape.by.options],
  ['terms.obligations', Obligation.options],
  ['problems.faults', Fault.options],
  ['terms.languages', LANGUAGES],
  ['records.protection', Protection.options],
  ['records.protectionHints', Protection.options],
  ['records.damage.kinds', Damage.options],
  ['records.damage.whats', DamagedDocument.shape.what.options],
  ['records.opening.doing', Opening.shape.doing.options],
  ['filters.access', CustomerRow.shape.access.options],
];

describe.each(LANGUAGES)('the %s catalogue', (language) => {
  it('has the messages that English has, and no others', () => {
    expect([...of(language).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has no empty message, and none with white space at its ends', () => {
    expect([...of(language)].filter(([, message]) => message.trim() === '' || message.trim() !== message)).toEqual([]);
  });

  it('is written in ICU throughout, with the arguments that English takes', () => {
    const differing = [...of(language)].filter(
      ([path, message]) => argumentsOf(message).join() !== argumentsOf(english.get(path) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it.each(SHOWN)('has its words under %s, for every value and no other', (place, values) => {
    const words = [...of(language).keys()].filter((path) => path.startsWith(`${place}.`));
    expect(words.sort()).toEqual(values.map((value) => `${place}.${value}`).sort());
  });

  it('names and states every rule', () => {
    const paths = [...of(language).keys()].filter((path) => path.startsWith('rules.'));
    for (const rule of RULES) {
      expect(paths).toContain(`rules.${rule}.name`);
      expect(paths).toContain(`rules.${rule}.statement`);
    }
    expect(new Set(paths.map((path) => path.split('.')[1]))).toEqual(new Set(RULES));
  });

  it('tells where the pages of the vendor are silent or disagree', () => {
    for (const rule of ['R08', 'R13', 'R19', 'R21', 'R26']) expect(of(language).has(`rules.${rule}.note`)).toBe(true);
  });
});

describe('English', () => {
  it('names rules in six words at most', () => {
    const long = RULES.filter((rule) => (english.get(`rules.${rule}.name`) ?? '').split(' ').length > 6);
    expect(long).toEqual([]);
  });
});

describe('Chinese', () => {
  it('has no simplified character in the Taiwanese catalogue', () => {
    const simplified =
      /[户与这个没务发经销为关许证员订阅续费间谁报单账邮链转态状时过从产应对开启动给级还进选项请说语读调设访认识让评词译试详误类组织门数据页码显该总无电脑张将导岁复杂种权]/u;
    expect(prose('zh-TW').filter((message) => simplified.test(message))).toEqual([]);
  });

  it('has no traditional character in the mainland catalogue', () => {
    const traditional =
      /[戶與這個沒務發經銷為關許證員訂閱續費間誰報單帳郵鏈轉態狀時過從產應對開啟動給級還進選項請說語讀調設訪認識讓評詞譯試詳誤類組織門數據頁碼顯該總無電腦張將導歲複雜種權]/u;
    expect(prose('zh-CN').filter((message) => traditional.test(message))).toEqual([]);
  });

  it('uses the words of Taiwan in the Taiwanese catalogue, not those of the mainland', () => {
    const mainland = /用戶|默認|信息|軟件|網絡|文件夾|服務器|鏈接|粘貼|導入|導出|渠道|經銷商|提供商|批量|菜單|賬/u;
    // A tenant is 租用戶 in Taiwan too, and a client 用戶端.
    const found = prose('zh-TW').filter((message) => mainland.test(message.replaceAll(/租用戶|用戶端/gu, '')));
    expect(found).toEqual([]);
  });

  it.each([
    ['multi-channel terms', 'terms.facts.channel', '购买渠道', '購買通路'],
    ['the indirect provider', 'terms.programs.indirect-provider', '间接提供商', '間接提供者'],
    ['the indirect reseller', 'terms.programs.indirect-reseller', '间接经销商', '間接轉銷商'],
    ['DAP', 'terms.delegationKindLong.dap', '委派的管理权限', '委派的系統管理權限'],
    ['GDAP', 'terms.delegationKindLong.gdap', '精细委派管理员权限', '細微委派系統管理權限'],
    ['the partner of record', 'terms.facts.partnerOfRecord', '记录合作伙伴', '記錄合作夥伴'],
    ['the helpdesk agent', 'terms.staffRoles.helpdesk-agent', '支持人员代理', '技術支援代理人'],
  ])('names %s as the field does', (_, path, mainland, taiwan) => {
    expect(of('zh-CN').get(path)).toBe(mainland);
    expect(of('zh-TW').get(path)).toBe(taiwan);
  });
});

it('every problem that the code throws has its sentence', () => {
  const root = process.cwd();
  const thrown = ['electron', 'shared', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file))
      .flatMap((file) => [
        ...readFileSync(join(root, folder, file), 'utf8').matchAll(
          /(?:ProblemError\(\s*'[a-z-]+',|refused\()\s*'([\w.]+)'/gu,
        ),
      ])
      .map(([, key = '']) => `problems.${key}`),
  );
  expect(thrown).toContain('problems.linkHost');
  expect(thrown.filter((path) => !english.has(path))).toEqual([]);
});

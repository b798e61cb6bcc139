import { describe, expect, it } from 'vitest';
import { CustomerId, DelegationId } from '#shared/model/ids.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';
import { brief, sample, workspace } from './importing.ts';

const ID = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const HEADER = 'Microsoft ID,Company name,Primary domain name,Relationship';

describe('a file that cannot be read', () => {
  it.each([
    ['', 'import.emptyFile', {}],
    ['\ufeff\r\n \r\n', 'import.emptyFile', {}],
    ['What,Ever\n1,2\n', 'import.unknownFile', { header: 'What, Ever' }],
    ['<!doctype html>\n', 'import.unknownFile', { header: '<!doctype html>' }],
    ['Microsoft ID,Primary domain name,Relationship\n', 'import.missingColumn', { column: 'Company name' }],
    [`${HEADER},Relationship\n`, 'import.repeatedColumn', { column: 'Relationship' }],
    [`${HEADER}\n${ID},"Contoso`, 'import.quotes', { line: 2 }],
    [`${HEADER}\n${ID},Contoso,a.example,Advisor\n${ID},Cont`, 'import.truncated', { line: 3 }],
    [`${HEADER}\n${ID},Contoso,a.example,Advisor\n${ID},Fabrikam,b.example,Adv`, 'import.truncated', { line: 3 }],
    [`${HEADER}\n${ID},Contoso,a.example,Advis`, 'import.truncated', { line: 2 }],
    ['{"items":[\n{"id":1},\n{"id"', 'import.json', { line: 3 }],
    ['{\n"a": nope}', 'import.json', { line: 2 }],
    ['[1, 2]', 'import.notObject', {}],
    ['{"hello": 1}', 'import.unknownFile', { header: 'hello' }],
    ['{"items": []}', 'import.unknownFile', { header: 'items' }],
  ])('%j is refused as %s, and nothing is recorded', async (content, key, values) => {
    const { hand, records } = workspace();
    expect(await rejectionOf(() => hand('in.csv', content))).toMatchObject({
      kind: 'bad-input',
      key,
      values: { file: 'in.csv', ...values },
    });
    expect(records.saves).toBe(0);
  });

  it('takes a whole last row that merely has no line end', async () => {
    const { hand } = workspace();
    const other = '4b827261-d21f-4aa9-b7db-7fa1f56fb163';
    const report = await hand(
      'in.csv',
      `${HEADER}\n${ID},Contoso,a.example,Advisor\n${other},Fabrikam,b.example,Cloud Reseller`,
    );
    expect(report).toMatchObject({ rows: 2, added: 2 });
  });

  it.each(['Müller & Söhne GmbH', 'Größe AG', 'Garçon Café'])(
    'does not take Western one-byte text for Chinese: %s',
    async (name) => {
      const { hand, records } = workspace();
      const text = `${HEADER}\r\n${ID},${name},a.example,Advisor\r\n`;
      const bytes = Uint8Array.from([...text].map((character) => character.codePointAt(0) ?? 0));
      expect(await rejectionOf(() => hand('in.csv', bytes))).toMatchObject({ key: 'import.encoding' });
      expect(records.saves).toBe(0);
    },
  );

  it('records nothing of the good rows before a truncated end', async () => {
    const { hand, records } = workspace();
    const bytes = await sample('csv/Customers.csv');
    const cut = bytes.slice(0, new TextDecoder('latin1').decode(bytes).indexOf('""China') + 4);
    expect(await rejectionOf(() => hand('Customers.csv', cut))).toMatchObject({
      key: 'import.quotes',
      values: { line: 6 },
    });
    expect([...records.dossiers()]).toEqual([]);
  });

  it('names the second DisplayName when only one is there', async () => {
    const { hand } = workspace();
    const header = 'Id,DisplayName,TenantId,Duration,Status,CreatedDateTime,ActivatedDateTime,EndDateTime\n';
    expect(await rejectionOf(() => hand('g.csv', header))).toMatchObject({
      key: 'import.missingColumn',
      values: { column: 'DisplayName' },
    });
  });

  it('refuses a customer or a relationship that nobody knows', async () => {
    const { handSample } = workspace();
    const customer = CustomerId.parse(ID);
    expect(await rejectionOf(() => handSample('csv/Subscriptions.csv', { customer }))).toEqual({
      kind: 'not-found',
      key: 'unknownCustomer',
      values: { customer: ID },
    });
    const relationship = DelegationId.parse('nothing');
    expect(await rejectionOf(() => handSample('graph/accessAssignments.json', { relationship }))).toMatchObject({
      kind: 'not-found',
      key: 'import.unknownRelationship',
    });
  });
});

describe('a row that cannot be read', () => {
  it('is rejected with its physical line, its column and the reason; the others are taken', async () => {
    const { hand } = workspace();
    const rows = [
      `${ID},"Contoso\r\nInc",a.example,Cloud Reseller`,
      'not-an-id,B,b.example,None',
      `${ID},C`,
      `${ID},"Contoso\r\nInc",a.example,Cloud Reseller`,
      `${ID},Other,a.example,Advisor`,
    ];
    const report = await hand('Customers.csv', [HEADER, ...rows].join('\r\n'));
    expect(report).toMatchObject({ rows: 5, added: 1, updated: 0, unchanged: 1 });
    expect(report.rejected).toEqual([
      { line: 4, column: 'Microsoft ID', key: 'notAGuid', values: { field: 'Microsoft ID', value: 'not-an-id' } },
      { line: 5, key: 'cellCount', values: { cells: 2, columns: 4 } },
      { line: 8, key: 'contradictsLine', values: { line: 2 } },
    ]);
  });

  it('is rejected for a quantity or a status that cannot be read', async () => {
    const { hand, handSample } = workspace();
    await handSample('csv/Customers.csv');
    const header = 'Subscription ID;Subscription;Quantity;Status;Reseller';
    const report = await hand('s.csv', `${header}\n${ID};A;many;Active;\n${ID};A;3;Dancing;\n${ID};A;3;已暂停;\n`, {
      customer: CustomerId.parse(ID),
    });
    expect(report.delimiter).toBe(';');
    expect(report.rejected.map(({ line, column, key }) => [line, column, key])).toEqual([
      [2, 'Quantity', 'notANumber'],
      [3, 'Status', 'unknownStatus'],
    ]);
    expect(report.added).toBe(1);
  });

  it('is rejected in a JSON list at the line where the item begins, with the field', async () => {
    const { hand } = workspace();
    const body = { items: [{ id: ID, companyProfile: { companyName: 'A' } }, { id: 'x', companyProfile: {} }, 7] };
    const report = await hand('customers.json', JSON.stringify(body, null, 1));
    expect(brief(report)).toMatchObject({ rows: 3, added: 1, rejected: ['9 unreadableField', '13 unreadableField'] });
    expect(report.rejected[0]?.column).toBe('id');
  });
});

describe('headers', () => {
  it.each([
    ['zh-CN', 'Microsoft ID,公司名称,主域名,关系', '云经销商'],
    ['zh-TW', 'Microsoft 識別碼\t公司名稱\t主要網域名稱\t關係', '雲端轉銷商'],
    ['spaced and shouted', ' MICROSOFT  id ;Company Name; primaryDomainName ;relationship', 'cloud reseller'],
  ])('are recognised when %s, in any order', async (_language, header, word) => {
    const { hand, dossier } = workspace();
    const delimiter = header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
    const report = await hand('c.csv', `\ufeff${header}\r\n${[ID, '华盛', 'a.example', word].join(delimiter)}\r\n`);
    expect(brief(report)).toMatchObject({ kind: 'portal-customers', added: 1 });
    expect(dossier(ID)).toMatchObject({ name: { value: '华盛' }, resellers: [{ via: null }] });
  });

  it('are recognised in the localised Subscriptions download', async () => {
    const { hand, handSample } = workspace();
    await handSample('csv/Customers.csv');
    const customer = CustomerId.parse(ID);
    const simplified = `订阅 ID,订阅,数量,状态,经销商\n${ID},Office 365 E3,"1,200",活动,\n`;
    expect(brief(await hand('s.csv', simplified, { customer }))).toMatchObject({
      kind: 'portal-subscriptions',
      added: 1,
    });
    const traditional = `訂用帳戶識別碼,訂用帳戶,數量,狀態,轉銷商\n${ID},Office 365 E3,1200,已暫停,\n`;
    expect(brief(await hand('t.csv', traditional, { customer }, '2026-11-21T00:00:00Z'))).toMatchObject({ updated: 1 });
  });

  it('takes the properly spelt CommaSeparatedRoles too', async () => {
    const { hand } = workspace();
    expect(brief(await hand('g.csv', `Id,DisplayName,CommaSeparatedRoles\n${ID},Tier 1,\n`))).toMatchObject({
      added: 1,
    });
  });
});

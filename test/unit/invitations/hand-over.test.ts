import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { TenantId } from '#shared/model/ids.ts';
import { asProvider, handOff, LINK, placeOf, refusalOf, US_ID } from '#test/unit/support/partner-consoles.ts';
import { RESELLER, STRANGER, US } from '#test/unit/support/questions.ts';

describe('an indirect provider', () => {
  it('hands one link to several of its resellers, a signed file and a mail for each', async () => {
    const provider = await asProvider();
    expect(await provider.invitations.handOver.key()).toEqual({ fingerprint: null });
    const resellers = [US_ID, TenantId.parse(RESELLER), US_ID];
    const made = await provider.invitations.handOver.write({ link: LINK, resellers, language: 'en' });
    expect(made.map(({ audience }) => audience)).toEqual([US, RESELLER]);
    expect(made.map(({ file, id }) => basename(file).startsWith(`${id}-`))).toEqual([true, true]);
    expect(basename(made[0]?.file ?? '')).toMatch(/^INV-20261122-[0-9A-F]{6}-First Up\.pchandoff$/);
    expect(await provider.invitations.handOver.list()).toEqual(made);
    expect((await provider.invitations.handOver.key()).fingerprint).toMatch(/^[\d ]{35}$/);
    for (const { file, mail } of made) {
      const draft = await simpleParser(await readFile(mail ?? ''));
      expect(draft.headers.get('x-unsent')).toBe('1');
      expect(draft.attachments[0]?.content.equals(await readFile(file))).toBe(true);
    }
  });

  it('hands nothing to anybody when one of them is no reseller of its own (R02)', async () => {
    const provider = await asProvider();
    const resellers = [US_ID, TenantId.parse(STRANGER)];
    const write = { link: LINK, resellers, language: 'en' as const };
    expect(await refusalOf(() => provider.invitations.handOver.write(write))).toEqual({
      kind: 'refused',
      key: 'resellerNotAllowed',
      values: { rule: 'R02', reseller: STRANGER },
    });
    expect(await provider.invitations.handOver.list()).toEqual([]);
    expect(await readdir(placeOf('provider-drafts')).catch(() => [])).toEqual([]);
  });

  it('may not hand over through a helpdesk agent (R08), nor a link that leads elsewhere', async () => {
    const provider = await asProvider({ staff: { id: 'h@provider.example', roles: ['helpdesk-agent'] } });
    const write = { link: LINK, resellers: [US_ID], language: 'en' as const };
    expect((await refusalOf(() => provider.invitations.handOver.write(write))).values).toMatchObject({ rule: 'R08' });
    const elsewhere = { ...write, link: 'https://admin.rnicrosoft.com/' };
    expect((await refusalOf(() => provider.invitations.handOver.write(elsewhere))).key).toBe('linkHost');
  });

  it('keeps its private key to itself', async () => {
    const provider = await asProvider();
    const { file } = await handOff(provider);
    const key = await readFile(join(placeOf('provider'), 'ledgers', 'signing-key.json'), 'utf8');
    const secret = key.split('\\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    expect(await readFile(file, 'utf8')).not.toContain(secret);
    expect(await readFile(join(placeOf('provider'), 'workspace.json'), 'utf8')).not.toContain(secret);
  });
});

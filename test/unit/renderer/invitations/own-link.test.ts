import { describe, expect, it } from 'vitest';
import { chosenLink, NO_LINK } from '#renderer/features/invitations/own-link.ts';
import type { OwnLink } from '#shared/contract/invitations.ts';

const own: OwnLink = {
  link: 'https://portal.partner.microsoftonline.cn/ours',
  provenance: { basis: 'observed', source: 'partner-center', asOf: '2026-11-20T00:00:00Z' },
  reading: { host: 'portal.partner.microsoftonline.cn', kind: null, cloud: '21vianet', partner: null, parameters: [] },
  problem: null,
};
const unusable: OwnLink = { ...own, reading: null, problem: { kind: 'bad-input', key: 'linkHost', values: {} } };

describe('the link of a form', () => {
  it('is our own from Partner Center unless somebody chose otherwise', () => {
    expect(chosenLink(NO_LINK, own)).toEqual({ by: 'own', link: own.link });
    expect(chosenLink({ by: 'pasted', pasted: '' }, own)).toEqual({ by: 'pasted', link: '' });
    expect(chosenLink({ by: 'own', pasted: 'https://elsewhere' }, own)).toEqual({ by: 'own', link: own.link });
  });

  it('is the pasted one where there is no own one, or none that may be used, even if it was chosen before', () => {
    for (const by of ['own', 'pasted', null] as const) {
      for (const known of [null, unusable]) {
        expect(chosenLink({ by, pasted: 'https://pasted' }, known)).toEqual({ by: 'pasted', link: 'https://pasted' });
      }
    }
  });

  it('of a saved draft stays what it was, though Partner Center tells another now', () => {
    expect(chosenLink({ by: null, pasted: 'https://saved' }, own)).toEqual({ by: 'pasted', link: 'https://saved' });
    expect(chosenLink({ by: null, pasted: own.link }, own).by).toBe('own');
  });
});

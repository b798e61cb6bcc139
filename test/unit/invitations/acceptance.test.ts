import { describe, expect, it } from 'vitest';
import { detectAcceptance, hintOn } from '#electron/invitations/acceptance.ts';
import { marked, undone } from '#electron/invitations/tracked.ts';
import { mergeObservation } from '#electron/sync/merge.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { InvitationId, TenantId } from '#shared/model/ids.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { aDossier, aGdap } from '#test/unit/support/dossiers.ts';
import { anInvitation } from '#test/unit/support/invitations.ts';
import { CUSTOMER, PROVIDER, US } from '#test/unit/support/questions.ts';

const us = TenantId.parse(US);
const INV = InvitationId.parse('INV-1');
const NOW = new Date('2026-11-22T08:00:00Z');
const ACT = { at: '2026-11-21T12:00:00Z', by: 'li' };
const INVITED = '2026-11-10T09:00:00Z';
const DELEGATION = 'c45e5ffb-a8e2-4f0a-91ab-31d4f5fd4f11-7dc46f3b-0000-4000-8000-000000000001';
const GDAP_LINK = `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${DELEGATION}`;

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00Z`;

/** The dossier after a list of customers, as of a day of November, showed this relationship. */
function seen(dossier: Dossier, number: number, word: 'Cloud Reseller' | 'None' | 'Advisor' | 'Revendeur'): Dossier {
  const relationship = { word, partner: us, reseller: word === 'Cloud Reseller' };
  const observation = { about: 'customer', customer: dossier.id, relationship } as const;
  return mergeObservation(dossier, observation, { source: `file:${number}.csv`, asOf: day(number) }).dossier;
}

const customer = (...invitations: Invitation[]) => aDossier(CUSTOMER, '青岛远洋物流集团', { invitations });
const invited = () => customer(anInvitation('INV-1', INVITED));
/** The same, seen without the relationship a few days before. */
const seenWithout = () => seen(invited(), 5, 'None');
const hints = (dossier: Dossier) => dossier.invitations.map((one) => hintOn(one, dossier, us));
const statusOf = (dossier: Dossier) => dossier.invitations.map(({ status }) => status);
const detect = (dossier: Dossier) => detectAcceptance(dossier, us, NOW);

describe('a reseller invitation', () => {
  it('is accepted when the customer came to have the relationship after it', () => {
    const accepted = detect(seen(seenWithout(), 20, 'Cloud Reseller'));
    const provenance = { basis: 'observed', source: 'file:20.csv', asOf: day(20) };
    expect(accepted.invitations[0]).toMatchObject({
      status: 'accepted',
      history: [
        { status: 'exported' },
        {
          status: 'accepted',
          at: NOW.toISOString(),
          by: 'console',
          evidence: {
            fact: 'reseller-relationship',
            delegation: null,
            absentAsOf: day(5),
            absentSource: 'file:5.csv',
            provenance,
          },
        },
      ],
    });
    expect(accepted.history.at(-1)).toEqual({
      at: NOW.toISOString(),
      by: 'console',
      event: 'invitation-accepted',
      source: 'file:20.csv',
      subjects: ['invitation:INV-1'],
    });
  });

  it.each(['None', 'Advisor'] as const)('is accepted when the last word before was %s', (word) => {
    const dossier = detect(seen(seen(invited(), 15, word), 20, 'Cloud Reseller'));
    expect(statusOf(dossier)).toEqual(['accepted']);
    expect(hints(dossier)).toEqual([null]);
  });

  it('is not accepted while it is a draft, which nobody got', () => {
    const draft: Invitation = { ...anInvitation('INV-1', INVITED), status: 'drafted' };
    const dossier = seen(seen(customer(draft), 15, 'None'), 20, 'Cloud Reseller');
    expect(detect(dossier)).toBe(dossier);
    expect(hints(dossier)).toEqual([null]);
  });

  it('stays open, with a hint, when nothing was known of the relationship before it was seen: it may be older', () => {
    const dossier = seen(invited(), 20, 'Cloud Reseller');
    expect(dossier.resellers).toMatchObject([{ since: day(20), absentAsOf: null }]);
    expect(detect(dossier)).toBe(dossier);
    expect(hints(dossier)).toEqual(['maybe-older']);
    expect(hints(seen(dossier, 22, 'Cloud Reseller'))).toEqual(['maybe-older']);
    const accepted = marked(dossier, INV, 'accepted', ACT);
    expect([statusOf(accepted), hints(accepted)]).toEqual([['accepted'], [null]]);
  });

  it('stays open, with a hint, when the word before was one that we do not know', () => {
    const dossier = seen(seen(invited(), 15, 'Revendeur'), 20, 'Cloud Reseller');
    expect(detect(dossier)).toBe(dossier);
    expect(hints(dossier)).toEqual(['maybe-older']);
  });

  it('is accepted when an older list, imported later, shows that the relationship was not there', () => {
    const dossier = seen(seen(invited(), 20, 'Cloud Reseller'), 12, 'None');
    expect(dossier.relationship?.value).toBe('Cloud Reseller');
    expect(statusOf(detect(dossier))).toEqual(['accepted']);
  });

  it('is not accepted when an older list, imported later, shows that the relationship was there before', () => {
    const dossier = seen(seen(seen(invited(), 20, 'Cloud Reseller'), 8, 'Cloud Reseller'), 3, 'None');
    expect(dossier.resellers).toMatchObject([{ since: day(8), absentAsOf: day(3) }]);
    expect(detect(dossier)).toBe(dossier);
    expect(hints(dossier)).toEqual([null]);
  });

  it('stays open, with a hint, when an older list shows that the relationship ended and came back unseen', () => {
    const dossier = seen(seen(seen(invited(), 5, 'Cloud Reseller'), 20, 'Cloud Reseller'), 7, 'None');
    expect(dossier.resellers).toMatchObject([{ since: null, absentAsOf: day(7) }]);
    expect(detect(dossier)).toBe(dossier);
    expect(hints(dossier)).toEqual(['maybe-older']);
  });

  it('is not accepted by a relationship that was there before, however often it is seen again', () => {
    const before = seen(invited(), 5, 'Cloud Reseller');
    const again = seen(seen(before, 15, 'Cloud Reseller'), 20, 'Cloud Reseller');
    expect(again.relationship?.asOf).toBe(day(20));
    expect(detect(again)).toBe(again);
    expect(hints(again)).toEqual([null]);
  });

  it('is accepted when a relationship that was there before had ended in between', () => {
    const before = seen(invited(), 5, 'Cloud Reseller');
    const back = seen(seen(before, 15, 'None'), 20, 'Cloud Reseller');
    expect(statusOf(detect(back))).toEqual(['accepted']);
  });

  it('stays open, with a hint, by a relationship of which nobody kept since when it is there', () => {
    const provenance = { basis: 'observed', source: 'file:Customers.csv', asOf: day(20) };
    const dossier = aDossier(CUSTOMER, 'Contoso', {
      resellers: [{ partner: US, via: null, provenance }],
      invitations: [anInvitation('INV-1', INVITED)],
    });
    expect(detect(dossier)).toBe(dossier);
    expect(hints(dossier)).toEqual(['maybe-older']);
    const before = anInvitation('INV-2', day(21));
    expect(hints({ ...dossier, invitations: [before] })).toEqual([null]);
  });

  it('is not accepted by a relationship with another partner', () => {
    const provenance = { basis: 'observed', source: 'file:Customers.csv', asOf: day(20) };
    const dossier = aDossier(CUSTOMER, 'Contoso', {
      resellers: [{ partner: PROVIDER, via: null, since: day(20), absentAsOf: day(5), provenance }],
      invitations: [anInvitation('INV-1', INVITED)],
    });
    expect(detect(dossier)).toBe(dossier);
    expect(hints(dossier)).toEqual([null]);
  });

  it('is accepted once: the same facts again change nothing, not even the object', () => {
    const accepted = detect(seen(seenWithout(), 20, 'Cloud Reseller'));
    expect(detect(accepted)).toBe(accepted);
    const later = seen(accepted, 21, 'Cloud Reseller');
    expect(detect(later)).toBe(later);
  });

  it('stays ended when staff ended it, whatever is seen', () => {
    for (const end of ['withdrawn', 'stale', 'superseded'] as const) {
      const dossier = seen(marked(seenWithout(), INV, end, ACT), 20, 'Cloud Reseller');
      expect(detect(dossier)).toBe(dossier);
      expect(hints(seen(marked(invited(), INV, end, ACT), 20, 'Cloud Reseller'))).toEqual([null]);
    }
  });

  it('is not accepted again by evidence that staff took back', () => {
    const back = undone(detect(seen(seenWithout(), 20, 'Cloud Reseller')), INV, ACT);
    expect(statusOf(back)).toEqual(['exported']);
    expect(detect(back)).toBe(back);
    const again = seen(back, 21, 'Cloud Reseller');
    expect(detect(again)).toBe(again);
    expect(hints(again)).toEqual([null]);
    expect(statusOf(marked(again, INV, 'accepted', ACT))).toEqual(['accepted']);
  });

  it('is accepted by a new relationship after staff took the evidence of an earlier one back', () => {
    const back = undone(detect(seen(seenWithout(), 12, 'Cloud Reseller')), INV, ACT);
    const anew = seen(seen(back, 15, 'None'), 20, 'Cloud Reseller');
    expect(statusOf(detect(anew))).toEqual(['accepted']);
  });

  it('is accepted with every other open one that asked for the same, and not with a later one', () => {
    const dossier = customer(
      anInvitation('INV-1', INVITED),
      anInvitation('INV-2', day(11), { language: 'en' }),
      anInvitation('INV-3', day(21)),
    );
    const asked = seen(dossier, 5, 'None');
    expect(statusOf(detect(seen(asked, 20, 'Cloud Reseller')))).toEqual(['accepted', 'accepted', 'exported']);
    expect(hints(seen(dossier, 20, 'Cloud Reseller'))).toEqual(['maybe-older', 'maybe-older', null]);
  });
});

describe('a GDAP invitation', () => {
  const request = anInvitation('INV-1', INVITED, { kind: 'gdap', link: GDAP_LINK });
  const knowing = (more: Record<string, unknown>, asOf = day(20)) =>
    aDossier(CUSTOMER, 'Contoso', {
      invitations: [request],
      delegations: [
        aGdap({ id: DELEGATION, provenance: { basis: 'observed', source: 'graph', asOf }, activatedAt: null, ...more }),
      ],
    });

  it('is accepted when the relationship that its link names became active after it', () => {
    const accepted = detect(knowing({ activatedAt: day(14) }));
    expect(accepted.invitations[0]?.history.at(-1)).toMatchObject({
      status: 'accepted',
      by: 'console',
      evidence: { fact: 'gdap-active', delegation: DELEGATION, provenance: { source: 'graph', asOf: day(20) } },
    });
    expect(statusOf(detect(knowing({})))).toEqual(['accepted']);
  });

  it('is accepted even if the relationship has ended since', () => {
    expect(statusOf(detect(knowing({ status: 'terminated', activatedAt: day(14) })))).toEqual(['accepted']);
  });

  it.each([
    ['waits for approval', { status: 'approvalPending' }, day(20)],
    ['is approved and not yet active', { status: 'activating' }, day(20)],
    ['was active before', { activatedAt: day(2) }, day(20)],
    ['was last seen before', {}, day(9)],
    ['is another one', { id: DELEGATION.replace('c45e', 'ffff') }, day(20)],
    ['is not GDAP', { kind: 'dap' }, day(20)],
  ])('is not accepted when the relationship %s', (_, more, asOf) => {
    const dossier = knowing(more, asOf);
    expect(detect(dossier)).toBe(dossier);
  });

  it('is not accepted by the reseller relationship, nor a reseller invitation by GDAP', () => {
    const gdapInvited = seen(seen(customer(request), 5, 'None'), 20, 'Cloud Reseller');
    expect(detect(gdapInvited)).toBe(gdapInvited);
    expect(hints(seen(customer(request), 20, 'Cloud Reseller'))).toEqual([null]);
    const dossier = { ...knowing({ activatedAt: day(14) }), invitations: [anInvitation('INV-1', INVITED)] };
    expect(detect(dossier)).toBe(dossier);
  });

  it('is not accepted again by evidence that staff took back', () => {
    const back = undone(detect(knowing({ activatedAt: day(14) })), INV, ACT);
    expect(detect(back)).toBe(back);
  });
});

import { describe, expect, it } from 'vitest';
import { isPassable, waysOf } from '#renderer/features/invitations/ways.ts';
import type { InvitationFlow } from '#shared/contract/invitations.ts';
import { InvitationId } from '#shared/model/ids.ts';
import type { Outcome } from '#shared/model/policy.ts';

function flow(name: InvitationFlow['flow'], outcome: Outcome, received?: string): InvitationFlow {
  return {
    flow: name,
    received: received === undefined ? null : InvitationId.parse(received),
    answer: {
      action: 'invitation.create',
      properties: {},
      decision: outcome === 'allow',
      context: { outcome, rule: 'R01', reasons: [], missing: [], remedies: [], obligations: [] },
    },
  };
}

const order = (flows: readonly InvitationFlow[]) => waysOf(flows).map((way) => way.flow);

describe('the ways of inviting a customer', () => {
  it('begin with creating for a provider, and know no forwarding', () => {
    expect(order([flow('gdap', 'unknown'), flow('create', 'allow')])).toEqual(['create', 'gdap']);
  });

  it('begin with asking for a reseller that has no link yet, and end with the creation that is closed to it', () => {
    const ways = waysOf([flow('create', 'deny'), flow('gdap', 'unknown'), flow('ask-provider', 'allow')]);
    expect(ways.map((way) => way.flow)).toEqual(['ask-provider', 'forward', 'gdap', 'create']);
    expect(ways.map(isPassable)).toEqual([true, true, false, false]);
    expect(ways[1]).toMatchObject({ answer: null, received: [] });
  });

  it('begin with forwarding for a reseller that has a link', () => {
    expect(order([flow('create', 'deny'), flow('ask-provider', 'allow'), flow('forward', 'allow', 'A')])).toEqual([
      'forward',
      'ask-provider',
      'create',
    ]);
  });

  it('offer forwarding as soon as one of the received links may be forwarded, and that one first', () => {
    const [forward] = waysOf([flow('forward', 'deny', 'A'), flow('forward', 'allow', 'B')]);
    expect(forward && isPassable(forward)).toBe(true);
    expect(forward?.received.map(({ id }) => id)).toEqual(['B', 'A']);
  });

  it('close forwarding where no received link may be forwarded', () => {
    const [forward] = waysOf([flow('forward', 'deny', 'A')]);
    expect(forward && isPassable(forward)).toBe(false);
  });
});

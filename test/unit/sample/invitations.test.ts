import { describe, expect, it } from 'vitest';
import { detectAcceptance } from '#electron/invitations/acceptance.ts';
import { knownLinkHosts, readInvitationLink } from '#electron/invitations/link.ts';
import { listInvitations } from '#electron/invitations/pipeline.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_US } from '#electron/sample/partner.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { kindTakenFor } from '#shared/model/invitation.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const dossiers = sampleDossiers(NOW);
const invitations = dossiers.flatMap((dossier) => dossier.invitations);

describe('the invitations of the sample', () => {
  it('are in every state, and some need attention', async () => {
    const { counts, nudges } = await listInvitations(dossiers, { search: '', offset: 0, limit: 100 }, NOW, SAMPLE_US);
    for (const [status, count] of Object.entries(counts)) expect(count, status).toBeGreaterThan(0);
    expect(nudges).toBeGreaterThan(0);
  });

  it('stand where their last step left them, in the order of time, and none in the future', () => {
    for (const { createdAt, history, id, status } of invitations) {
      expect(history.at(-1)?.status, id).toBe(status);
      expect(history[0]?.at).toBe(createdAt);
      const times = [...history.map(({ at }) => Date.parse(at)), NOW.getTime()];
      expect(times, id).toEqual([...times].sort((one, other) => one - other));
    }
    expect(new Set(invitations.map(({ id }) => id)).size).toBe(invitations.length);
  });

  it('are what the console would have made of the facts', () => {
    for (const dossier of dossiers) {
      expect(detectAcceptance(dossier, SAMPLE_US, NOW)).toBe(dossier);
      const open = dossier.invitations.map((one) =>
        one.status === 'accepted' ? { ...one, status: 'sent' as const } : one,
      );
      const found = detectAcceptance({ ...dossier, invitations: open }, SAMPLE_US, NOW);
      expect(found.invitations.map(({ status }) => status)).toEqual(dossier.invitations.map(({ status }) => status));
    }
  });

  it('lead to known hosts, and fit the model', () => {
    const hosts = knownLinkHosts('21vianet');
    for (const { kind, link } of invitations) {
      expect(kindTakenFor(readInvitationLink(link, '21vianet', hosts).kind)).toBe(kind);
    }
    for (const dossier of dossiers) expect(Dossier.parse(dossier)).toEqual(dossier);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUndoable, nextSteps, withoutLastStep, withStep } from '#electron/invitations/life-cycle.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { type Invitation, InvitationStatus, type InvitationStep, isOpen, LANGUAGES } from '#shared/model/invitation.ts';
import { anInvitation } from '#test/unit/support/invitations.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';

const AT = '2026-11-22T08:00:00Z';
const EVERY = InvitationStatus.options;
const ENDS = ['accepted', 'superseded', 'stale', 'withdrawn'] as const;

const step = (status: InvitationStatus): InvitationStep => ({ status, at: AT, by: 'li', evidence: null });

/** An invitation whose first step left it in this state. */
const inState = (status: InvitationStatus): Invitation =>
  anInvitation('INV-1', AT, { status, history: [{ status, at: AT, by: 'li' }] });

/** An invitation somewhere in its life: a first state, then any steps there are. */
const life: fc.Arbitrary<Invitation> = fc
  .tuple(fc.constantFrom('drafted' as const, 'exported' as const), fc.array(fc.nat({ max: 9 }), { maxLength: 4 }))
  .map(([first, choices]) => {
    let invitation = inState(first);
    for (const choice of choices) {
      const next = nextSteps(invitation.status);
      const status = next[choice % Math.max(1, next.length)];
      if (status) invitation = withStep(invitation, step(status));
    }
    return invitation;
  });

describe('the life of an invitation', () => {
  it.each([
    ['drafted', ['exported', 'sent', 'forwarded', 'accepted', 'stale', 'withdrawn']],
    ['exported', ['sent', 'forwarded', ...ENDS]],
    ['sent', ['forwarded', ...ENDS]],
    ['forwarded', [...ENDS]],
    ['accepted', []],
    ['superseded', []],
    ['stale', []],
    ['withdrawn', []],
  ] as const)('leads from %s to %j and nowhere else', (from, to) => {
    for (const status of EVERY) {
      if (to.some((one) => one === status)) {
        expect(withStep(inState(from), step(status)).status).toBe(status);
      } else {
        expect(problemOf(() => withStep(inState(from), step(status)))).toMatchObject({
          kind: 'refused',
          values: { invitation: 'INV-1', statusNow: from, statusNext: status },
        });
      }
    }
  });

  it('is marked and undone without a trace', () => {
    fc.assert(
      fc.property(life, fc.constantFrom(...EVERY), (invitation, status) => {
        fc.pre(nextSteps(invitation.status).includes(status));
        const marked = withStep(invitation, step(status));
        expect(marked).toMatchObject({ status, history: [...invitation.history, step(status)] });
        expect(withoutLastStep(marked)).toEqual(invitation);
      }),
    );
  });

  it('never goes on after an end, but by undo', () => {
    fc.assert(
      fc.property(life, fc.constantFrom(...EVERY), (invitation, status) => {
        fc.pre(!isOpen(invitation));
        expect(problemOf(() => withStep(invitation, step(status))).key).toBe('invitationEnded');
        expect(isOpen(withoutLastStep(invitation))).toBe(true);
      }),
    );
  });

  it('always says where it stands by its last step, whatever is done and undone', () => {
    fc.assert(
      fc.property(life, (start) => {
        let invitation = start;
        while (isUndoable(invitation)) {
          expect(invitation.status).toBe(invitation.history.at(-1)?.status);
          invitation = withoutLastStep(invitation);
        }
        expect(invitation.history).toHaveLength(1);
        expect(invitation.status).toBe(invitation.history[0]?.status);
        expect(problemOf(() => withoutLastStep(invitation)).key).toBe('invitationFirstStep');
      }),
    );
  });

  it('forgets what took its place when that is undone', () => {
    const superseded = { ...withStep(inState('sent'), step('superseded')), supersededBy: anInvitation('INV-2', AT).id };
    expect(withoutLastStep(superseded)).toEqual(inState('sent'));
  });

  it('has no file when it is a draft again, and keeps it otherwise', () => {
    const exported = { ...withStep(inState('drafted'), step('exported')), file: '/drafts/INV-1.eml' };
    expect(withoutLastStep(exported).file).toBeNull();
    expect(withoutLastStep(withStep(exported, step('sent'))).file).toBe('/drafts/INV-1.eml');
  });

  it('keeps evidence that was taken back', () => {
    const provenance = { basis: 'observed', source: 'file:Customers.csv', asOf: AT } as const;
    const evidence = {
      fact: 'reseller-relationship',
      delegation: null,
      absentAsOf: null,
      absentSource: null,
      provenance,
    } as const;
    const accepted = withStep(inState('sent'), { status: 'accepted', at: AT, by: 'console', evidence });
    expect(withoutLastStep(accepted)).toEqual({ ...inState('sent'), refused: [evidence] });
  });

  it.each([
    ['en', /“Exported”.*“Drafted”/],
    ['zh-CN', /“已导出”.*“已起草”/],
    ['zh-TW', /「已匯出」.*「已起草」/],
  ] as const)('refuses a step by naming both states in %s', (language, sentence) => {
    const problem = problemOf(() => withStep(inState('exported'), step('drafted')));
    expect(problemSentence(problem, language)).toMatch(sentence);
  });

  it('says in every language why an end or a first step stays', () => {
    for (const language of LANGUAGES) {
      const ended = problemOf(() => withStep(inState('accepted'), step('sent')));
      expect(problemSentence(ended, language)).toMatch(/INV-1/);
      const first = problemOf(() => withoutLastStep(inState('drafted')));
      expect(problemSentence(first, language)).not.toMatch(/drafted|\{/);
    }
  });
});

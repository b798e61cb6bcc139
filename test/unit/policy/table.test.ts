import { describe, expect, it } from 'vitest';
import { decide, RULES, readRequest, ruleEntry } from '#electron/policy/index.ts';
import { rawRequestAt, SPACE_SIZE } from '#test/proof/space.ts';
import { customerAdmin, requestOf } from '#test/unit/support/questions.ts';

const entry = (id: string) => {
  const rule = RULES.find((one) => one.id === id);
  if (!rule) throw new Error(`No rule ${id}`);
  return ruleEntry(rule);
};

/** A few thousand questions spread over the whole fact space. */
const STEP = 211;

describe('what a rule says of itself', () => {
  it('holds: it takes part only on its clouds, in its actions, for its programs', () => {
    for (let index = 0; index < SPACE_SIZE; index += STEP) {
      const question = readRequest(rawRequestAt(index));
      const { subject, action, context } = question;
      const ours = subject.type === 'partner-staff' ? subject.properties.programs : undefined;
      for (const { rule, effect } of decide(question).context.reasons) {
        if (rule === 'R00') continue;
        const said = entry(rule);
        expect(said.clouds).toContain(context.cloud);
        expect(said.actions).toContain(action.name);
        expect(said.effects.includes(effect) || effect === 'unknown').toBe(true);
        if (ours && said.programs.length > 0 && effect !== 'unknown') {
          expect(
            ours.some((program) => said.programs.includes(program)),
            `${rule} for ${ours.join()}`,
          ).toBe(true);
        }
      }
    }
  });

  it('knows which staff roles a kind of delegation is for', () => {
    expect(entry('R20').roles).toEqual(['admin-agent', 'global-admin']);
    expect(entry('R29').roles).toEqual(['admin-agent', 'sales-agent', 'global-admin']);
  });

  it('names the page that says otherwise beside the one it rests on', () => {
    expect(entry('R19').sources.map(({ date }) => date)).toEqual([null, '2023-10']);
  });
});

describe('the delegated admin relationship administrator', () => {
  const accept = (time: string) =>
    decide(
      readRequest(
        requestOf({
          subject: customerAdmin('delegated-admin-relationship-admin'),
          action: 'invitation.accept',
          on: { type: 'invitation', properties: { kind: 'gdap' } },
          time,
        }),
      ),
    ).decision;

  it('accepts GDAP since April 2026, not before', () => {
    expect(accept('2026-03-31T23:59:59Z')).toBe(false);
    expect(accept('2026-04-01T00:00:00Z')).toBe(true);
  });
});

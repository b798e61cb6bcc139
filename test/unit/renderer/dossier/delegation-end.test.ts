import { describe, expect, test } from 'vitest';
import { endToTell, nextEnd } from '#renderer/features/dossier/delegation-end.ts';

describe('the end of a delegation', () => {
  test('stands out when it is near and nothing extends it', () => {
    expect(endToTell({ status: 'active', autoExtend: false }, 30)).toEqual({ words: 'endsIn', soon: true });
    expect(endToTell({ status: 'active', autoExtend: null }, 0)).toEqual({ words: 'endsIn', soon: true });
    expect(endToTell({ status: 'active', autoExtend: false }, 31)).toEqual({ words: 'endsIn', soon: false });
  });

  test('is no end where the delegation extends itself', () => {
    expect(endToTell({ status: 'active', autoExtend: true }, 3)).toEqual({ words: 'extendsIn', soon: false });
    expect(endToTell({ status: 'active', autoExtend: true }, -3)).toEqual({ words: 'wasToExtend', soon: false });
  });

  test('is not counted down once the delegation is over', () => {
    expect(endToTell({ status: 'terminated', autoExtend: false }, 200)).toEqual({ words: 'wasToEnd', soon: false });
    expect(endToTell({ status: 'terminated', autoExtend: true }, 5)).toEqual({ words: 'wasToEnd', soon: false });
    expect(endToTell({ status: 'expired', autoExtend: false }, -14)).toEqual({ words: 'endedOn', soon: false });
  });

  test('that passed without the status saying so is told in days', () => {
    expect(endToTell({ status: 'active', autoExtend: false }, -2)).toEqual({ words: 'ended', soon: false });
  });
});

describe('the next end', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const ends = (...instants: (string | null)[]) => instants.map((endsAt) => ({ endsAt }));

  test('is the soonest that lies ahead, in whichever zone it is written', () => {
    const list = ends('2026-12-01T00:00:00Z', '2026-11-30T22:00:00-05:00', '2026-11-21T00:00:00Z', null);
    expect(nextEnd(list, now)).toBe('2026-12-01T00:00:00Z');
  });

  test('is none when all have passed or are unknown', () => {
    expect(nextEnd(ends('2026-11-21T00:00:00Z', null), now)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { toldOfStart } from '#electron/hosts/desktop/failed-start.ts';
import { ProblemError } from '#shared/model/problem.ts';

describe('a start of the desktop that failed', () => {
  it.each([
    ['a folder that may not be written', 'workspaceUnusable', { folder: '/w', reason: 'EROFS' }],
    ['a verb that stays at work', 'workspaceAtWork', { folder: '/w', holder: 'cli (process 7)' }],
    ['a lock of another machine', 'workspaceHeld', { folder: '/w', holder: 'x', machine: 'm', file: '/w/lock.json' }],
    ['a file that nobody opens', 'filesNotOpened', { folder: '/w', holder: 'x', file: '/f' }],
  ])('tells of %s, in a language of its reader', (_, key, values) => {
    const error = new ProblemError('busy', key, values);
    expect(toldOfStart(error, ['en-GB'])).toContain('/w');
    expect(toldOfStart(error, ['zh-CN'])).toMatch(/\p{Script=Han}/u);
  });

  it('tells of what nobody expected in its own words', () => {
    expect(toldOfStart(new Error('no such bundle'), ['de'])).toBe('no such bundle');
  });

  it('tells nothing where another window came to the front', () => {
    expect(toldOfStart(new ProblemError('busy', 'workspaceBusy', { folder: '/w', holder: 'x' }), ['en'])).toBeNull();
  });
});

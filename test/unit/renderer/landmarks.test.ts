import { describe, expect, it } from 'vitest';
import { landmarkAfter } from '#renderer/app/landmarks.ts';

const PARTS = ['navigation', 'list', 'dossier'] as const;

describe('going round the parts of the window', () => {
  it('leads on, and from the last to the first', () => {
    expect(landmarkAfter(PARTS, 'list', false)).toBe('dossier');
    expect(landmarkAfter(PARTS, 'dossier', false)).toBe('navigation');
  });

  it('leads back, and from the first to the last', () => {
    expect(landmarkAfter(PARTS, 'list', true)).toBe('navigation');
    expect(landmarkAfter(PARTS, 'navigation', true)).toBe('dossier');
  });

  it('begins at an end when the focus is in none of them', () => {
    expect(landmarkAfter(PARTS, undefined, false)).toBe('navigation');
    expect(landmarkAfter(PARTS, undefined, true)).toBe('dossier');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmlessStyle } from '#renderer/features/invitations/mail-html.ts';

describe('styles of a previewed mail', () => {
  test('are spelled as React wants them', () => {
    expect(harmlessStyle('font-size: 16px; LINE-HEIGHT:1.5; background-color:#0f6cbd !important')).toEqual({
      fontSize: '16px',
      lineHeight: '1.5',
      backgroundColor: '#0f6cbd',
    });
  });

  test.each([
    'background: url(https://tracker.example/pixel)',
    'position: fixed',
    'z-index: 9',
    'behavior: url(x)',
    'color: expression(alert(1))',
    'font-family',
    '',
  ])('“%s” is left out', (declaration) => {
    expect(harmlessStyle(declaration)).toEqual({});
  });

  test('no declaration whatever lets the preview fetch', () => {
    fc.assert(
      fc.property(fc.constantFrom('background', 'color', 'border', 'list-style'), fc.string(), (name, noise) => {
        const values = Object.values(harmlessStyle(`${name}: ${noise}url(https://tracker.example/${noise}`));
        expect(values.join(' ')).not.toMatch(/url\(/i);
      }),
    );
  });
});

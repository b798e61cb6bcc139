import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LanguageProvider } from '#renderer/app/i18n.tsx';
import { useChangeWords } from '#renderer/features/sync/use-change-words.ts';
import type { Language } from '#shared/model/invitation.ts';
import type { Change } from '#shared/model/sync.ts';

beforeEach(() => vi.stubGlobal('navigator', { languages: ['en-US'] }));
afterEach(() => vi.unstubAllGlobals());

const OURS = '0d3f2c66-55c7-4c5d-9f0b-5d1b0a6c7e11';
const nameOf = (tenant: string) => (tenant === OURS ? 'Fabrikam' : tenant);

/** The lines that tell what a change came to. */
function linesOf(change: Change, language: Language = 'en'): string[] {
  let lines: readonly string[] = [];
  function Lines() {
    lines = useChangeWords(nameOf).fields(change);
    return null;
  }
  renderToStaticMarkup(
    <LanguageProvider language={language}>
      <Lines />
    </LanguageProvider>,
  );
  return [...lines];
}

const changed = (what: Change['what'], field: string, before: string | null, after: string | null): Change => ({
  what,
  id: 'id',
  name: null,
  how: 'changed',
  fields: [{ field, before, after }],
});

describe('what a sync changed, in words', () => {
  test('a status is that of a subscription or of a delegation, whichever changed', () => {
    expect(linesOf(changed('subscription', 'status', 'active', 'suspended'))).toEqual(['Status: Active → Suspended']);
    expect(linesOf(changed('delegation', 'status', 'active', 'expiring'))).toEqual(['Status: Active → Expiring']);
  });

  test('channels, seats, yes and no, and what is not known have words of their own', () => {
    expect(linesOf(changed('subscription', 'channel', 'direct', 'csp-own'))).toEqual([
      'Purchase channel: Direct → CSP, ours',
    ]);
    expect(linesOf(changed('subscription', 'quantity', '900', '1250'))).toEqual(['Seats: 900 → 1,250']);
    expect(linesOf(changed('customer', 'delegatedAccess', null, 'true'))).toEqual(['DAP: not known → yes']);
  });

  test('roles are named, and durations counted in days', () => {
    const [helpdesk, license] = ['729827e3-9c14-49f7-bb1b-9608f156bbb8', '4d6ac14f-3453-41d0-bef9-a3e0c569773a'];
    expect(linesOf(changed('delegation', 'roles', helpdesk, `${license} ${helpdesk}`))).toEqual([
      'Roles: Helpdesk Administrator → License Administrator and Helpdesk Administrator',
    ]);
    expect(linesOf(changed('delegation', 'duration', 'P1D', 'P730D'))).toEqual(['Duration: 1 day → 730 days']);
  });

  test('a partner is named where we know it', () => {
    const stranger = '5b1f7d0e-8a44-4e57-9c22-0f6f3d9a2b10';
    expect(linesOf(changed('delegation', 'partner', stranger, OURS))).toEqual([`Held by: ${stranger} → Fabrikam`]);
  });

  test('in each language', () => {
    expect(linesOf(changed('subscription', 'status', 'active', 'suspended'), 'zh-CN')).toEqual(['状态：有效 → 已暂停']);
    expect(linesOf(changed('subscription', 'status', 'active', 'suspended'), 'zh-TW')).toEqual([
      '狀態：使用中 → 已暫停',
    ]);
  });

  test('a field or word that nobody knows stands for itself', () => {
    expect(linesOf(changed('subscription', 'status', 'active', 'dormant'))).toEqual(['Status: Active → dormant']);
    expect(linesOf(changed('customer', 'colour', 'red', 'blue'))).toEqual(['colour: red → blue']);
  });
});

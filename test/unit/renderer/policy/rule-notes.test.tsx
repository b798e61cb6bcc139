import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LanguageProvider } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import type { ActionName } from '#shared/model/policy.ts';

/** Whether a note stands beside the rule, where it is told on account of an action. */
function hasNote(rule: string, action: ActionName): boolean {
  function Note() {
    return useWords().ruleNote(rule, action);
  }
  const said = renderToStaticMarkup(
    <LanguageProvider language="en">
      <Note />
    </LanguageProvider>,
  );
  return said !== '';
}

test('that the sources differ on who may make requests is told of requests and invitations alone', () => {
  expect(hasNote('R08', 'delegation.request')).toBe(true);
  expect(hasNote('R08', 'invitation.create')).toBe(true);
  expect(hasNote('R08', 'customer.view')).toBe(false);
  expect(hasNote('R08', 'subscription.provision')).toBe(false);
});

test('the notes of other rules are told of all that they speak of', () => {
  expect(hasNote('R13', 'delegation.request')).toBe(true);
  expect(hasNote('R26', 'subscription.provision')).toBe(true);
  expect(hasNote('R11', 'subscription.provision')).toBe(false);
});

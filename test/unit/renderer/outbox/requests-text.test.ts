import { expect, test } from 'vitest';
import { requestsAsText } from '#renderer/features/outbox/requests-text.ts';

test('requests are copied in their order, each with its address and its body where it has one', () => {
  expect(
    requestsAsText([
      { method: 'GET', url: 'https://graph.example/1', body: null },
      { method: 'POST', url: 'https://graph.example/1/requests', body: { action: 'terminate' } },
    ]),
  ).toBe('GET https://graph.example/1\n\nPOST https://graph.example/1/requests\n{\n  "action": "terminate"\n}');
});

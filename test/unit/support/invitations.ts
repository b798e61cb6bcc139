import { Invitation } from '#shared/model/invitation.ts';
import { US } from './questions.ts';

export const LINK = 'https://portal.partner.microsoftonline.cn/invitation?id=1';

/** An invitation of ours that was exported and not touched since, plus what the test says. */
export function anInvitation(id: string, createdAt: string, more: Record<string, unknown> = {}): Invitation {
  return Invitation.parse({
    id,
    kind: 'reseller',
    link: LINK,
    createdBy: US,
    to: 'admin@customer.example',
    language: 'zh-CN',
    status: 'exported',
    author: 'li@partner.example',
    file: null,
    createdAt,
    history: [{ status: 'exported', at: createdAt, by: 'li@partner.example' }],
    ...more,
  });
}

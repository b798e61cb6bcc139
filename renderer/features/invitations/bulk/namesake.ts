import type { InvitationTemplate, Language } from '#shared/model/invitation.ts';

type Templates = readonly InvitationTemplate[];

/** Templates of one name stand for each other, each in its language. */
export const alike = (one: InvitationTemplate, other: InvitationTemplate) =>
  one.kind === other.kind && one.name === other.name && one.scope === other.scope;

/** The id of the chosen template, or of its namesake in another language; `null` where that language has none. */
export function namesake(templates: Templates, chosen: string | null, language: Language | 'customer'): string | null {
  const template = templates.find(({ id }) => id === chosen);
  if (!template || language === 'customer') return template?.id ?? null;
  return templates.find((one) => alike(one, template) && one.language === language)?.id ?? null;
}

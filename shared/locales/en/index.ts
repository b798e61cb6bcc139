import { dossier } from './dossier.ts';
import { importing, importProblems, rejections } from './imports.ts';
import { invitationProblems, inviting, mail } from './invitations.ts';
import { generalProblems } from './problems.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';
import { window } from './window.ts';

export const messages = {
  terms,
  rules,
  window,
  dossier,
  importing,
  inviting,
  mail,
  rejections,
  problems: { ...generalProblems, ...importProblems, ...invitationProblems },
};

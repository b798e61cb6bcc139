import { capabilities } from './capabilities.ts';
import { dossier } from './dossier.ts';
import { explain } from './explain.ts';
import { importing, importProblems, rejections } from './imports.ts';
import { invitationProblems, inviting, mail } from './invitations.ts';
import { generalProblems } from './problems.ts';
import { ruleBrowser } from './rule-browser.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';
import { whatIf, whatIfProblems } from './what-if.ts';
import { window } from './window.ts';

export const messages = {
  terms,
  rules,
  window,
  capabilities,
  explain,
  ruleBrowser,
  whatIf,
  dossier,
  importing,
  inviting,
  mail,
  rejections,
  problems: { ...generalProblems, ...importProblems, ...invitationProblems, ...whatIfProblems },
};

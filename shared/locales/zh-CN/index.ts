import { bulk, handOver, linkHosts, linkSource, picking, templateManager } from './bulk.ts';
import { capabilities } from './capabilities.ts';
import { composer, composerProblems } from './composer.ts';
import { dossier } from './dossier.ts';
import { explain } from './explain.ts';
import { filters, tags } from './filters.ts';
import { asking, handingOver, handOffProblems } from './hand-off.ts';
import { importing, importProblems, rejections } from './imports.ts';
import { invitationProblems, inviting, mail } from './invitations.ts';
import { pipeline } from './pipeline.ts';
import { generalProblems } from './problems.ts';
import { records } from './records.ts';
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
  composer,
  pipeline,
  picking,
  linkSource,
  bulk,
  handOver,
  templateManager,
  linkHosts,
  mail,
  asking,
  handingOver,
  records,
  filters,
  tags,
  rejections,
  problems: {
    ...generalProblems,
    ...importProblems,
    ...invitationProblems,
    ...handOffProblems,
    ...composerProblems,
    ...whatIfProblems,
  },
};

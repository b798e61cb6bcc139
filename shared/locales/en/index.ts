import { accountProblems, signInPages } from './account.ts';
import { bulk, handOver, linkHosts, linkSource, picking, templateManager } from './bulk.ts';
import { capabilities } from './capabilities.ts';
import { composer, composerProblems } from './composer.ts';
import { dossier } from './dossier.ts';
import { explain } from './explain.ts';
import { filters, tags } from './filters.ts';
import { asking, handingOver, handOffProblems } from './hand-off.ts';
import { importing, importProblems, rejections } from './imports.ts';
import { invitationProblems, inviting, mail } from './invitations.ts';
import { networkProblems } from './network.ts';
import { outboxProblems } from './outbox.ts';
import { pipeline } from './pipeline.ts';
import { generalProblems } from './problems.ts';
import { pullProblems, pullRejections } from './pull.ts';
import { records } from './records.ts';
import { reportProblems } from './reports.ts';
import { ruleBrowser } from './rule-browser.ts';
import { rules } from './rules.ts';
import { account, outbox, sync } from './sync.ts';
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
  sync,
  account,
  outbox,
  rejections: { ...rejections, ...pullRejections },
  signInPages,
  problems: {
    ...generalProblems,
    ...accountProblems,
    ...networkProblems,
    ...outboxProblems,
    ...importProblems,
    ...invitationProblems,
    ...handOffProblems,
    ...composerProblems,
    ...whatIfProblems,
    ...pullProblems,
    ...reportProblems,
  },
};

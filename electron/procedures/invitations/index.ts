import type { Implementer } from '#electron/procedures/session.ts';
import { afterExport } from './after-export.ts';
import { askProvider } from './ask-provider.ts';
import { bulk } from './bulk.ts';
import { drafts } from './drafts.ts';
import { flows } from './flows.ts';
import { handOver } from './hand-over.ts';
import { pipeline } from './pipeline.ts';
import { received } from './received.ts';
import { templates } from './templates.ts';

export const invitations = (on: Implementer) =>
  on.invitations.router({
    flows: flows(on),
    askProvider: askProvider(on),
    ...drafts(on),
    ...afterExport(on),
    ...pipeline(on),
    received: received(on),
    handOver: handOver(on),
    templates: templates(on),
    bulk: bulk(on),
  });

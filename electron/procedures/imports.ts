import { detectAcceptance } from '#electron/invitations/acceptance.ts';
import { importFile } from '#electron/sync/files/import.ts';
import { type Implementer, inTurn, openWorkspace } from './session.ts';

export const imports = (on: Implementer) =>
  on.imports.router({
    file: on.imports.file.handler(async ({ context: { session }, input: { customer, file, relationship } }) => {
      const bytes = new Uint8Array(await file.bytes.arrayBuffer());
      return await inTurn(session, () => {
        const { now, records, staff } = openWorkspace(session);
        return importFile(
          { name: file.name, bytes, modifiedAt: file.modifiedAt },
          { ...(customer ? { customer } : {}), ...(relationship ? { relationship } : {}) },
          {
            records,
            now: now.toISOString(),
            by: staff,
            conclude: (dossier) => detectAcceptance(dossier, records.profile.partner.tenantId, now),
          },
        );
      });
    }),
  });

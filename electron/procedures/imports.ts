import { importFile } from '#electron/sync/files/import.ts';
import { type Implementer, openWorkspace } from './session.ts';

export const imports = (on: Implementer) =>
  on.imports.router({
    file: on.imports.file.handler(async ({ context, input: { customer, file, relationship } }) => {
      const { now, records, staff } = openWorkspace(context.session);
      const bytes = new Uint8Array(await file.bytes.arrayBuffer());
      return await importFile(
        { name: file.name, bytes, modifiedAt: file.modifiedAt },
        { ...(customer ? { customer } : {}), ...(relationship ? { relationship } : {}) },
        { records, now: now.toISOString(), by: staff },
      );
    }),
  });

import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { fileKey } from './file-key.ts';

/** A file as the main side takes it. */
export function handedFile(file: File) {
  return { name: file.name, bytes: file, modifiedAt: new Date(file.lastModified).toISOString() };
}

/**
 * What a hand-off file or a mail holds, before anything is recorded. `fingerprint` is what the provider read out on the
 * telephone, where it signs with a new key.
 */
export function useReceivedFile(file: File, fingerprint: string | null) {
  return useQuery({
    ...orpc.invitations.received.read.queryOptions({
      input: { file: handedFile(file), ...(fingerprint === null ? {} : { fingerprint }) },
    }),
    // A file is no part of a key: two of one name may differ, and a mended one must be read anew.
    queryKey: ['received-file', fileKey(file), fingerprint],
    staleTime: 0,
    gcTime: 0,
  });
}

import type { FileScope } from '#electron/sync/files/kind.ts';
import type { PullContext } from '#electron/sync/source.ts';

type Particular = Partial<Pick<FileScope, 'customer' | 'relationship' | 'holders' | 'sold'>>;

/** What the readers of bodies may know besides them. */
export function scopeOf({ holders, records }: PullContext, particular: Particular = {}): FileScope {
  return {
    known: { profile: records.profile, surroundings: records.surroundings() },
    customer: undefined,
    relationship: undefined,
    dossier: (id) => records.dossier(id),
    holders,
    ...particular,
  };
}

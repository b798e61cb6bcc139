import type { SyncSource } from '#shared/model/sync.ts';

/** Whoever sits at the sign-in page: agrees to everything unless told otherwise. May be changed at any time. */
export interface Person {
  tenantId: string;
  /** Object id in its tenant. */
  objectId: string;
  username: string;
  name: string;
  /** What it answers instead of agreeing, such as `access_denied`; `null` when it agrees. */
  refuses: string | null;
  /** How often a device code must be asked after before it has typed it. */
  hesitates: number;
  /** Services that it, or its administrator, did not agree to. */
  withholds: SyncSource[];
}

/** The application that signs in: any will do, this is the one in the profile. */
export const CLIENT_ID = '5c0f1e2a-7b1d-4c3e-9f60-2d8a51b7c0de';

import type { WorkspaceState } from '#shared/contract/workspace.ts';

/** What is known of a workspace that is open. */
export type OpenWorkspace = Extract<WorkspaceState, { state: 'open' }>;

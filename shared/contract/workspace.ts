import { z } from 'zod';
import { Instant } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { Problem } from '#shared/model/problem.ts';
import { Settings } from '#shared/model/settings.ts';
import { procedure } from './errors.ts';

/** What the window shows first: no workspace yet, an open one, or one that can't be opened (and why). */
export const WorkspaceState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('empty'), folder: z.string() }),
  z.object({
    state: z.literal('open'),
    folder: z.string(),
    profile: PartnerProfile,
    /** A sample workspace says so in the window. */
    sample: z.boolean(),
    customers: z.number().int().nonnegative(),
    subscriptions: z.number().int().nonnegative(),
    /** The newest fact in the workspace; `null` while it is empty. */
    asOf: Instant.nullable(),
  }),
  z.object({ state: z.literal('failed'), folder: z.string(), problem: Problem }),
]);
export type WorkspaceState = z.infer<typeof WorkspaceState>;

export const Host = z.enum(['desktop', 'browser', 'cli']);
export type Host = z.infer<typeof Host>;

export const workspace = {
  state: procedure.output(WorkspaceState),
  /** `file` is the name that messages give the profile. */
  create: procedure
    .input(z.object({ profile: z.unknown(), file: z.string().default('profile') }))
    .output(PartnerProfile),
};

/** What is to change; without the defaults, which would put themselves in the place of what is not spoken of. */
const SettingsChange = z
  .object({
    ...Settings.shape,
    linkHosts: Settings.shape.linkHosts.unwrap(),
    templates: Settings.shape.templates.unwrap(),
  })
  .partial();

export const settings = {
  get: procedure.output(Settings),
  set: procedure.input(SettingsChange).output(Settings),
};

export const about = procedure.output(
  z.object({
    host: Host,
    version: z.string(),
    engine: z.string(),
    /** BCP 47 tag of the language to speak unless the person chose one; `null` where the window knows best. */
    locale: z.string().nullable(),
    /** Whether folders can be shown in a file manager here. */
    showsFolders: z.boolean(),
  }),
);

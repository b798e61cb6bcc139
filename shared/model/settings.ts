import { z } from 'zod';
import { InvitationTemplate, Language } from './invitation.ts';
import { LinkHost } from './link-host.ts';
import { Cloud } from './partner.ts';

/** What a person sets for this machine; `null` follows the system. */
export const Settings = z.object({
  language: Language.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Hosts that invitation links may lead to besides the known ones, by cloud: lowercase ASCII names. */
  linkHosts: z.record(Cloud, z.array(LinkHost)).default({ '21vianet': [], global: [] }),
  /** This person's own templates. */
  templates: z.array(InvitationTemplate).default([]),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  theme: 'system',
  linkHosts: { '21vianet': [], global: [] },
  templates: [],
};

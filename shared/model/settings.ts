import { z } from 'zod';
import { Language } from './invitation.ts';

/** What a person sets for this machine; `null` follows the system. */
export const Settings = z.object({
  language: Language.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = { language: null, theme: 'system' };

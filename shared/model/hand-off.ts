import { z } from 'zod';
import { CustomerId, Instant, TenantId } from './ids.ts';
import { InvitationKind, Language } from './invitation.ts';
import { Cloud } from './partner.ts';

/** How a hand-off file names itself, and the version of it that we write. A newer one is refused. */
export const HAND_OFF_FORMAT = 'partner-console/hand-off';
export const HAND_OFF_VERSION = 1;

/** What our hand-off files end in. Systems tell files by what follows the last dot, and this is nobody else's. */
export const HAND_OFF_EXTENSION = '.pchandoff';

/** How a mail that carries a hand-off file, and a system that opens one, name its kind. */
export const HAND_OFF_MEDIA_TYPE = 'application/vnd.partner-console.hand-off+json';

/** Whether a file is a hand-off file by its name. `.handoff.json` is the name of those that JSON tools should know. */
export function isHandOffName(name: string): boolean {
  return /\.(?:pchandoff|handoff\.json)$/iu.test(name);
}

const Name = z.string().trim().min(1).max(300);

/** An Ed25519 key as SubjectPublicKeyInfo (DER) in base64, written the one way there is. */
const PublicKey = z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);

/**
 * What an indirect provider's console hands to a reseller's: an invitation link, who made it, for whom, and in which
 * language. Nothing else may stand in the file.
 */
export const HandOff = z
  .strictObject({
    format: z.literal(HAND_OFF_FORMAT),
    version: z.literal(HAND_OFF_VERSION),
    createdAt: Instant,
    createdBy: z.strictObject({ tenantId: TenantId, name: Name, mpnId: z.string().trim().min(1).max(60).nullable() }),
    audience: z
      .strictObject({ tenantId: TenantId, name: Name.nullable() })
      .nullable()
      .meta({ description: 'The reseller it is made for; null for any reseller of the maker’s.' }),
    customer: z
      .strictObject({ id: CustomerId, name: Name, domain: z.string().max(300).nullable() })
      .nullable()
      .meta({ description: 'The customer it is meant for; null when it is meant for none in particular.' }),
    cloud: Cloud,
    kind: InvitationKind,
    link: z.string().min(1).max(8192).meta({ description: 'The invitation link, byte for byte.' }),
    language: Language,
    reference: z.string().trim().min(1).max(60).meta({ description: 'The maker’s own number for it.' }),
    publicKey: PublicKey.meta({ description: 'The maker’s Ed25519 key: SubjectPublicKeyInfo (DER) in base64.' }),
    checksum: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256 of the canonical JSON of all other fields but the signature.' }),
    signature: z
      .string()
      .regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/)
      .meta({ description: 'Ed25519 over the text of the checksum field, in base64.' }),
  })
  .meta({
    title: 'Hand-off file',
    description: 'An invitation link as an indirect provider hands it to one of its indirect resellers.',
  });
export type HandOff = z.infer<typeof HandOff>;

/** What the maker of a hand-off file decides; format, key, checksum and signature are added when it is sealed. */
export type HandOffContent = Omit<HandOff, 'format' | 'version' | 'publicKey' | 'checksum' | 'signature'>;

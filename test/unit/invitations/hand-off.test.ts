import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '#electron/invitations/canonical-json.ts';
import { readHandOff, writeHandOff } from '#electron/invitations/hand-off.ts';
import type { SigningKey } from '#electron/invitations/signature.ts';
import { HandOff, type HandOffContent } from '#shared/model/hand-off.ts';
import { CustomerId, TenantId } from '#shared/model/ids.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';
import { CUSTOMER, PROVIDER, US } from '#test/unit/support/questions.ts';

const LINK = 'https://portal.partner.microsoftonline.cn/Invite?invType=ResellerRelationship&partnerId=%E5%BE%AE&a="';

function aKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

const KEY = aKey();

const CONTENT: HandOffContent = {
  createdAt: '2026-11-22T08:00:00.000Z',
  createdBy: { tenantId: TenantId.parse(PROVIDER), name: '昆仑云 "分销" \\ é', mpnId: '4847383' },
  audience: { tenantId: TenantId.parse(US), name: null },
  customer: { id: CustomerId.parse(CUSTOMER), name: 'Contoso 🎈', domain: 'contoso.cn' },
  cloud: '21vianet',
  kind: 'reseller',
  link: LINK,
  language: 'zh-CN',
  reference: 'INV-20261122-1A2B3C',
};

const FILE = 'x.pchandoff';
const bytes = (text: string) => Buffer.from(text, 'utf8');
const GENUINE = writeHandOff(CONTENT, KEY);
const refusal = (text: string | Uint8Array) =>
  problemOf(() => readHandOff(typeof text === 'string' ? bytes(text) : text, FILE));

/** The genuine file with some of its fields changed, and sealed again by whoever changed it. */
function resealed(changes: Record<string, unknown>): string {
  const { checksum: _checksum, signature: _signature, ...rest } = { ...JSON.parse(GENUINE), ...changes };
  const sealed = JSON.parse(writeHandOff(rest, KEY));
  return JSON.stringify({ ...sealed, ...changes });
}

describe('a hand-off file', () => {
  it('gives back what was handed over, the link byte for byte', () => {
    expect(readHandOff(bytes(GENUINE), FILE)).toMatchObject({ ...CONTENT, publicKey: KEY.publicKey });
  });

  it('may be laid out anew on its way, with its fields in another order', () => {
    const fields = Object.entries(JSON.parse(GENUINE)).reverse();
    const anew = `\uFEFF${JSON.stringify(Object.fromEntries(fields), null, 2)}\r\n`;
    expect(readHandOff(bytes(anew), FILE)).toEqual(readHandOff(bytes(GENUINE), FILE));
  });

  it('is refused with any byte replaced', () => {
    const whole = bytes(GENUINE);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const altered = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ flip : byte));
        expect(refusal(altered).key).toMatch(/^handOff/);
      }),
      { numRuns: 600 },
    );
  });

  it('is refused with any byte of its seal replaced by any letter of its alphabet', () => {
    const { signature } = HandOff.parse(JSON.parse(GENUINE));
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'];
    for (const letter of letters.filter((one) => one !== signature.at(85))) {
      const altered = `${signature.slice(0, 85)}${letter}==`;
      expect(refusal(GENUINE.replace(signature, altered)).key).toMatch(/^handOff(?:Field|Forged)$/);
    }
  });

  it('is refused when cut off, or with a byte taken out', () => {
    const whole = bytes(GENUINE);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (at) => {
        expect(refusal(whole.subarray(0, at)).key).toMatch(/^handOff/);
        expect(refusal(Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)])).key).toMatch(/^handOff/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['the link', { link: `${LINK}x` }],
    ['the audience', { audience: null }],
    ['the kind', { kind: 'gdap' }],
    ['the letter case of an id', { createdBy: { ...CONTENT.createdBy, tenantId: PROVIDER.replace('2', 'A') } }],
    ['the reference', { reference: 'INV-20261122-1A2B3D' }],
  ])('is refused as altered when somebody changed %s and nothing else', (_, changes) => {
    expect(refusal(JSON.stringify({ ...JSON.parse(GENUINE), ...changes }))).toEqual({
      kind: 'refused',
      key: 'handOffAltered',
      values: { file: FILE },
    });
  });

  it('is refused as forged when the checksum was made to fit but the key is not at hand', () => {
    const forged = JSON.parse(resealed({ link: `${LINK}x` }));
    const { signature } = JSON.parse(GENUINE);
    expect(refusal(JSON.stringify({ ...forged, signature })).key).toBe('handOffForged');
    const otherKey = JSON.parse(writeHandOff(CONTENT, aKey()));
    expect(refusal(JSON.stringify({ ...otherKey, signature })).key).toBe('handOffForged');
  });

  it('of a newer version is refused as such, whatever else it holds', () => {
    const newer = JSON.stringify({ format: 'partner-console/hand-off', version: 2, shape: 'unheard of' });
    expect(refusal(newer)).toEqual({ kind: 'refused', key: 'handOffNewer', values: { file: FILE, version: 2 } });
  });

  it.each([
    ['createdBy.tenantId', { createdBy: { ...CONTENT.createdBy, tenantId: 'kunlun' } }, 'guid'],
    ['cloud', { cloud: 'mars' }, 'choice'],
    ['publicKey', { publicKey: 'AAAA' }, 'other'],
    ['createdAt', { createdAt: 'yesterday' }, 'instant'],
    ['link', { link: undefined }, 'required'],
  ])('names the field %s that does not fit', (field, changes, fault) => {
    const { key, values } = refusal(JSON.stringify({ ...JSON.parse(GENUINE), ...changes }));
    expect({ key, values }).toMatchObject({ key: 'handOffField', values: { file: FILE, field, fault } });
  });

  it('with a field that no hand-off file has is refused', () => {
    const { key, values } = refusal(JSON.stringify({ ...JSON.parse(GENUINE), note: 'hello' }));
    expect({ key, values }).toEqual({ key: 'handOffStrangeField', values: { file: FILE, field: 'note' } });
  });

  it('that names a field twice is refused, whichever of the two would count', () => {
    const { key, values } = refusal(GENUINE.replace('{', '{"link":"https://admin.microsoft.com/evil",'));
    expect({ key, values }).toEqual({ key: 'handOffStrangeField', values: { file: FILE, field: 'link' } });
  });

  it.each(['{}', '{"format":"partner-console/dossiers","version":1}', '[]', '{"url":"https://admin.microsoft.com/"}'])(
    'is not made of %s',
    (text) => {
      expect(refusal(text).key).toBe('handOffFormat');
    },
  );
});

describe('canonical JSON', () => {
  it('is the same for equal values, whatever the order of their fields', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reversed: unknown = JSON.parse(JSON.stringify(value), (_, held: unknown) =>
          typeof held === 'object' && held !== null && !Array.isArray(held)
            ? Object.fromEntries(Object.entries(held).reverse())
            : held,
        );
        expect(canonicalJson(reversed)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });

  it('is RFC 8785’s own example', () => {
    const value: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
});

describe('the published JSON Schema', () => {
  it('of a hand-off file is the one that files are read by', async () => {
    const text = `${JSON.stringify(z.toJSONSchema(HandOff, { io: 'input' }), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../docs/schema/hand-off.schema.json');
  });
});

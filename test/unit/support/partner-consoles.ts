import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Console, createConsole } from '#electron/console.ts';
import { problemOf as problemIn } from '#electron/hosts/say.ts';
import { CustomerId, TenantId } from '#shared/model/ids.ts';
import type { Problem } from '#shared/model/problem.ts';
import { consoleOptions } from './console-options.ts';
import { CUSTOMER, PROVIDER, RESELLER, US } from './questions.ts';

/** A link that tells its kind, and one of GDAP. */
export const LINK =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682&DAP=false#/accept';
export const GDAP =
  'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/5e5594d3-6f82-458b-b567-77db4811f0cd';

export const US_ID = TenantId.parse(US);
export const PROVIDER_ID = TenantId.parse(PROVIDER);
export const CONTOSO = CustomerId.parse(CUSTOMER);
export const FABRIKAM = CustomerId.parse('77777777-7777-4777-8777-777777777777');

/** Two partners for one test: whoever imports this gets a folder before each test, and clean ground after it. */
let folder: string;
const open: Console[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-resellers-'));
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

/** A place of one partner's in this test's folder. */
export const placeOf = (name: string): string => join(folder, name);

async function start(name: string, profile: Record<string, unknown>): Promise<Console['client']> {
  const started = await createConsole(
    consoleOptions(folder, { folder: placeOf(name), host: 'cli', draftsFolder: join(folder, `${name}-drafts`) }),
  );
  open.push(started);
  const { client } = started;
  await client.workspace.create({
    profile: { cloud: '21vianet', staff: { id: `li@${name}.example`, roles: ['admin-agent'] }, ...profile },
  });
  const csv = `Microsoft ID,Company name,Primary domain name,Relationship\n${CONTOSO},Contoso,contoso.cn,None\n${FABRIKAM},Fabrikam,fabrikam.cn,None\n`;
  await client.imports.file({ file: handed('Customers.csv', Buffer.from(csv)) });
  return client;
}

/** The console of an indirect provider, in the folder `provider`. */
export const asProvider = (more: Record<string, unknown> = {}, place = 'provider') =>
  start(place, {
    partner: { tenantId: PROVIDER, name: 'Kunlun Cloud', mpnId: '4847383' },
    programs: ['indirect-provider'],
    providers: [],
    resellers: [{ tenantId: US, name: 'First Up' }, { tenantId: RESELLER }],
    ...more,
  });

/** The console of one of its resellers, in the folder `reseller`. */
export const asReseller = (more: Record<string, unknown> = {}) =>
  start('reseller', {
    partner: { tenantId: US, name: 'First Up', mpnId: '5120044' },
    programs: ['indirect-reseller'],
    providers: [{ tenantId: PROVIDER, name: 'Kunlun Cloud' }],
    resellers: [],
    ...more,
  });

/** A file as the window hands it over. */
export const handed = (name: string, bytes: Buffer) => ({
  name,
  bytes: new Blob([new Uint8Array(bytes)]),
  modifiedAt: '2026-11-20T00:00:00Z',
});

export const fileAt = async (path: string) => ({ file: handed(basename(path), await readFile(path)) });

/** The problem that a call through the contract ends with. */
export async function refusalOf(call: () => Promise<unknown>): Promise<Problem> {
  const error: unknown = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const problem = problemIn(error);
  if (!problem) throw new Error('the call was expected to be refused', { cause: error });
  return problem;
}

/** What the provider hands over to the reseller: the file, and the mail that carries it. */
export async function handOff(provider: Console['client'], more: { link?: string; customer?: CustomerId } = {}) {
  const write = { link: LINK, resellers: [US_ID], language: 'zh-CN' as const, ...more };
  const [made] = await provider.invitations.handOver.write(write);
  if (!made?.mail) throw new Error('nothing was handed over');
  return { ...made, mail: made.mail };
}

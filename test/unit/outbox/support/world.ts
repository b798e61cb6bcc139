import { randomUUID } from 'node:crypto';
import { createPace } from '#electron/network/pace.ts';
import { createWire, type Wire } from '#electron/network/wire.ts';
import { addCommand, type DecideWith } from '#electron/outbox/deciding.ts';
import { Entries } from '#electron/outbox/entries.ts';
import type { SendInto } from '#electron/outbox/errand.ts';
import { type Sending, sendWaiting } from '#electron/outbox/sending.ts';
import type { Records } from '#electron/records/records.ts';
import { Delegation } from '#shared/model/delegation.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, RoleDefinitionId } from '#shared/model/ids.ts';
import { OutboxCommand, type OutboxEntry, type Sent } from '#shared/model/outbox.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';
import { CUSTOMER, LICENSE_ADMINISTRATOR, US } from '#test/unit/support/questions.ts';
import { Service } from './service.ts';

export const CONTOSO = CustomerId.parse(CUSTOMER);
export const LICENSES = RoleDefinitionId.parse(LICENSE_ADMINISTRATOR);
export const BASES = { 'partner-center': 'https://pc.example', graph: 'https://graph.example/v1.0' };

export const REQUEST: Extract<OutboxCommand, { kind: 'gdap-request' }> = {
  kind: 'gdap-request',
  customer: CONTOSO,
  name: 'Contoso license administration',
  days: 730,
  autoExtend: false,
  roles: [LICENSES],
};
export const REMOVE_DAP: OutboxCommand = { kind: 'dap-remove', customer: CONTOSO };
export const LINK: OutboxCommand = { kind: 'reseller-link' };
export const on = (kind: 'gdap-extend' | 'gdap-terminate', id: string): OutboxCommand =>
  OutboxCommand.parse({ kind, customer: CONTOSO, delegation: id, autoExtend: true });

const OBSERVED = { basis: 'observed', source: 'graph', asOf: '2026-11-01T00:00:00Z' };

/** A relationship of ours as our records have it. */
export const aDelegation = (id: string, more: Record<string, unknown> = {}): Delegation =>
  Delegation.parse({
    id,
    kind: 'gdap',
    name: 'Contoso license administration',
    partner: US,
    status: 'active',
    service: '*',
    roles: [LICENSES],
    assignments: [],
    duration: 'P730D',
    autoExtend: false,
    createdAt: null,
    activatedAt: null,
    endsAt: '2027-11-01T00:00:00Z',
    provenance: OBSERVED,
    ...more,
  });

/** An indirect provider on the global cloud with one customer, whose DAP is on. */
export class World {
  readonly service = new Service();
  readonly memory: MemoryRecords;
  /** What the outbox works on; a test may put something in between. */
  records: Records;
  #time = Date.parse('2026-11-22T08:00:00Z');

  constructor(profile: Record<string, unknown> = {}) {
    this.memory = new MemoryRecords(PartnerProfile.parse({ ...PROFILE, cloud: 'global', ...profile }));
    this.records = this.memory;
  }

  static async with(more: Record<string, unknown> = {}, profile: Record<string, unknown> = {}): Promise<World> {
    const world = new World(profile);
    await world.memory.save([
      aDossier(CUSTOMER, 'Contoso', { delegatedAccess: { value: true, ...OBSERVED }, ...more }),
    ]);
    return world;
  }

  /** Every look at the clock is a second later. */
  readonly clock = (): Date => {
    this.#time += 1_000;
    return new Date(this.#time);
  };

  get dossier(): Dossier {
    const dossier = this.memory.dossier(CONTOSO);
    if (!dossier) throw new Error('no dossier');
    return dossier;
  }

  /** Our records say something else of the customer now. */
  async amend(more: Record<string, unknown>): Promise<void> {
    await this.memory.save([Dossier.parse({ ...this.dossier, ...more })]);
  }

  deciding(): DecideWith {
    const nameTaken = async (name: string) => this.dossier.delegations.some((one) => one.name === name);
    return { records: this.records, now: this.clock(), by: 'li@partner.example', newId: randomUUID, nameTaken };
  }

  decide(command: OutboxCommand): Promise<OutboxEntry> {
    return addCommand(command, this.deciding());
  }

  send(more: Partial<SendInto> = {}, how: Sending = {}): Promise<Sent> {
    const wires = new Map<SyncSource, Wire>();
    const wire = (service: SyncSource): Wire => {
      const known = wires.get(service) ?? this.wire(service);
      wires.set(service, known);
      return known;
    };
    return sendWaiting({ records: this.records, bases: BASES, wire, clock: this.clock, ...more }, how);
  }

  wire(service: SyncSource): Wire {
    return createWire({
      service,
      base: BASES[service],
      fetch: this.service.fetch,
      token: async () => 'token',
      pace: createPace({ perMinute: Number.POSITIVE_INFINITY }),
      clock: this.clock,
      sleep: async () => undefined,
      random: () => 0,
      newId: randomUUID,
    });
  }

  async entries(): Promise<readonly OutboxEntry[]> {
    return (await Entries.of(this.memory)).all;
  }

  /** The only entry. */
  async entry(): Promise<OutboxEntry> {
    const [entry] = await this.entries();
    if (!entry) throw new Error('the outbox is empty');
    return entry;
  }

  events(): string[] {
    return this.dossier.history.map(({ event }) => event);
  }
}

import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isSameMachine, platformId, thisMachine } from '#electron/records/machine.ts';

describe('a machine', () => {
  it('has the same name and id each time, and the id is not the system’s own', async () => {
    const machine = await thisMachine();
    expect(machine.machine).toBe(hostname());
    expect(machine.machineId).toSatisfy((id) => id === null || /^[0-9a-f]{32}$/.test(id));
    expect(await thisMachine()).toEqual(machine);
  });

  it('is known by its id; by its name only where one of two has no id', () => {
    const of = (machine: string, machineId: string | null) => ({ machine, machineId });
    expect(isSameMachine(of('li-book', 'one'), of('dhcp-17', 'one'))).toBe(true);
    expect(isSameMachine(of('localhost', 'one'), of('localhost', 'other'))).toBe(false);
    expect(isSameMachine(of('li-book', null), of('li-book', 'one'))).toBe(true);
    expect(isSameMachine(of('li-book', null), of('dhcp-17', null))).toBe(false);
  });

  it('has its id from what macOS says of the hardware, where it says one', () => {
    const said = '+-o J314sAP\n    {\n      "IOPlatformUUID" = "564D2A1B-0C3D-4E5F-8A9B-C0D1E2F30415"\n    }\n';
    expect(platformId(said)).toBe('564D2A1B-0C3D-4E5F-8A9B-C0D1E2F30415');
    expect(platformId('')).toBeNull();
  });
});

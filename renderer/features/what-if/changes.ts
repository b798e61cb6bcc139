import type { TenantId } from '#shared/model/ids.ts';
import { assertNever } from '#shared/model/problem.ts';
import type { Change } from '#shared/model/what-if.ts';

/** What a change is about: of two about the same, only the later can hold. `us` is our own tenant. */
export function subjectOf(change: Change, us: TenantId): string {
  switch (change.change) {
    case 'grant-dap':
      return change.partner === us && change.service === '*' ? 'our-dap' : `dap ${change.partner} ${change.service}`;
    case 'end-dap':
      return 'our-dap';
    case 'end-delegation':
      return `delegation ${change.delegation}`;
    case 'channel':
    case 'status':
      return `${change.change} ${change.subscription}`;
    // One relationship beside another: they are told apart by what they give.
    case 'grant-gdap':
      return `gdap ${[...change.roles].sort().join(' ')}`;
    case 'staff-roles':
    case 'programs':
    case 'time':
    case 'gdap-offered':
      return change.change;
    default:
      return assertNever(change);
  }
}

/** The changes with one more, which takes the place of the one about the same. */
export function supposing(changes: readonly Change[], change: Change, us: TenantId): readonly Change[] {
  const subject = subjectOf(change, us);
  const at = changes.findIndex((one) => subjectOf(one, us) === subject);
  return at < 0 ? [...changes, change] : changes.map((one, index) => (index === at ? change : one));
}

/** The changes that hold, each subject once, wherever they were supposed. */
export function settled(changes: readonly Change[], us: TenantId): readonly Change[] {
  return changes.reduce<readonly Change[]>((held, change) => supposing(held, change, us), []);
}

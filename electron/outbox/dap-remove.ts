import { customerIn } from './answers.ts';
import type { CommandOf } from './command.ts';
import { editOnce } from './edit.ts';
import type { Errand } from './errand.ts';

type Command = CommandOf<'dap-remove'>;

/** Switches a customer's DAP off, unless it is off by now. */
export async function removeDap(errand: Errand, command: Command): Promise<void> {
  const asOf = await editOnce(() => edit(errand, command));
  const { customer } = command;
  await errand.take({ about: 'customer', customer, delegatedAccess: false }, { source: 'partner-center', asOf });
  await errand.did('remove');
}

/** Gives as of when it is off. */
async function edit(errand: Errand, command: Command): Promise<string> {
  const before = await errand.read(errand.requests.getCustomer(command));
  const { dap, etag } = customerIn(before);
  if (dap === false) return before.at;
  const { at } = await errand.write('remove', errand.requests.removeDap(command), etag);
  return at;
}

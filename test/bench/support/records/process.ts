import { keepMemorySmall } from '#electron/hosts/memory.ts';
import { Order, run } from './runner.ts';

// Takes its order as the first argument and sends the outcome to its parent.
const order = Order.parse(JSON.parse(process.argv[2] ?? ''));
// As the windows do.
if (order.contestant === 'ours') keepMemorySmall();
const outcome = await run(order);
process.send?.(outcome, () => process.disconnect());

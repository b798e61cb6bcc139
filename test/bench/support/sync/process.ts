import { keepMemorySmall } from '#electron/hosts/memory.ts';
import { fetchAgain } from './fetching.ts';
import { Order } from './order.ts';
import { syncTwice } from './syncing.ts';

// Takes its order as the first argument and sends what it measured to its parent.
const order = Order.parse(JSON.parse(process.argv[2] ?? ''));
// As the windows do.
keepMemorySmall();
const outcome = order.phase === 'sync' ? await syncTwice(order) : await fetchAgain(order);
process.send?.(outcome, () => process.disconnect());

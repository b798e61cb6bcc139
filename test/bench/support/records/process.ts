import { Order, run } from './runner.ts';

// Takes its order as the first argument and sends the outcome to its parent.
const outcome = await run(Order.parse(JSON.parse(process.argv[2] ?? '')));
process.send?.(outcome, () => process.disconnect());

import { proveDifferential } from './prove-differential.ts';
import { proveMutants } from './prove-mutants.ts';

// Each part prints one line on stdout and says whether it holds; all parts run, whatever the others say.
const held = [await proveDifferential(), proveMutants()];
process.exitCode = held.every(Boolean) ? 0 : 1;

export { decide } from './decide.ts';
export { DIRECTORY_ROLE } from './effective-delegation.ts';
export { readRequest, WHOLE_REQUEST } from './read-request.ts';
export { ruleEntry } from './rule-entry.ts';
export { STAFF_MATRIX } from './staff-matrix.ts';
export { RULES } from './table.ts';
export { trace } from './trace.ts';

export { decide } from './decide.ts';
export { DIRECTORY_ROLE } from './effective-delegation.ts';
export { readRequest } from './read-request.ts';
export { RULES } from './table.ts';

/** An error as Node gives it for a file operation that the system refuses. */
export function diskError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

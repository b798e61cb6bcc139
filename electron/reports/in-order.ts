/** A list whose order is that in which its things came, by something of theirs that stays. */
export function inOrder<T>(things: readonly T[], by: (thing: T) => string): T[] {
  return [...things].sort((one, other) => (by(one) < by(other) ? -1 : Number(by(one) > by(other))));
}

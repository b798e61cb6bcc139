/** A company: its name, and what its domain begins and ends with. */
export interface Company {
  readonly name: string;
  readonly label: string;
  readonly ending: string;
}

import type { Random } from '#test/generator/random.ts';
import { simplifiedCompany, traditionalCompany } from './chinese.ts';
import type { Company } from './company.ts';
import { englishCompany, germanCompany, turkishCompany } from './latin.ts';

const COMPANIES = [
  [simplifiedCompany, 62],
  [traditionalCompany, 12],
  [englishCompany, 12],
  [germanCompany, 7],
  [turkishCompany, 7],
] as const;

/** Some names are hard on files and columns: a sign in front that spreadsheets take for a formula, quotation marks, great length. */
const TYPED = [
  [(name: string) => name, 985],
  [(name: string) => `=${name}`, 3],
  [(name: string) => `-${name}`, 4],
  [(name: string) => `${name}, "China"`, 5],
  [(name: string) => `${name} `.repeat(3).trim(), 3],
] as const;

/** A company as a distributor in China has them: six of ten with simplified characters, the others spread. */
export function company(random: Random): Company {
  const made = random.weighted(COMPANIES)(random);
  return { ...made, name: random.weighted(TYPED)(made.name) };
}

import { customerId } from '#test/generator/customer.ts';

/**
 * What people type, by kind: ten of each, so that no search is answered from what was kept of one before. The lines of
 * the customers found are kept, as they are while somebody types.
 */
export function searches(seed: number, customers: number): Record<string, readonly string[]> {
  const someone = (nth: number): string => customerId(seed, Math.floor((nth / 10) * customers));
  return {
    '2 Chinese characters': ['远洋', '华盛', '海天', '恒达', '智创', '鼎信', '宏泰', '瑞丰', '金源', '云智'],
    'GUID fragment': Array.from({ length: 10 }, (_, nth) => someone(nth).slice(25, 33)),
    'Latin word': [
      ...['logistik', 'maritime', 'northwind', 'turizm', 'robotics'],
      ...['gmbh', 'pioneer', 'otomotiv', 'biotech', 'woodgrove'],
    ],
    'no hit': ['zzqxv', 'qqqq', '龘靐', 'wxyzwx', '0000-0000', 'xkcdxkcd', '齉龖', 'uuuu', 'vvvv', 'hjklhjkl'],
  };
}

/** The first letters of the readings of Chinese names: lowdb and MiniSearch do not know them. */
export const INITIALS: readonly string[] = [
  ...['hslc', 'htyx', 'ydzn', 'hdjs', 'rfkj', 'zclw', 'dxmy', 'xtwl', 'jysp', 'ysdz'],
];

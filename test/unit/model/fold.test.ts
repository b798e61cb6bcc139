import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '#shared/model/fold.ts';

describe('text as searches compare it', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Müller GmbH', 'muller gmbh'],
    ['Straße', 'strasse'],
    ['ΣΥΣ', 'συσ'],
    ['İstanbul', 'istanbul'],
    ['ＡＢＣ１２', 'abc12'],
    ['Æther Œuvre', 'aether oeuvre'],
    ['昆仑', '昆仑'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('finds a name by its beginning in capitals, whatever letter it ends with', () => {
    expect(fold('ΣΥΣΤΗΜΑ')).toContain(wordsOf('ΣΥΣ')[0]);
  });
});

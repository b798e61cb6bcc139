import { describe, expect, test } from 'vitest';
import { likelyLanguage } from '#shared/model/customer-language.ts';

describe('the likely language of a customer', () => {
  test('traditional characters tell, even under a mainland domain', () => {
    expect(likelyLanguage({ name: '台灣晨星設計股份有限公司', domain: 'morningstar.partner.onmschina.cn' }, 'en')).toBe(
      'zh-TW',
    );
  });

  test('simplified characters tell, even under a window in Taiwan usage', () => {
    expect(likelyLanguage({ name: '上海申港国际贸易股份有限公司', domain: null }, 'zh-TW')).toBe('zh-CN');
  });

  test('characters that both scripts write leave it to the domain', () => {
    expect(likelyLanguage({ name: '大同股份有限公司', domain: 'tatung.com.tw' }, 'zh-CN')).toBe('zh-TW');
    expect(likelyLanguage({ name: '大同股份有限公司', domain: 'tatung.cn' }, 'zh-TW')).toBe('zh-CN');
  });

  test('and without a telling domain to the language of the window', () => {
    expect(likelyLanguage({ name: '大同股份有限公司', domain: 'example.com' }, 'zh-TW')).toBe('zh-TW');
    expect(likelyLanguage({ name: '大同股份有限公司', domain: null }, 'en')).toBe('zh-CN');
  });

  test.each(['Größer & Söhne Maschinenbau', 'İstanbul Lojistik A.Ş.', '株式会社サンプル'])(
    '%s is written to in English',
    (name) => {
      expect(likelyLanguage({ name, domain: 'x.partner.onmschina.cn' }, 'zh-CN')).toBe('en');
    },
  );
});

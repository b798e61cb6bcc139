import type { Language } from './invitation.ts';

const HAN = /\p{Script=Han}/u;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Characters that only one of the two scripts writes, chosen from what company names are made of. */
const TRADITIONAL =
  /[電軟體國際貿業務團開發數網東華廣萬產資訊聯環與創議術園學醫藥運輸銀灣設計門龍車機飛馬鐵鋼藝書習遠達陽陸滬瀋漢慶蘇長興寶紙織維測儀飲遊島濱應勝聖亞歐羅麗風雲]/u;
const SIMPLIFIED =
  /[电软体国际贸业务团开发数网东华广产资讯联环与创议术园学医药运输银湾设计门龙车机飞马铁钢艺书习远达阳陆沪汉庆苏长兴宝纸织维测仪饮岛滨应胜圣亚欧罗丽风]/u;

/**
 * A first guess at the language a customer reads; the person may choose another. The script of its name tells most,
 * then the country of its domain; Chinese that could be either is taken for what the window speaks, if that is Chinese.
 */
export function likelyLanguage(customer: { name: string; domain: string | null }, window: Language): Language {
  const [traditional, simplified] = [TRADITIONAL.test(customer.name), SIMPLIFIED.test(customer.name)];
  const chinese = HAN.test(customer.name) && !KANA_OR_HANGUL.test(customer.name);
  if (!chinese) return 'en';
  if (traditional !== simplified) return traditional ? 'zh-TW' : 'zh-CN';
  const country = customer.domain?.toLowerCase().split('.').at(-1) ?? '';
  if (['tw', 'hk', 'mo'].includes(country)) return 'zh-TW';
  if (country === 'cn') return 'zh-CN';
  return window === 'zh-TW' ? 'zh-TW' : 'zh-CN';
}

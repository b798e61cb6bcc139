import { fold } from '#shared/model/fold.ts';
import type { Random } from '#test/generator/random.ts';
import type { Company } from './company.ts';

const list = (text: string): readonly string[] => text.split(', ');

const ENGLISH = {
  first: list(
    'Northwind, Contoso, Fabrikam, Adventure, Tailspin, Wingtip, Proseware, Litware, Woodgrove, Alpine, Coho, Fourth Coffee, Lucerne, Margie, Trey, Humongous, Relecloud, Southridge, Graphic, Consolidated, Pacific, Atlantic, Harbour, Silver, Golden, Redwood, Oakfield, Riverside, Summit, Pioneer, Sterling, Evergreen, Meridian, Orion, Falcon, Granite, Crescent, Beacon, Vertex, Lakeshore, O’Brien, Smith & Jones, Blue Yonder, Bellows',
  ),
  trade: list(
    'Traders, Manufacturing, Logistics, Maritime, Engineering, Consulting, Foods, Research, Biotech, Pharmaceuticals, Electronics, Robotics, Textiles, Airlines, Hotels, Education, Media, Energy, Mining, Packaging, Chemicals, Components, Instruments, Software, Retail, Furniture, Toys, Cycling, Vineyards, Insurance',
  ),
  form: [
    ['Co., Ltd.', 26],
    ['(China) Co., Ltd.', 22],
    ['Ltd', 16],
    ['Inc.', 12],
    ['Shanghai', 8],
    ['Asia', 6],
    ['Holdings', 4],
    ['', 6],
  ],
  ending: [
    ['.com', 40],
    ['.partner.onmschina.cn', 35],
    ['.onmicrosoft.com', 15],
    ['.co.uk', 10],
  ],
} as const;

const GERMAN = {
  first: list(
    'Müller, Größer & Söhne, Schäfer, Krüger, Weiß, Süddeutsche, Nordlicht, Rheinland-Pfälzische, Überseehandel, Alpenblick, Hanseatische, Bayerische, Königsberger, Jäger, Böhm, Vögel & Partner, Lübecker, Düsseldorfer, Münchner, Köln-Bonner, Saarländische, Thüringer, Fränkische, Voß, Brückner',
  ),
  trade: list(
    'Präzisionswerkzeuge, Maschinenbau, Energietechnik, Verkehrsbetriebe, Hotelbetriebe, Logistik, Metallverarbeitung, Prüftechnik, Kältetechnik, Gerätebau, Optik, Verpackungen, Möbelwerke, Medizintechnik, Fördertechnik, Antriebstechnik, Großhandel, Büroausstattung',
  ),
  form: [
    ['GmbH', 45],
    ['GmbH & Co. KG', 25],
    ['AG', 14],
    ['(Qingdao) GmbH', 8],
    ['mbH, Niederlassung Shenyang', 4],
    ['e. K.', 4],
  ],
  ending: [
    ['.de', 60],
    ['.partner.onmschina.cn', 25],
    ['.com', 15],
  ],
} as const;

const TURKISH = {
  first: list(
    'İstanbul, Iğdır, Çağdaş, Kapadokya, Ege, Boğaziçi, Şahin, Yıldız, Öztürk, Güneş, Işık, Doğuş, Karadeniz, Uludağ, Çınar, Gökçe, İzmir, Şişli, Üsküdar, Ağrı, Bereket, Kızılırmak, Toros, Efes',
  ),
  trade: list(
    'Lojistik, Gıda Sanayi, Turizm Otelcilik, Yayıncılık, Tekstil, İnşaat, Dış Ticaret, Otomotiv, Makine, Denizcilik, Sağlık Hizmetleri, Yazılım, Enerji Üretim, Mobilya, Ambalaj, Tarım Ürünleri, Çelik, Döküm',
  ),
  form: [
    ['A.Ş.', 50],
    ['Ltd. Şti.', 30],
    ['ve Ticaret Ltd. Şti.', 12],
    ['San. ve Tic. A.Ş.', 8],
  ],
  ending: [
    ['.com.tr', 65],
    ['.partner.onmschina.cn', 20],
    ['.com', 15],
  ],
} as const;

interface Language {
  readonly first: readonly string[];
  readonly trade: readonly string[];
  readonly form: readonly (readonly [string, number])[];
  readonly ending: readonly (readonly [string, number])[];
}

export const englishCompany = (random: Random): Company => latinCompany(random, ENGLISH);
export const germanCompany = (random: Random): Company => latinCompany(random, GERMAN);
export const turkishCompany = (random: Random): Company => latinCompany(random, TURKISH);

function latinCompany(random: Random, { ending, first, form, trade }: Language): Company {
  const called = random.pick(first);
  const name = `${called} ${random.pick(trade)} ${random.weighted(form)}`.trim();
  return { name, label: fold(called).replace(/[^a-z0-9]+/gu, '-'), ending: random.weighted(ending) };
}

import type { Random } from '#test/generator/random.ts';
import type { Company } from './company.ts';

/** A character with its reading, as domains are spelt. */
type Syllable = readonly [character: string, reading: string];

const syllables = (text: string): Syllable[] =>
  text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const);

/** What the names of companies are made of, in one script. */
interface Script {
  readonly places: readonly string[];
  readonly first: readonly Syllable[];
  readonly second: readonly Syllable[];
  readonly trades: readonly string[];
  readonly forms: readonly (readonly [string, number])[];
  readonly endings: readonly (readonly [string, number])[];
  /** Where the place stands: before the name, or in brackets after it. */
  readonly bracketed: number;
}

const SIMPLIFIED: Script = {
  places:
    '北京 上海 深圳 广州 杭州 南京 苏州 青岛 天津 武汉 成都 重庆 西安 沈阳 大连 厦门 宁波 无锡 长沙 郑州 济南 合肥 福州 昆明 哈尔滨 石家庄 佛山 东莞 温州 珠海 烟台 常州 南通 嘉兴 绍兴 泉州 贵阳 南宁 太原 兰州 乌鲁木齐 呼和浩特 海口'.split(
      ' ',
    ),
  first: syllables(
    '华hua 海hai 天tian 远yuan 中zhong 东dong 新xin 金jin 宏hong 恒heng 瑞rui 德de 博bo 安an 信xin 鼎ding 盛sheng 联lian 云yun 智zhi 启qi 万wan 凯kai 嘉jia 锦jin 泰tai 永yong 正zheng 明ming 银yin 星xing 隆long 兴xing 百bai 亿yi 卓zhuo 优you 通tong 国guo 润run 昊hao 汇hui 佳jia 康kang 领ling 蓝lan 红hong 青qing 龙long 凤feng 飞fei 速su 创chuang 科ke 晨chen 旭xu 禾he 长chang 江jiang 山shan 岳yue',
  ),
  second: syllables(
    '盛sheng 联lian 智zhi 洋yang 达da 创chuang 源yuan 信xin 泰tai 和he 业ye 丰feng 元yuan 通tong 科ke 讯xun 诚cheng 宇yu 航hang 林lin 辉hui 峰feng 成cheng 昌chang 利li 美mei 力li 康kang 景jing 腾teng 数shu 云yun 图tu 维wei 思si 方fang 正zheng 朗lang 悦yue 雅ya 程cheng 邦bang 宝bao 禾he 阳yang 海hai 捷jie 瑞rui 锐rui 杰jie 泽ze 润run 凯kai 旺wang 胜sheng 途tu 域yu 量liang 界jie 越yue',
  ),
  trades:
    '科技 网络科技 信息技术 数字科技 软件 贸易 国际贸易 物流 供应链管理 制造 精密机械 电子 新材料 新能源 生物医药 医疗器械 食品 餐饮管理 服饰 纺织 建筑工程 装饰设计 文化传媒 教育咨询 企业管理咨询 投资管理 房地产开发 酒店管理 旅游 环保科技 汽车零部件 化工 农业发展 包装材料 自动化设备 仪器仪表 船舶工程 半导体'.split(
      ' ',
    ),
  forms: [
    ['有限公司', 68],
    ['股份有限公司', 14],
    ['有限责任公司', 10],
    ['集团', 4],
    ['集团有限公司', 4],
  ],
  endings: [
    ['.partner.onmschina.cn', 60],
    ['.com.cn', 16],
    ['.cn', 12],
    ['.com', 12],
  ],
  bracketed: 0.2,
};

const TRADITIONAL: Script = {
  places: '台灣 台北 新北 桃園 台中 台南 高雄 新竹 香港 澳門 嘉義 彰化 基隆 九龍'.split(' '),
  first: syllables(
    '華hua 晨chen 鴻hong 聯lien 遠yuan 東tung 新hsin 金chin 宏hung 恆heng 瑞jui 德te 博po 安an 信hsin 鼎ting 盛sheng 雲yun 智chih 啟chi 萬wan 凱kai 嘉chia 錦chin 泰tai 永yung 正cheng 明ming 銀yin 星hsing 隆lung 興hsing 達ta 國kuo 潤jun 匯hui 康kang 領ling 藍lan 龍lung 鳳feng 飛fei',
  ),
  second: syllables(
    '碩shuo 海hai 星hsing 聯lien 智chih 洋yang 達ta 創chuang 源yuan 信hsin 泰tai 和ho 業yeh 豐feng 元yuan 通tung 訊hsun 誠cheng 宇yu 航hang 輝hui 峰feng 成cheng 昌chang 利li 美mei 力li 騰teng 圖tu 維wei 思szu 邦pang 寶pao 陽yang 捷chieh 銳jui 傑chieh 澤tse 凱kai 勝sheng 域yu 越yueh',
  ),
  trades:
    '科技 資訊 電子 設計 國際 實業 貿易 物流 精密工業 半導體 光電 生技 文創 餐飲 醫療器材 營造 紡織 機械 數位行銷 系統整合 顧問 觀光 化學工業 食品工業'.split(
      ' ',
    ),
  forms: [
    ['股份有限公司', 58],
    ['有限公司', 34],
    ['國際股份有限公司', 5],
    ['企業社', 3],
  ],
  endings: [
    ['.com.tw', 45],
    ['.onmicrosoft.com', 20],
    ['.partner.onmschina.cn', 20],
    ['.com.hk', 8],
    ['.com', 7],
  ],
  bracketed: 0.08,
};

/** A company with a name in simplified characters, such as 华盛联创（北京）科技有限公司. */
export const simplifiedCompany = (random: Random): Company => chineseCompany(random, SIMPLIFIED);

/** A company with a name in traditional characters, such as 台灣晨星設計股份有限公司. */
export const traditionalCompany = (random: Random): Company => chineseCompany(random, TRADITIONAL);

function chineseCompany(random: Random, script: Script): Company {
  const brand = [random.pick(script.first), random.pick(script.second)];
  if (random.chance(0.45)) brand.push(random.pick(script.first), random.pick(script.second));
  const called = brand.map(([character]) => character).join('');
  const place = random.pick(script.places);
  const rest = `${random.pick(script.trades)}${random.weighted(script.forms)}`;
  const name = random.chance(script.bracketed) ? `${called}（${place}）${rest}` : `${place}${called}${rest}`;
  return { name, label: brand.map(([, reading]) => reading).join(''), ending: random.weighted(script.endings) };
}

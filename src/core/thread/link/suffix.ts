/** Whose list of suffixes a text is read by: that of X's published counter, or today's. */
export type Suffixes = 'of 2020' | 'of today'

const longestPlain = 24
const encoded = /xn--[-0-9a-z]+/iy

/** The lists made ready: not before the first domain is met, since most posts have none. */
let ready: ReturnType<typeof prepared> | undefined

function prepared() {
  const foreign = { 'of 2020': wordsOf(fold(lists.of2020.foreign)), 'of today': wordsOf(fold(lists.since.foreign)) }
  const all = [...foreign['of 2020'], ...foreign['of today']]
  return {
    plain: {
      'of 2020': new Set(wordsOf(lists.of2020.plain)),
      'of today': new Set(wordsOf(`${lists.of2020.plain} ${lists.since.plain}`)),
    },
    foreign: { 'of 2020': new Set(foreign['of 2020']), 'of today': new Set(all) },
    longestForeign: Math.max(...all.map((suffix) => suffix.length)),
    /** Letters a foreign suffix may start with, in any case: some have rarer small forms. */
    starts: new Set([
      ...all.flatMap((suffix) => [suffix.charAt(0), suffix.charAt(0).toLowerCase()]),
      ...'ϵ ᲀ ᲁ ᲂ ᲃ ᲄ ᲅ ᲆ ᲇ ᲈ'.split(' '),
    ]),
  } as const
}

/** Where the suffix that starts at `start` ends, or -1 if none starts there. `end` is where the text to look at ends. */
export function suffixEnd(text: string, start: number, suffixes: Suffixes, end = text.length): number {
  if (!may(letter.domain, text, start)) return -1
  const { plain, foreign, longestForeign, starts } = (ready ??= prepared())
  const word = plainEnd(text, start, end)
  if (word > start + 1 && closes(text, word, end)) {
    const candidate = text.slice(start, word)
    if (plain[suffixes].has(candidate) || plain[suffixes].has(candidate.toLowerCase())) return word
  }
  if (starts.has(text.charAt(start))) {
    for (let at = Math.min(end, start + longestForeign); at > start; at--) {
      if (closes(text, at, end) && isAmong(foreign[suffixes], text.slice(start, at))) return at
    }
  }
  if (word !== start + 2) return -1
  encoded.lastIndex = start
  return encoded.test(text) ? Math.min(encoded.lastIndex, end) : -1
}

/** Where, from `from` on, the first full stop stands that a suffix may follow; -1 where none does, as in most posts. */
export function dotBeforeSuffix(text: string, from: number): number {
  beforeSuffix.lastIndex = from
  return beforeSuffix.test(text) ? beforeSuffix.lastIndex - 2 : -1
}

/** A suffix begins with a letter; those outside ASCII begin above the signs of Latin-1. */
const beforeSuffix = /\.[a-z\u00c0-\u1fff\u2070-\uffff]/gi

/** Whether `text` has anything that only today's list takes for a suffix. */
export function hasNewerSuffix(text: string): boolean {
  if (dotBeforeSuffix(text, 0) < 0) return false
  const newer = (newerSuffix ??= newerSuffixes())
  for (let dot = dotBeforeSuffix(text, 0); dot >= 0; dot = dotBeforeSuffix(text, dot + 1)) {
    newer.lastIndex = dot + 1
    if (newer.test(text)) return true
  }
  return false
}

let newerSuffix: RegExp | undefined

function newerSuffixes(): RegExp {
  const { plain, foreign } = lists.since
  return new RegExp(`(?:${`${plain} ${foreign}`.replaceAll(' ', '|')})(?![0-9a-z@+-])`, 'iy')
}

function plainEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + longestPlain + 1)
  let at = start
  while (at < limit && may(letter.alphanumeric, text, at)) at++
  return at
}

/** Nothing may follow a suffix that would make it part of a longer word, an address or a compound. */
function closes(text: string, at: number, end: number): boolean {
  return at >= end || !(may(letter.alphanumeric, text, at) || '@+-'.includes(text.charAt(at)))
}

function isAmong(foreign: ReadonlySet<string>, candidate: string): boolean {
  const folded = fold(candidate)
  return folded.length === candidate.length && foreign.has(folded)
}

function wordsOf(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}

/** Case as a pattern of JavaScript ignores it: no letter outside ASCII becomes one inside. */
function fold(word: string): string {
  return word.replace(/[ıſ]/g, ' ').toUpperCase()
}

/**
 * The last labels of domain names, as IANA delegates them: what makes X read `end.It` as a link. Data only, lower case.
 * X's own counter was last published with the suffixes of 2020; those delegated since stand apart, because nobody outside
 * knows which of them X has taken over. Suffixes written in their `xn--` form need no list: X takes any.
 */
const lists = {
  /** All that X's published counter knows. */
  of2020: {
    plain: `
  aaa aarp abarth abb abbott abbvie abc able abogado abudhabi ac academy accenture accountant accountants aco active
  actor ad adac ads adult ae aeg aero aetna af afamilycompany afl africa ag agakhan agency ai aig aigo airbus airforce
  airtel akdn al alfaromeo alibaba alipay allfinanz allstate ally alsace alstom am americanexpress americanfamily amex
  amfam amica amsterdam an analytics android anquan anz ao aol apartments app apple aq aquarelle ar arab aramco archi
  army arpa art arte as asda asia associates at athleta attorney au auction audi audible audio auspost author auto
  autos avianca aw aws ax axa az azure ba baby baidu banamex bananarepublic band bank bar barcelona barclaycard
  barclays barefoot bargains baseball basketball bauhaus bayern bb bbc bbt bbva bcg bcn bd be beats beauty beer
  bentley berlin best bestbuy bet bf bg bh bharti bi bible bid bike bing bingo bio biz bj bl black blackfriday blanco
  blockbuster blog bloomberg blue bm bms bmw bn bnl bnpparibas bo boats boehringer bofa bom bond boo book booking
  boots bosch bostik boston bot boutique box bq br bradesco bridgestone broadway broker brother brussels bs bt
  budapest bugatti build builders business buy buzz bv bw by bz bzh ca cab cafe cal call calvinklein cam camera camp
  cancerresearch canon capetown capital capitalone car caravan cards care career careers cars cartier casa case caseih
  cash casino cat catering catholic cba cbn cbre cbs cc cd ceb center ceo cern cf cfa cfd cg ch chanel channel charity
  chase chat cheap chintai chloe christmas chrome chrysler church ci cipriani circle cisco citadel citi citic city
  cityeats ck cl claims cleaning click clinic clinique clothing cloud club clubmed cm cn co coach codes coffee college
  cologne com comcast commbank community company compare computer comsec condos construction consulting contact
  contractors cooking cookingchannel cool coop corsica country coupon coupons courses cpa cr credit creditcard
  creditunion cricket crown crs cruise cruises csc cu cuisinella cv cw cx cy cymru cyou cz dabur dad dance data date
  dating datsun day dclk dds de deal dealer deals degree delivery dell deloitte delta democrat dental dentist desi
  design dev dhl diamonds diet digital direct directory discount discover dish diy dj dk dm dnp do docs doctor dodge
  dog doha domains doosan dot download drive dtv dubai duck dunlop duns dupont durban dvag dvr dz earth eat ec eco
  edeka edu education ee eg eh email emerck energy engineer engineering enterprises epost epson equipment er ericsson
  erni es esq estate esurance et etisalat eu eurovision eus events everbank exchange expert exposed express extraspace
  fage fail fairwinds faith family fan fans farm farmers fashion fast fedex feedback ferrari ferrero fi fiat fidelity
  fido film final finance financial fire firestone firmdale fish fishing fit fitness fj fk flickr flights flir florist
  flowers flsmidth fly fm fo foo food foodnetwork football ford forex forsale forum foundation fox fr free fresenius
  frl frogans frontdoor frontier ftr fujitsu fujixerox fun fund furniture futbol fyi ga gal gallery gallo gallup game
  games gap garden gay gb gbiz gd gdn ge gea gent genting george gf gg ggee gh gi gift gifts gives giving gl glade
  glass gle global globo gm gmail gmbh gmo gmx gn godaddy gold goldpoint golf goo goodhands goodyear goog google gop
  got gov gp gq gr grainger graphics gratis green gripe grocery group gs gt gu guardian gucci guge guide guitars guru
  gw gy hair hamburg hangout haus hbo hdfc hdfcbank health healthcare help helsinki here hermes hgtv hiphop hisamitsu
  hitachi hiv hk hkt hm hn hockey holdings holiday homedepot homegoods homes homesense honda honeywell horse hospital
  host hosting hot hoteles hotels hotmail house how hr hsbc ht htc hu hughes hyatt hyundai ibm icbc ice icu id ie ieee
  ifm iinet ikano il im imamat imdb immo immobilien in inc industries infiniti info ing ink institute insurance insure
  int intel international intuit investments io ipiranga iq ir irish is iselect ismaili ist istanbul it itau itv iveco
  iwc jaguar java jcb jcp je jeep jetzt jewelry jio jlc jll jm jmp jnj jo jobs joburg jot joy jp jpmorgan jprs juegos
  juniper kaufen kddi ke kerryhotels kerrylogistics kerryproperties kfh kg kh ki kia kim kinder kindle kitchen kiwi km
  kn koeln komatsu kosher kp kpmg kpn kr krd kred kuokgroup kw ky kyoto kz la lacaixa ladbrokes lamborghini lamer
  lancaster lancia lancome land landrover lanxess lasalle lat latino latrobe law lawyer lb lc lds lease leclerc lefrak
  legal lego lexus lgbt li liaison lidl life lifeinsurance lifestyle lighting like lilly limited limo lincoln linde
  link lipsy live living lixil lk llc llp loan loans locker locus loft lol london lotte lotto love lpl lplfinancial lr
  ls lt ltd ltda lu lundbeck lupin luxe luxury lv ly ma macys madrid maif maison makeup man management mango map
  market marketing markets marriott marshalls maserati mattel mba mc mcd mcdonalds mckinsey md me med media meet
  melbourne meme memorial men menu meo merckmsd metlife mf mg mh miami microsoft mil mini mint mit mitsubishi mk ml
  mlb mls mm mma mn mo mobi mobile mobily moda moe moi mom monash money monster montblanc mopar mormon mortgage moscow
  moto motorcycles mov movie movistar mp mq mr ms msd mt mtn mtpc mtr mu museum mutual mutuelle mv mw mx my mz na nab
  nadex nagoya name nationwide natura navy nba nc ne nec net netbank netflix network neustar new newholland news next
  nextdirect nexus nf nfl ng ngo nhk ni nico nike nikon ninja nissan nissay nl no nokia northwesternmutual norton now
  nowruz nowtv np nr nra nrw ntt nu nyc nz obi observer off office okinawa olayan olayangroup oldnavy ollo om omega
  one ong onion onl online onyourside ooo open oracle orange org organic orientexpress origins osaka otsuka ott ovh pa
  page pamperedchef panasonic panerai paris pars partners parts party passagens pay pccw pe pet pf pfizer pg ph
  pharmacy phd philips phone photo photography photos physio piaget pics pictet pictures pid pin ping pink pioneer
  pizza pk pl place play playstation plumbing plus pm pn pnc pohl poker politie porn post pr pramerica praxi press
  prime pro prod productions prof progressive promo properties property protection pru prudential ps pt pub pw pwc py
  qa qpon quebec quest qvc racing radio raid re read realestate realtor realty recipes red redstone redumbrella rehab
  reise reisen reit reliance ren rent rentals repair report republican rest restaurant review reviews rexroth rich
  richardli ricoh rightathome ril rio rip rmit ro rocher rocks rodeo rogers room rs rsvp ru rugby ruhr run rw rwe
  ryukyu sa saarland safe safety sakura sale salon samsclub samsung sandvik sandvikcoromant sanofi sap sapo sarl sas
  save saxo sb sbi sbs sc sca scb schaeffler schmidt scholarships school schule schwarz science scjohnson scor scot sd
  se search seat secure security seek select sener services ses seven sew sex sexy sfr sg sh shangrila sharp shaw
  shell shia shiksha shoes shop shopping shouji show showtime shriram si silk sina singles site sj sk ski skin sky
  skype sl sling sm smart smile sn sncf so soccer social softbank software sohu solar solutions song sony soy space
  spiegel sport spot spreadbetting sr srl srt ss st stada staples star starhub statebank statefarm statoil stc
  stcgroup stockholm storage store stream studio study style su sucks supplies supply support surf surgery suzuki sv
  swatch swiftcover swiss sx sy sydney symantec systems sz tab taipei talk taobao target tatamotors tatar tattoo tax
  taxi tc tci td tdk team tech technology tel telecity telefonica temasek tennis teva tf tg th thd theater theatre
  tiaa tickets tienda tiffany tips tires tirol tj tjmaxx tjx tk tkmaxx tl tm tmall tn to today tokyo tools top toray
  toshiba total tours town toyota toys tp tr trade trading training travel travelchannel travelers travelersinsurance
  trust trv tt tube tui tunes tushu tv tvs tw tz ua ubank ubs uconnect ug uk um unicom university uno uol ups us uy uz
  va vacations vana vanguard vc ve vegas ventures verisign versicherung vet vg vi viajes video vig viking villas vin
  vip virgin visa vision vista vistaprint viva vivo vlaanderen vn vodka volkswagen volvo vote voting voto voyage vu
  vuelos wales walmart walter wang wanggou warman watch watches weather weatherchannel webcam weber website wed
  wedding weibo weir wf whoswho wien wiki williamhill win windows wine winners wme wolterskluwer woodside work works
  world wow ws wtc wtf xbox xerox xfinity xihuan xin xperia xxx xyz yachts yahoo yamaxun yandex ye yodobashi yoga
  yokohama you youtube yt yun za zappos zara zero zip zippo zm zone zuerich zw
`,
    foreign: `
  vermögensberater vermögensberatung ελ ευ бг бел дети ею католик ком мкд мон москва онлайн орг рус рф
  сайт срб укр қаз հայ קום ابوظبي اتصالات ارامكو الاردن البحرين الجزائر السعودية العليان المغرب امارات
  ایران بارت بازار بيتك بھارت تونس سودان سورية شبكة عراق عرب عمان فلسطين قطر كاثوليك كوم مصر مليسيا
  موبايلي موريتانيا موقع همراه پاکستان ڀارت कॉम नेट भारत भारतम् भारोत संगठन বাংলা ভারত ভাৰত ਭਾਰਤ ભારત
  ଭାରତ இந்தியா இலங்கை சிங்கப்பூர் భారత్ ಭಾರತ ഭാരതം ලංකා คอม ไทย ລາວ გე みんな クラウド グーグル コム ストア セール ファッション
  ポイント 世界 中信 中国 中國 中文网 企业 佛山 信息 健康 八卦 公司 公益 台湾 台灣 商城 商店 商标 嘉里 嘉里大酒店 在线 大众汽车 大拿 天主教 娱乐 家電 工行 广东 微博 慈善
  我爱你 手机 手表 招聘 政务 政府 新加坡 新闻 时尚 書籍 机构 淡马锡 游戏 澳門 点看 珠宝 移动 组织机构 网址 网店 网站 网络 联通 诺基亚 谷歌 购物 通販 集团 電訊盈科 飞利浦
  食品 餐厅 香格里拉 香港 닷넷 닷컴 삼성 한국
`,
  },
  /** Delegated since, or spelled in one more way. */
  since: {
    plain: 'amazon kids merck music spa',
    foreign: 'ישראל ايران سوريا پاكستان السعودیة السعودیۃ السعوديه اليمن アマゾン 亚马逊 澳门 臺灣',
  },
} as const

/**
 * What each UTF-16 code unit may be in a link, one bit a role, as twitter-text's patterns have it (they ignore case, so a
 * few letters outside the Latin blocks come along: those whose other case lies inside). Source: twitter-text 3.1.
 */
export const letter = {
  /** May stand in a label of a domain that follows `https://`. */
  domain: 1,
  /** May stand right before a link. */
  before: 2,
  /** May stand in a domain that follows nothing: Latin letters, digits, hyphen. */
  bare: 4,
  path: 8,
  /** May end a path: so that the stop after a link is no part of it. */
  pathEnd: 16,
  query: 32,
  queryEnd: 64,
  /** 0-9 A-Z a-z. */
  alphanumeric: 128,
} as const

const latin =
  'c0-d6 d8-f6 f8-24f 253-254 256-257 259 25b 260 263 268-269 26f 272 275 280 283 288-28c 292 2bb 300-36f 399 3b9 ' +
  '1e00-1eff 1fbe 2c65-2c66 2c7e-2c7f a7dc'
const cyrillic = '400-4ff 1c80-1c87'
const alphanumeric = '30-39 41-5a 61-7a'
const notInDomains =
  '9-d 20-21 23-2f 3a-40 5b-5f 7b-7e 85 a0 61c 1680 180e 2000-200a 200e-200f 2028-202f 205f 2066-2069 3000 feff fffe-ffff'
const notBeforeLinks = '23-24 40 feff ff03 ff20 fffe-ffff'

/** The roles of every code unit: filled at the first need, since most posts have no link. */
let roles: Uint8Array | undefined

/** Whether the code unit of `text` at `index` may play `role`; beyond the text, nothing may. */
export function may(role: number, text: string, index: number): boolean {
  return index >= 0 && index < text.length && ((roles ??= markedTable())[text.charCodeAt(index)]! & role) !== 0
}

/** The end of the stretch from `index` on whose code units may all play `role`. */
export function endOf(role: number, text: string, index: number): number {
  while (may(role, text, index)) index++
  return index
}

function markedTable(): Uint8Array {
  const table = new Uint8Array(0x1_00_00).fill(letter.domain | letter.before)
  /** Gives the ranges a role (a bit), or takes it from them (the bit's complement). */
  const mark = (ranges: string, role: number): void => {
    for (const range of ranges.split(' ')) {
      const [first = '', last = first] = range.split('-')
      for (let unit = parseInt(first, 16); unit <= parseInt(last, 16); unit++) {
        table[unit] = role < 0 ? table[unit]! & role : table[unit]! | role
      }
    }
  }
  mark(notInDomains, ~letter.domain)
  mark(notBeforeLinks, ~letter.before)
  mark(latin, letter.bare | letter.path | letter.pathEnd)
  mark(cyrillic, letter.path | letter.pathEnd)
  mark(alphanumeric, letter.bare | letter.path | letter.pathEnd | letter.query | letter.queryEnd | letter.alphanumeric)
  mark(alphanumeric, ~letter.before)
  mark('2d', letter.bare)
  mark('21 23-27 2a-2f 3a-3b 3d 40 5b 5d 5f 7c 7e 2013', letter.path)
  mark('23 2b 2d 2f 3d 5f', letter.pathEnd)
  mark('21 23-2f 3a-3b 3d 3f 40 5b 5d 5f 7c 7e', letter.query)
  mark('23 26 2d 2f 3d 5f', letter.queryEnd)
  return table
}

import { createRequire } from 'node:module'

interface Found {
  readonly url?: string
  readonly screenName?: string
  readonly hashtag?: string
  readonly cashtag?: string
  readonly indices: readonly [number, number]
}

/** X's own counter, which the program itself does not carry. */
export const oracle = createRequire(import.meta.url)('@ambassify/twitter-text') as {
  readonly parseTweet: (text: string) => { readonly weightedLength: number }
  readonly extractUrls: (text: string) => readonly string[]
  readonly extractMentions: (text: string) => readonly string[]
  readonly extractHashtags: (text: string) => readonly string[]
  readonly extractCashtags: (text: string) => readonly string[]
  readonly extractEntitiesWithIndices: (
    text: string,
    options: { readonly extractUrlsWithoutProtocol: true },
  ) => readonly Found[]
}

/** Pieces that posts are made of, and the worst of what can stand next to each other. */
const pieces: readonly string[] = [
  words(
    'http:// https:// HTTPS:// http: // :// . . . / ? # # @ @ $ ＠ ＃ com org co.uk It ai t.co t.co/abc xn-- xn--abc',
  ),
  words('example.com www.example.org/path(a)(b(c)d) foo_bar.example.com README.md f.co a.comb -a a- _a .c :80 x=1&y=2'),
  words('日本 中国 рф ДЕТИ ком भारत भारतम् vermögensberater 嘉里大 嘉里大酒店 é é.com 日a.com λ ἀ ſ ı 가 각 ᄀ ᅡ ᆨ 𝅘𝅥 𐐀'),
  words('👨‍👩‍👧 👨‍👩‍👧‍👦 👩🏽‍🚀 👩‍❤️‍💋‍👨 🏳️‍🌈 🏴‍☠️ 👁‍🗨 🏃‍♀️ 🕵️‍♂️ 🧑‍🚀 🇺🇸 🇺 🇽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☝🏿 ☝️🏿 👍🏽 🪽 ❤️ ☀ ♂️ ©️ © ™️ #️⃣ 1️⃣ 😀 🏽'),
  words('a b Z 9 12 ( ) (( )) “ ” " \' , ; : ! * & = + % ~ | ^ ` - _ … — rt RT: AAPL brk.b name /list-a'),
  [
    '\u212a',
    '\u212b',
    '\u0958',
    '\u1fbe',
    '\u0301',
    '\u0323',
    '\u0345',
    'e\u0301',
    '1\u20e3',
    '\u200d',
    '\ufe0f',
    '\ufe0e',
    '\u20e3',
  ],
  [
    '\ud83d',
    '\udc68',
    '\ufeff',
    '\uffff',
    '\u202a',
    '\u200b',
    '\u2013',
    '\u3002',
    '\uff0e',
    '\u0007',
    '\0',
    '\xa0',
    '\u3000',
  ],
  [' ', ' ', ' ', '\n', '\t', ' @', ' #', ' $', 'The end.', 'x'.repeat(21), 'x'.repeat(70), '日'.repeat(20)],
].flat()

/** As many texts as asked for, the same every time for one seed. */
export function* nastyTexts(count: number, seed: number): Generator<string> {
  const random = randomFrom(seed)
  for (let made = 0; made < count; made++) {
    let text = ''
    for (let left = 1 + Math.floor(random() * 12); left > 0; left--) text += pieceFrom(random)
    yield text
  }
}

function pieceFrom(random: () => number): string {
  const chance = random()
  if (chance < 0.03) return String.fromCharCode(Math.floor(random() * 0x1_00_00))
  if (chance < 0.06) return String.fromCodePoint(0x1f000 + Math.floor(random() * 0xfff))
  return pieces[Math.floor(random() * pieces.length)] ?? ''
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function words(list: string): readonly string[] {
  return list.split(' ')
}

import { describe, expect, test } from 'vitest'
import { accidentsIn } from '../../../../src/core/thread/link/accidents.ts'
import { linksOf, urlsOf } from '../../../../src/core/thread/link/links.ts'
import { nastyTexts, oracle } from '../oracle.ts'

describe('urlsOf()', () => {
  test.each([
    ['bare domains', 'See example.org and example.co.uk.', ['example.org', 'example.co.uk']],
    [
      'protocol, port, path and query',
      'At https://example.org:80/a/b?c=d#e, yes.',
      ['https://example.org:80/a/b?c=d#e'],
    ],
    ['brackets that close', '(https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['file-like words', 'README.md, ASP.NET and install.sh', ['README.md', 'ASP.NET', 'install.sh']],
    ['a missing space', 'The end.It was 5 p.m.Now we go.', ['end.It', 'p.m.Now']],
    ['a domain in another script after a protocol', 'https://пример.рф/а', ['https://пример.рф/а']],
    ['a domain in another script alone', 'пример.рф', []],
    ['an encoded domain', 'xn--e1afmkfd.xn--p1ai', ['xn--e1afmkfd.xn--p1ai']],
    ['suffixes newer than the published list', 'my.music your.kids', ['my.music', 'your.kids']],
    ['nothing in an address for mail', 'me@example.org', []],
    ['nothing in numbers and abbreviations', 'U.S. law, v. 2.0, e.g. 3.14, a.i., 192.168.0.1', []],
    ['the slug of a shortened link and no more', 'https://t.co/abc/def', ['https://t.co/abc']],
    ['no shortened link with too long a slug', `https://t.co/${'a'.repeat(41)}`, []],
    ['no domain after a stop, slash, hyphen or underscore', './a.com -a.com _a.com', []],
    ['words with a quotation mark right before', '“example.org”', ['example.org']],
  ])('%s', (_, text, urls) => expect(urlsOf(text)).toEqual(urls))
})

describe('linksOf()', () => {
  test.each([
    ['a mention', 'cc @home!', [['mention', '@home']]],
    ['a mention with a list', 'see @home/news-now', [['mention', '@home/news-now']]],
    ['a mention after RT', 'RT@home: hi', [['mention', '@home']]],
    ['no mention in an address or a word', 'me@home a@b', []],
    ['no mention that runs into another', '@a@b', []],
    ['a hashtag', 'on #fairuse.', [['hashtag', '#fairuse']]],
    ['a hashtag in another script', '#日本 #élan', [['hashtag', '#日本'], ['hashtag', '#élan']]], // prettier-ignore
    ['no hashtag of digits, nor a keycap', 'We are #1, #2024 and #️⃣', []],
    [
      'a cashtag',
      'buy $AAPL, $BRK.B',
      [
        ['cashtag', '$AAPL'],
        ['cashtag', '$BRK.B'],
      ],
    ],
    ['no cashtag in a price', 'for $5 or US$AAPL', []],
    [
      'what starts first where two overlap',
      'https://example.org/@home#top',
      [['url', 'https://example.org/@home#top']],
    ],
  ])('%s', (_, text, links) => expect(linksOf(text).map(({ kind, text: found }) => [kind, found])).toEqual(links))

  test('gives each link with where it stands', () => {
    const text = 'a @b example.org'
    for (const link of linksOf(text)) expect(text.slice(link.span.start, link.span.end)).toBe(link.text)
    expect(linksOf(text).map(({ span }) => span.start)).toEqual([2, 5])
  })

  test("finds what X's own extractor finds, on random texts", () => {
    for (const text of nastyTexts(20_000, 3)) {
      // Which letters a hashtag may hold has grown with Unicode since; the rest is the same.
      const found = linksOf(text).filter(({ kind }) => kind !== 'hashtag')
      const expected = oracle.extractEntitiesWithIndices(text, { extractUrlsWithoutProtocol: true })
      if (expected.some(({ hashtag }) => hashtag !== undefined) || found.length < linksOf(text).length) continue
      expect({ text, spans: found.map(({ span }) => [span.start, span.end]) }).toEqual({
        text,
        spans: expected.map(({ indices }) => [...indices]),
      })
    }
  })
})

describe('accidentsIn()', () => {
  test.each([
    ['end.It', 'Put a space after the stop: "end. It".'],
    ['p.m.Now', 'Put a space after the stop: "p.m. Now".'],
    ['10.am', 'Put a space instead of the stop: "10 am".'],
    ['ASP.NET', 'If it is a name, write "ASP .NET"; if it is a link, write "https://ASP.NET".'],
    ['Socket.IO', 'If it is a name, write "Socket .IO"; if it is a link, write "https://Socket.IO".'],
    ['a.ai', 'If it is an abbreviation, write "a. ai"; if it is a link, write "https://a.ai".'],
    ['README.md', 'If it is a file, name it without its ending, "README"; if it is a link, write "https://README.md".'],
  ])('%s is one', (url, mend) => {
    expect(accidentsIn(`so ${url} is`).map((accident) => [accident.link.text, accident.mend])).toEqual([[url, mend]])
  })

  test.each([
    'example.org',
    'Example.Com',
    'EXAMPLE.ORG',
    'https://README.md',
    'www.install.sh',
    'docs.rs/zod',
    'x.com',
    't.co',
    '163.com',
  ])('%s is none', (url) => expect(accidentsIn(`so ${url} is`)).toEqual([]))

  test('a mention or a hashtag is none', () => expect(accidentsIn('@home #it')).toEqual([]))

  test.each(['end. It', 'p.m. Now', '10 am', 'ASP .NET', 'a. ai', 'README'])('"%s" is mended', (mended) => {
    expect(urlsOf(`so ${mended} is`)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { livePost } from '../../../src/core/publication/live-post.ts'

const short = 'https://t.co/abcdefghij'
const readBack = (text: string, urls: readonly { url: string; expanded_url?: string; media_key?: string }[] = []) =>
  livePost({ id: '77', text, entities: { urls: [...urls] } }).text

describe('livePost() gives back the words as they were written', () => {
  test.each([
    ['with a dollar and an ampersand', 'https://example.com/?p=10$&c=usd'],
    ['with two dollars', 'https://example.com/?p=$$1'],
    ['with what looks like an escape', 'https://example.com/?a=1&amp;b=2'],
    ['with another short link in it', 'https://example.com/?to=https://t.co/klmnopqrst'],
    ['of a picture of another post', 'https://x.com/someone/status/1234567/photo/1'],
    ['of a picture of a post whose id begins alike', 'https://x.com/someone/status/770/photo/1'],
  ])('an address %s', (_, address) => {
    const others = { url: 'https://t.co/klmnopqrst', expanded_url: 'https://example.org/' }
    expect(readBack(`See ${short} now.`, [{ url: short, expanded_url: address }, others])).toBe(`See ${address} now.`)
  })

  test('an escape that the author wrote', () => {
    expect(readBack('Write &amp;amp; for &amp;, &lt;br&gt;')).toBe('Write &amp; for &, <br>')
  })

  test('short links of which one begins like the other', () => {
    const urls = [
      { url: 'https://t.co/abc', expanded_url: 'https://example.com/' },
      { url: 'https://t.co/abcd', expanded_url: 'https://example.org/' },
    ]
    expect(readBack('https://t.co/abcd https://t.co/abc', urls)).toBe('https://example.org/ https://example.com/')
  })

  test.each(['photo', 'video'])('without the link to its own %s', (kind) => {
    const own = { url: short, expanded_url: `https://x.com/me/status/77/${kind}/1`, media_key: '3_1' }
    expect(readBack(`See this. ${short}`, [own])).toBe('See this.')
  })
})

import { expect, test } from 'vitest'
import type { Break, Post } from '../../../src/core/thread/thread.ts'
import { previewPage, type Preview } from '../../../src/faces/pages/preview.tsx'
import { stretchesOf } from '../../../src/faces/pages/stretches.ts'

function aPost(fields: Partial<Post> = {}): Post {
  const post = {
    n: 1,
    total: 1,
    text: 'Hello',
    weight: 5,
    source: null,
    break: null,
    card: null,
    images: [],
    links: [],
    price: 0.015,
  }
  return { ...post, ...fields }
}

function aPreview({ posts = [aPost()], ...fields }: Partial<Preview> & { posts?: readonly Post[] } = {}): string {
  const account = { handle: '@thebroadside', name: 'The Broadside' }
  return previewPage({ thread: { posts }, images: new Map(), account, network: 'x', price: 0.015, ...fields })
}

const card = { file: 'card-1.png', quote: 'a quote', alt: 'A card with "a quote"' }

test('previewPage() gives one page that loads nothing and runs nothing', () => {
  const html = aPreview()
  expect(html).toMatch(/^<!doctype html><html lang="en">/)
  expect(html).toContain('.post-text {')
  expect(html).not.toMatch(/<script|src="(?!data:)|<link rel="stylesheet"|@import|url\(/)
})

test('previewPage() shows who posts, and keeps the text with its line breaks and without markup', () => {
  const html = aPreview({ posts: [aPost({ text: 'One <b>\n\n& two' })] })
  expect(html).toContain('<b class="post-name">The Broadside</b>')
  expect(html).toContain('@thebroadside')
  expect(html).toContain('<p class="post-text">One &lt;b&gt;\n\n&amp; two</p>')
})

test('previewPage() colours links, mentions and hashtags as X does', () => {
  const text = 'See example.com, @someone, #fairuse and $XYZ; not a@b or #1'
  const html = aPreview({ posts: [aPost({ text, links: ['example.com'] })] })
  const coloured = [...html.matchAll(/<span class="post-link">([^<]+)</g)].map(([, words]) => words)
  expect(coloured).toEqual(['example.com', '@someone', '#fairuse', '$XYZ'])
})

test('previewPage() shows a card with its alternative text, which can also be read', () => {
  const html = aPreview({ posts: [aPost({ card })], images: new Map([['card-1.png', 'data:image/png;base64,AAAA']]) })
  expect(html).toContain('<img src="data:image/png;base64,AAAA" alt="A card with &quot;a quote&quot;"')
  expect(html).toContain('<summary>ALT</summary><p>A card with &quot;a quote&quot;</p>')
})

test('previewPage() shows no ALT badge on a picture of which nothing is said, and names it', () => {
  const html = aPreview({ posts: [aPost({ images: [{ file: 'map.png', alt: ' ' }] })] })
  expect(html).not.toContain('ALT')
  expect(html).toContain('Nothing is said of map.png yet.')
})

test('previewPage() says which card is not there', () => {
  expect(aPreview({ posts: [aPost({ card })] })).toContain('card-1.png cannot be shown.')
})

test.each([
  [100, 280, 'class="weight"', '100/280'],
  [270, 280, 'class="weight weight--near"', '270/280'],
  [281, 280, 'class="weight weight--over"', '281/280'],
  [400, 1000, 'class="weight"', '400/1000'],
])('previewPage() shows the weight %i of %i', (weight, limit, marked, words) => {
  const html = aPreview({ posts: [aPost({ weight })], limit })
  expect(html).toContain(marked)
  expect(html).toContain(words)
})

test('previewPage() shows what each post costs, a link standing out, and what all cost', () => {
  const posts = [aPost({ n: 1, price: 0.2, links: ['example.com'] }), aPost({ n: 2, price: 0.02 })]
  const html = aPreview({ posts, price: 0.22 })
  expect(html).toContain('$0.20 with a link')
  expect(html).toContain('$0.02')
  expect(html).toContain('<dt>Price</dt><dd>$0.22</dd>')
})

test.each([
  ['section', 'breaks at a heading'],
  ['paragraph', 'breaks between paragraphs'],
  ['item', 'breaks between items'],
  ['sentence', 'breaks between sentences'],
  ['clause', 'breaks within a sentence'],
  ['word', 'breaks between words'],
  ['grapheme', 'breaks within a word'],
  ['hard', 'your own break'],
] satisfies [Break, string][])('previewPage() names a %s break', (kind, words) => {
  expect(aPreview({ posts: [aPost({ n: 1, break: kind }), aPost({ n: 2 })] })).toContain(words)
})

test('previewPage() joins every post but the last to the next', () => {
  const posts = [aPost({ n: 1, break: 'item' }), aPost({ n: 2, break: 'item' }), aPost({ n: 3 })]
  expect(aPreview({ posts }).match(/class="post post--chained"/g)).toHaveLength(2)
})

test('previewPage() says what is to be mended, and how', () => {
  const html = aPreview({ problems: [{ code: 'post-empty', n: 1 }] })
  expect(html).toContain('One thing to mend')
  expect(html).toContain('Cannot queue post 1: it is empty')
  expect(html).toContain('Write something under its heading in thread.md')
  expect(aPreview()).not.toContain('to mend')
})

test('previewPage() says where the thread would go', () => {
  expect(aPreview({ network: 'x' })).toContain('Will be published on X as @thebroadside')
  expect(aPreview({ network: 'sandbox' })).toContain('in the sandbox, not on X, as @thebroadside')
})

test('stretchesOf() parts a text and loses none of it', () => {
  const text = 'a.ai and @me: a.ai, #tag — a.ai'
  const stretches = stretchesOf(text, ['a.ai', 'a.ai', 'a.ai'])
  expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
  expect(stretches.filter(({ kind }) => kind === 'link')).toHaveLength(3)
})

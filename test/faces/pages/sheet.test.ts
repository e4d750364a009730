import { expect, test } from 'vitest'
import { sheetPage } from '../../../src/faces/pages/sheet.tsx'

const card = { kind: 'card', bytes: Uint8Array.of(1, 2, 3), type: 'image/png', alt: 'Quote card: “<b>”' } as const
const problem = {
  kind: 'problem',
  theme: 'poster',
  problem: { code: 'quote-too-long', length: 900, most: 400 },
} as const

test('sheetPage() shows each card in every theme, needs nothing from outside, and writes words as words', () => {
  const choice = { post: 3, quote: '<script>alert(1)</script>', cards: [{ ...card, theme: 'plain' }, problem] }
  const themes = [
    { name: 'plain', notes: [] },
    { name: 'poster', notes: [{ code: 'logo-faint', theme: 'poster', wanted: 'darker' } as const] },
  ]
  const page = sheetPage({ slug: 'on-power', title: 'On power & time', theme: 'plain', themes, choices: [choice] })
  expect(page).toContain('src="data:image/png;base64,AQID"')
  expect(page).toMatch(/<figure class="now">.*<strong>plain<\/strong><span class="use">in use/)
  expect(page).toContain('The logo can hardly be made out on a card in the theme poster')
  expect(page).toContain('body:has(#show-poster:checked) li:not(.in-poster){display:none}')
  expect(page).toContain('the quote has 900 characters')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).not.toMatch(/<script|<link rel="stylesheet"|src="http/)
})

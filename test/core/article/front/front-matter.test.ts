import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { wordsOf } from '../../../../src/core/words.ts'

function problemsOf(...lines: readonly string[]) {
  return readArticle(['---', ...lines, '---', '', 'Words.'].join('\n')).problems
}

describe('front matter', () => {
  test('names the line of an unknown field, and the field that was meant', () => {
    const [problem] = problemsOf('title: T', 'clossing: off')
    expect(problem).toEqual({ code: 'front-matter-unknown', line: 3, field: 'clossing', near: 'closing' })
    expect(problem && wordsOf(problem).hint).toBe('Did you mean "closing"?')
    expect(problemsOf('title: T', 'mood: sad')).toEqual([
      { code: 'front-matter-unknown', line: 3, field: 'mood', near: null },
    ])
  })

  test('that is longer than anyone’s is a problem, and is not read', () => {
    const fields = Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`)
    const [problem] = problemsOf('title: T', ...fields)
    expect(problem).toMatchObject({ code: 'front-matter-bad', line: 201 })
    expect(problem && wordsOf(problem).message).toContain('more than 200 lines')
    expect(readArticle(['---', 'title: T', ...fields, '', 'Words.'].join('\n')).problems).toMatchObject([
      { code: 'front-matter-bad', line: 1 },
    ])
    expect(problemsOf(`title: ${'[a, '.repeat(50_000)}`)).toMatchObject([{ code: 'front-matter-bad', line: 2 }])
    expect(
      problemsOf(...fields.map((field) => field.replace(':', ' is'))).filter((one) => one.code === 'front-matter-bad'),
    ).toEqual([])
  })

  test('that says a thing twice is a problem', () => {
    expect(problemsOf('title: T', 'tags: [a]', 'title: U')).toMatchObject([{ code: 'front-matter-bad', line: 4 }])
  })

  test('that never ends is told, and a rule above prose is a rule', () => {
    expect(readArticle('---\ntitle: T\ntags: [a]\n\nWords.').problems).toEqual([
      { code: 'front-matter-bad', line: 1, why: 'the "---" that is to end it is missing' },
    ])
    expect(readArticle('---\nHe said: no.\n\nWords.').problems).toEqual([])
    expect(readArticle('---\n\ntitle: T\n').problems).toEqual([])
  })

  test('is known by a field that is almost right', () => {
    expect(problemsOf('titel: T')).toEqual([{ code: 'front-matter-unknown', line: 2, field: 'titel', near: 'title' }])
  })

  test('leaves to other programs what is theirs', () => {
    expect(problemsOf('date: 2025-03-01', 'author: Ann', 'layout: post', 'draft: true', 'categories: [a]')).toEqual([])
  })

  test('minds no capitals, and reads the short word for the language', () => {
    const { title, language } = readArticle('---\nTitle: T\nLang: de\n---\n\nWords.')
    expect([title, language]).toEqual(['T', 'de'])
  })

  test.each([
    ['title: [a]', 'a line of words'],
    ['language: german', 'a language tag such as en or de'],
    ['language: xx', 'a language tag such as en or de'],
    ['quotes: [[a]]', 'a list of quotes'],
    ['closing: 7', 'on or off'],
    ['tags: {a: b}', 'a list of words'],
    ['link: example.org', 'a web address that begins with https://'],
    ['parts: 0', 'headings, none or a number'],
    ['parts: many', 'headings, none or a number'],
    ['theme: [a]', 'the name of a theme'],
    ['code: picture', 'text, card or out'],
    ['links: below', 'inline or closing'],
  ])('asks for what a field wants: %s', (line, wants) => {
    const field = line.split(':')[0]
    expect(problemsOf('date: 2025', line)).toMatchObject([{ code: 'front-matter-field', line: 3, field, wants }])
  })

  test.each([
    ['parts: 3', { parts: 3 }],
    ['parts: headings', { parts: 'headings' }],
    ['parts: none', { parts: 'none' }],
    ['tags: "#law courts"', { tags: ['law', 'courts'] }],
    ['link: https://example.org/a', { link: 'https://example.org/a' }],
    ['closing: no', { closing: false }],
    ['theme: nocturne', { theme: 'nocturne' }],
    ['language: pt-br', { language: 'pt-BR' }],
    ['code: Card', { code: 'card' }],
  ])('takes %s', (line, front) => {
    expect(readArticle(`---\n${line}\n---\n\nWords.`)).toMatchObject({ front, problems: [] })
  })

  test('names the line of a field that is there twice', () => {
    expect(problemsOf('title: A', 'title: B')).toMatchObject([{ code: 'front-matter-bad', line: 3 }])
  })

  test.each([
    ['a rule at the top', '---\n\nOne. Two.', 'One. Two.'],
    ['an underlined heading', 'A Title\n---\n\nOne. Two.', 'A Title\n\nOne. Two.'],
    ['prose between rules', '---\n\nNote: one.\n\n---\n\nTwo. Three.', 'Note: one.\n\nTwo. Three.'],
    ['front matter that is never closed', '---\ntitle: A\n\nOne. Two.', 'title: A\n\nOne. Two.'],
  ])('is not %s', (_, source, text) => {
    expect(readArticle(source).text).toBe(text)
  })
})

describe('the language', () => {
  test.each([
    ['en', 'It was the best of times, it was the worst of times, and nobody knew which of the two it was.'],
    ['de', 'Es war die beste und die schlechteste aller Zeiten, und niemand wusste, was von beidem es war.'],
    ['fr', 'C’était le meilleur et le pire des temps, et personne ne savait lequel des deux il était pour nous.'],
    ['es', 'Era el mejor de los tiempos y era el peor de los tiempos, y nadie sabía cuál de los dos era en verdad.'],
    ['pt', 'Era o melhor dos tempos e era o pior dos tempos, mas ninguém sabia qual dos dois era para nós.'],
    ['it', 'Era il migliore dei tempi, era il peggiore dei tempi, ma nessuno sapeva quale dei due fosse per noi.'],
    ['nl', 'Het was de beste tijd en het was de slechtste tijd, maar niemand wist welke van de twee het was.'],
    ['sv', 'Det var den bästa av tider och det var den sämsta av tider, men ingen visste vilken det var för oss.'],
    ['pl', 'To były najlepsze czasy i to były najgorsze czasy, ale nikt nie wiedział, które z nich są dla nas.'],
    ['tr', 'Zamanların en iyisi ve en kötüsüydü ama bu ikisinden hangisi olduğu için kimse bir şey bilmiyordu daha.'],
    ['ru', 'Это было лучшее из времён, это было худшее из времён.'],
    ['uk', 'Це були найкращі часи, і це були найгірші часи, і ніхто не знав, які з них.'],
    ['el', 'Ήταν οι καλύτερες εποχές, ήταν οι χειρότερες.'],
    ['he', 'היו אלה הזמנים הטובים ביותר.'],
    ['ar', 'كان أفضل الأزمنة وكان أسوأ الأزمنة.'],
    ['fa', 'بهترین روزگار بود و بدترین روزگار بود، چه کسی می‌دانست.'],
    ['ja', 'それは最良の時代であり、最悪の時代だった。'],
    ['zh', '那是最好的时代，那是最坏的时代。'],
    ['ko', '최고의 시간이었고, 최악의 시간이었다.'],
    ['hi', 'वह सबसे अच्छा समय था।'],
    ['th', 'มันเป็นช่วงเวลาที่ดีที่สุด'],
    ['en', 'Rendezvous à la carte, said the maître d’hôtel, and le patron smiled. So did the rest of us.'],
    ['en', '12 + 30 = 42'],
  ])('is %s: %s', (language, text) => {
    expect(readArticle(text).language).toBe(language)
  })

  test('is what the front matter says, else what the caller says, else what the words say', () => {
    const words = 'Es war die beste und die schlechteste aller Zeiten, und niemand wusste, was es war.'
    expect(readArticle(words, { language: 'nl' }).language).toBe('nl')
    expect(readArticle(`---\nlanguage: fr\n---\n${words}`, { language: 'nl' }).language).toBe('fr')
  })
})

import type { Dropped } from '../article.ts'
import type { LinksChoice } from '../choices.ts'

/** The addresses of an article's links: each is printed once, behind its words or in the closing. */
export interface Citations {
  /** What stands in the text for a link of these words. */
  print(words: string, url: string, dropped: Dropped[]): string
  /** Whether an address was printed, or will be. */
  has(url: string): boolean
  /** What is left for the closing, in order. */
  links(): readonly string[]
}

export function citations(choice: LinksChoice): Citations {
  const spelled = new Set<string>()
  const cited = new Map<string, string>()
  return {
    print(words, url, dropped) {
      const target = targetOf(url)
      if (target.kind === 'none') {
        if (url !== '' && bare(url) !== bare(words)) dropped.push({ text: url, why: target.why })
        return words
      }
      const key = bare(target.printed)
      if (bare(words) === key) {
        spelled.add(key)
        return words
      }
      const isSaid = spelled.has(key) || cited.has(key)
      if (!cited.has(key)) cited.set(key, target.printed)
      if (isSaid || choice === 'closing') return words
      return words.trim() === '' ? target.printed : `${words} (${target.printed})`
    },
    has: (url) => spelled.has(bare(url)) || cited.has(bare(url)),
    links: () =>
      choice === 'inline' ? [] : [...cited].filter(([key]) => !spelled.has(key)).map(([, printed]) => printed),
  }
}

type Target = { readonly kind: 'address'; readonly printed: string } | { readonly kind: 'none'; readonly why: string }

/** Where a link leads, as a reader of the thread may use it. */
function targetOf(url: string): Target {
  const address = (printed: string): Target => ({ kind: 'address', printed: printed.replace(/\s/g, '%20') })
  if (/^https?:\/\/./i.test(url)) return address(url)
  if (/^\/\/[^/]/.test(url)) return address(`https:${url}`)
  const mail = /^mailto:([^?]+)/i.exec(url)?.[1]
  if (mail !== undefined) return address(mail)
  return { kind: 'none', why: `a link that leads nowhere on X${reasonOf(url)}` }
}

function reasonOf(url: string): string {
  if (url.startsWith('#')) return ': it is for the page alone'
  if (/^(?:javascript|data|vbscript):/i.test(url)) return ': it is no address'
  return /^[a-z][a-z\d+.-]*:/i.test(url) ? ': X does not open such addresses' : ': its address is not whole'
}

function bare(url: string): string {
  return url
    .trim()
    .replace(/^(?:(?:https?:)?\/\/|mailto:)/i, '')
    .replace(/\/$/, '')
}

import type { Article } from '../article/article.ts'
import { withLinks } from './closing-posts.ts'

export interface ClosingFacts {
  readonly article: Article
  /** The settings' call to action; null or "" for none. */
  readonly callToAction: string | null
  /** The settings' notice, with {handle}, {month} and {year} where they belong. */
  readonly notice: string | null
  /** With the @; null where the settings name none. */
  readonly handle: string | null
  /** How much a post may weigh, where links are collected: 280 where it is not given. */
  readonly limit?: number
  readonly numbering?: string
}

/** The month and year of publication in the owner's time zone. */
export interface Day {
  /** 1–12. */
  readonly month: number
  readonly year: number
}

/** The closing as it is posted on `day`; null where there is nothing to say. */
export function closingOf({ month, year, ...facts }: ClosingFacts & Day): string | null {
  const template = closingTemplate(facts)
  return template === null ? null : closingOn(template, { month, year })
}

/**
 * The links of the article where its owner wants them here, the call to action, a blank line and the notice, each once, with {month} and {year} still to fill. Where the article's
 * own say the same words as the settings', the settings' wording is posted; where they say others, the article's.
 */
export function closingTemplate({ article, callToAction, notice, handle, ...frame }: ClosingFacts): string | null {
  const { limit = 280, numbering = '{n}/{total}' } = frame
  if (!article.front.closing) return null
  const who = handle ?? handleIn(article.notice)
  const asked = signedBy(who, chosen(article.callToAction, callToAction)).trim()
  const signed = signedBy(who, chosen(article.notice, notice))
  const tags = article.front.tags.map((tag) => `#${tag}`).join(' ')
  const above = [asked, article.front.link ?? ''].filter(isSaid).join('\n')
  const said = [above, signed.trim(), tags].filter(isSaid).join('\n\n')
  // The widest month there is.
  const filled = closingOn(said, { month: 9, year: 2026 })
  const closing = withLinks(said, article.links, { limit, numbering, filled })
  return closing === '' ? null : closing
}

/** `words` with who signs them in the place of {handle}; without it where nobody does. */
export function signedBy(who: string | null, words: string): string {
  return who === null ? words.replace(/\{handle\}[^\S\n]*/g, '') : words.replaceAll('{handle}', who)
}

/** `template` with its month and year: "{month} {year}" is "DEC. 2026". */
export function closingOn(template: string, { month, year }: Day): string {
  return template.replaceAll('{month}', months[month - 1] ?? '').replaceAll('{year}', String(year))
}

/** Months as the Associated Press abbreviates them before a year. */
const months = [
  'JAN.',
  'FEB.',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUG.',
  'SEPT.',
  'OCT.',
  'NOV.',
  'DEC.',
] as const

function chosen(own: string | null, settings: string | null): string {
  const set = (settings ?? '').trim()
  return own === null || (set !== '' && wordsOf(own) === wordsOf(set)) ? set : own
}

/** What a call to action or a notice says, without who, when, capitals and punctuation. */
function wordsOf(text: string): string {
  return text
    .replace(/\{(?:handle|month|year)\}/g, ' ')
    .replace(/@\w+/g, ' ')
    .toLowerCase()
    .replace(monthName, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const monthName =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?/g

function handleIn(notice: string | null): string | null {
  return /^@\w+/.exec(notice ?? '')?.[0] ?? null
}

function isSaid(words: string): boolean {
  return words !== ''
}

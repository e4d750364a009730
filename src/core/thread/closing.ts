import type { Article } from '../article/article.ts'

export interface ClosingFacts {
  readonly article: Article
  /** The settings' call to action; null or "" for none. */
  readonly callToAction: string | null
  /** The settings' notice, with {handle}, {month} and {year} where they belong. */
  readonly notice: string | null
  /** With the @; null where the settings name none. */
  readonly handle: string | null
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
 * The call to action, a blank line and the notice, each once, with {month} and {year} still to fill. Where the article's
 * own say the same words as the settings', the settings' wording is posted; where they say others, the article's.
 */
export function closingTemplate({ article, callToAction, notice, handle }: ClosingFacts): string | null {
  if (!article.front.closing) return null
  const who = handle ?? handleIn(article.notice)
  const asked = chosen(article.callToAction, callToAction)
  const noticed = chosen(article.notice, notice)
  const signed = who === null ? noticed.replace(/\{handle\}[^\S\n]*/g, '') : noticed.replaceAll('{handle}', who)
  const tags = article.front.tags.map((tag) => `#${tag}`).join(' ')
  const above = [asked, article.front.link ?? ''].filter(isSaid).join('\n')
  const closing = [above, signed.trim(), tags].filter(isSaid).join('\n\n')
  return closing === '' ? null : closing
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

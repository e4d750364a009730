import type { Problem } from '../problem.ts'
import { fencedYaml, fieldsOf, type Fields } from './yaml.ts'

/** What the owner says about the article above it, between two lines of `---`. */
export interface FrontMatter {
  readonly title: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly quotes: readonly string[]
  /** Whether the thread ends with a closing. */
  readonly closing: boolean
  readonly tags: readonly string[]
  readonly link: string | null
  readonly parts: 'headings' | 'none' | number | null
  readonly theme: string | null
}

export interface Opened {
  readonly front: FrontMatter
  /** The source below the front matter. */
  readonly body: string
  /** How many lines of the source stand above the body. */
  readonly above: number
  readonly problems: readonly Problem[]
}

/** Parts the front matter from the body. A field that makes no sense is a problem and counts as absent. */
export function openFrontMatter(source: string): Opened {
  const fenced = fencedYaml(source)
  const fields = fenced === null ? null : fieldsOf(fenced.yaml)
  if (fenced === null || fields === null || !isAbout(fields))
    return { front: none, body: source, above: 0, problems: [] }
  const above = source.slice(0, source.length - fenced.body.length).split('\n').length - 1
  if ('problem' in fields) return { front: none, body: fenced.body, above, problems: [fields.problem] }
  const problems: Problem[] = []
  const take = <T>(field: string, wants: string, read: (value: unknown) => T | null, absent: T): T => {
    const value = fields.values.get(field)
    if (value === undefined || value === null) return absent
    const taken = read(value)
    if (taken === null) problems.push({ code: 'front-matter-field', field, value: shown(value), wants })
    return taken ?? absent
  }
  const front: FrontMatter = {
    title: take<string | null>('title', 'a line of words', asLine, null),
    language: take<string | null>('language', 'a language tag such as en or de', asLanguage, null),
    quotes: take('quotes', 'a list of quotes', asLines, []),
    closing: take('closing', 'on or off', asSwitch, true),
    tags: take('tags', 'a list of words', asTags, []),
    link: take<string | null>('link', 'a web address', asLink, null),
    parts: take<FrontMatter['parts']>('parts', 'headings, none or a number', asParts, null),
    theme: take<string | null>('theme', 'the name of a theme', asLine, null),
  }
  return { front, body: fenced.body, above, problems }
}

/** Prose between two rules may look like a field ("Note: …"); front matter has a field that files like this one have. */
function isAbout(fields: Fields): boolean {
  return 'problem' in fields || [...fields.values.keys()].some((field) => usual.has(field.toLowerCase()))
}

const usual: ReadonlySet<string> = new Set(
  (
    'title language quotes closing tags link parts theme date author authors layout slug description categories category ' +
    'draft image published updated subtitle excerpt permalink keywords lang summary cover type id url'
  ).split(' '),
)

const none: FrontMatter = {
  title: null,
  language: null,
  quotes: [],
  closing: true,
  tags: [],
  link: null,
  parts: null,
  theme: null,
}

function asLine(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const words = String(value).replace(/\s+/g, ' ').trim()
  return words === '' ? null : words
}

function asLines(value: unknown): readonly string[] | null {
  const all = (Array.isArray(value) ? value : [value]).map(asLine)
  return all.every((one) => one !== null) ? all : null
}

function asTags(value: unknown): readonly string[] | null {
  const words = typeof value === 'string' ? value.split(/[\s,]+/) : asLines(value)
  return words?.map((word) => word.replace(/^#/, '')).filter((word) => word !== '') ?? null
}

function asLanguage(value: unknown): string | null {
  try {
    return Intl.getCanonicalLocales(String(value))[0] ?? null
  } catch {
    return null
  }
}

function asSwitch(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (/^(?:on|yes)$/i.test(String(value))) return true
  return /^(?:off|no|none)$/i.test(String(value)) ? false : null
}

function asLink(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? value : null
}

function asParts(value: unknown): FrontMatter['parts'] {
  if (value === 'headings' || value === 'none') return value
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : null
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

import { nearest } from '../../nearest.ts'
import type { Problem } from '../../problem.ts'
import { codeChoices, type CodeChoice, linksChoices, type LinksChoice } from '../choices.ts'
import { asLanguage, asLine, asLines, asLink, asOneOf, asParts, asSwitch, asTags, shown } from './field.ts'
import { beginningOf, type FieldMap, fencedYaml, type Fields, fieldsOf, unfencedYaml, writtenFields } from './yaml.ts'

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
  /** Where blocks of code and the addresses of links go; null: as the settings say. */
  readonly code: CodeChoice | null
  readonly links: LinksChoice | null
}

export interface Opened {
  readonly front: FrontMatter
  /** The source below the front matter. */
  readonly body: string
  /** How many lines of the source stand above the body. */
  readonly above: number
  /** The line of the source on which it begins to list quotes. */
  readonly quotesLine?: number
  readonly problems: readonly Problem[]
}

/** Parts the front matter from the body. A field that makes no sense is a problem and counts as absent. */
export function openFrontMatter(source: string): Opened {
  if (isUnclosed(source)) {
    const problem = { code: 'front-matter-bad', line: 1, why: 'the "---" that is to end it is missing' } as const
    return { front: none, body: source, above: 0, problems: [problem] }
  }
  const fenced = fencedYaml(source)
  const fields = fenced === null ? null : writtenFields(fenced.yaml)
  if (fenced === null || fields === null || !isAbout(fields))
    return { front: none, body: source, above: 0, problems: [] }
  const above = source.slice(0, source.length - fenced.body.length).split('\n').length - 1
  if ('problem' in fields) return { front: none, body: fenced.body, above, problems: [fields.problem] }
  return { ...read(fields), body: fenced.body, above }
}

/** A rule at the top may be meant as one; fields below it are not. */
function isUnclosed(source: string): boolean {
  const yaml = unfencedYaml(source)
  const fields = yaml === null ? null : fieldsOf(beginningOf(yaml))
  return fields !== null && !('problem' in fields) && isAbout(fields)
}

function read({ values, lines }: FieldMap): Pick<Opened, 'front' | 'quotesLine' | 'problems'> {
  const problems: Problem[] = []
  const byName = new Map([...values.keys()].map((written) => [nameOf(written), written]))
  const take = <T>(name: keyof FrontMatter, wants: string, make: (value: unknown) => T | null, absent: T): T => {
    const field = byName.get(name) ?? name
    const value = values.get(field)
    if (value === undefined || value === null) return absent
    const taken = make(value)
    if (taken !== null) return taken
    problems.push({ code: 'front-matter-field', line: lines.get(field) ?? 1, field, value: shown(value), wants })
    return absent
  }
  const front: FrontMatter = {
    title: take<string | null>('title', 'a line of words', asLine, null),
    language: take<string | null>('language', 'a language tag such as en or de', asLanguage, null),
    quotes: take('quotes', 'a list of quotes', asLines, []),
    closing: take('closing', 'on or off', asSwitch, true),
    tags: take('tags', 'a list of words', asTags, []),
    link: take<string | null>('link', 'a web address that begins with https://', asLink, null),
    parts: take<FrontMatter['parts']>('parts', 'headings, none or a number', asParts, null),
    theme: take<string | null>('theme', 'the name of a theme', asLine, null),
    code: take<CodeChoice | null>('code', 'text, card or out', asOneOf(codeChoices), null),
    links: take<LinksChoice | null>('links', 'inline or closing', asOneOf(linksChoices), null),
  }
  for (const [name, field] of byName) {
    if (name in none || foreign.has(name)) continue
    problems.push({
      code: 'front-matter-unknown',
      line: lines.get(field) ?? 1,
      field,
      near: nearest(name, Object.keys(none), slips(name)),
    })
  }
  const quotesLine = lines.get(byName.get('quotes') ?? '')
  const where = quotesLine === undefined ? {} : { quotesLine }
  return { front, ...where, problems: problems.toSorted((a, b) => lineIn(a) - lineIn(b)) }
}

/** Capitals tell no fields apart, and some write the short word. */
function nameOf(written: string): string {
  const name = written.trim().toLowerCase()
  return name === 'lang' ? 'language' : name
}

/**
 * Prose between two rules may look like a field ("Note: …"); front matter has a field that files like this one have, or one
 * that is written almost so.
 */
function isAbout(fields: Fields): boolean {
  if ('problem' in fields) return true
  return [...fields.values.keys()].map(nameOf).some((name) => isKnown(name) || isSlip(name))
}

function isKnown(name: string): boolean {
  return name in none || foreign.has(name)
}

function isSlip(name: string): boolean {
  return name.length > 3 && nearest(name, Object.keys(none), slips(name)) !== null
}

/** How many letters of a name may be wrong for it to be known. */
function slips(name: string): number {
  return name.length > 5 ? 2 : 1
}

function lineIn(problem: Problem): number {
  return 'line' in problem ? (problem.line ?? 0) : 0
}

/** Fields that other programs read, and this one has no use for. */
const foreign: ReadonlySet<string> = new Set(
  (
    'date author authors layout slug description categories category draft image published updated subtitle excerpt ' +
    'permalink keywords summary cover type id url aliases series weight created modified toc featured_image tag hidden ' +
    'lastmod publishdate canonical_url source comments math banner thumbnail cssclass cssclasses created_at updated_at'
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
  code: null,
  links: null,
}

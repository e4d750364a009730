import { fieldsOf } from '../../article/front/yaml.ts'
import { nearest } from '../../nearest.ts'
import type { Problem } from '../../problem.ts'
import type { PartOf } from '../thread.ts'
import { threadFileOf } from './series-file.ts'
import type { ThreadHead } from './thread-file.ts'

export interface HeadFields extends Omit<ThreadHead, 'closing'> {
  /** What the file was when it was drafted. */
  readonly drafted: string
  readonly problems: readonly Problem[]
}

const known = ['article', 'limit', 'numbering', 'part', 'lead', 'images', 'code', 'ends', 'drafted'] as const

/** Reads the lines above the posts of thread.md; what cannot be read counts as it is by default, and is a problem. */
export function fieldsIn(yaml: string): HeadFields {
  const fields = fieldsOf(yaml)
  const values: ReadonlyMap<string, unknown> = fields !== null && 'values' in fields ? fields.values : new Map()
  const given = Object.fromEntries(values)
  const {
    article = '',
    limit = 280,
    numbering = usual,
    drafted = '',
    part = null,
    lead = '',
    images,
    code,
    ends,
  } = given
  const problems: Problem[] = fields !== null && 'problem' in fields ? [fields.problem] : []
  const isLimit = typeof limit === 'number' && Number.isInteger(limit) && limit > 0
  if (!isLimit) problems.push(misfit('limit', limit, 'a whole number'))
  const isNumbering = isNumberingTemplate(numbering)
  if (!isNumbering) problems.push(misfit('numbering', numbering, 'words with {n} in them, or "" for none,'))
  const file = threadFileOf(partOf(part))
  for (const field of values.keys())
    if (!known.some((one) => one === field))
      problems.push({ code: 'head-field-unknown', file, field, near: nearest(field, known) })
  return {
    article: String(article),
    limit: isLimit ? limit : 280,
    numbering: isNumbering ? numbering : usual,
    part: partOf(part),
    lead: String(lead),
    ...(Array.isArray(images) ? { images: images.map(String) } : {}),
    ...(Array.isArray(code) ? { code: code.map(String) } : {}),
    ...(typeof ends === 'number' ? { ends } : {}),
    drafted: String(drafted),
    problems,
  }
}

const usual = '{n}/{total}'

function isNumberingTemplate(value: unknown): value is string {
  return typeof value === 'string' && (value.trim() === '' || value.includes('{n}'))
}

function misfit(field: string, value: unknown, wants: string): Problem {
  return { code: 'front-matter-field', field, value: JSON.stringify(value) ?? '', wants }
}

function partOf(value: unknown): PartOf | null {
  const [, n, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(String(value)) ?? []
  const part = { n: Number(n), of: Number(of) }
  return part.n >= 1 && part.n <= part.of ? part : null
}

import { fieldsOf } from '../article/yaml.ts'
import type { Problem } from '../problem.ts'
import type { ThreadHead } from './thread-file.ts'
import type { PartOf } from './thread.ts'

export interface HeadFields extends Omit<ThreadHead, 'closing'> {
  /** What the file was when it was drafted. */
  readonly drafted: string
  readonly problems: readonly Problem[]
}

/** Reads the lines above the posts of thread.md; what cannot be read counts as it is by default, and is a problem. */
export function fieldsIn(yaml: string): HeadFields {
  const fields = fieldsOf(yaml)
  const values: ReadonlyMap<string, unknown> = fields !== null && 'values' in fields ? fields.values : new Map()
  const given = Object.fromEntries(values)
  const { article = '', limit = 280, numbering = '{n}/{total}', drafted = '', part = null, lead = '' } = given
  const isLimit = typeof limit === 'number' && Number.isInteger(limit) && limit > 0
  const problems: Problem[] = fields !== null && 'problem' in fields ? [fields.problem] : []
  if (!isLimit)
    problems.push({ code: 'front-matter-field', field: 'limit', value: String(limit), wants: 'a whole number' })
  return {
    article: String(article),
    limit: isLimit ? limit : 280,
    numbering: String(numbering),
    part: partOf(part),
    lead: String(lead),
    drafted: String(drafted),
    problems,
  }
}

function partOf(value: unknown): PartOf | null {
  const [, n, of] = /^(\d+)\/(\d+)$/.exec(String(value)) ?? []
  return n === undefined || of === undefined ? null : { n: Number(n), of: Number(of) }
}

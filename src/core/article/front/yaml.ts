import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { Problem } from '../../problem.ts'

/** YAML between two fences at the very top of a file, and what stands below; null where there is none. */
export function fencedYaml(source: string): { readonly yaml: string; readonly body: string } | null {
  const opening = /^---[ \t]*\n/.exec(source)
  if (opening === null) return null
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m
  const rest = source.slice(opening[0].length)
  const found = closing.exec(rest)
  if (found === null) return null
  return { yaml: rest.slice(0, found.index), body: rest.slice(found.index + found[0].length) }
}

/** The YAML from a fence at the very top that none below answers, up to the first blank line; null where there is none. */
export function unfencedYaml(source: string): string | null {
  if (fencedYaml(source) !== null) return null
  const [, yaml = null] = /^---[ \t]*\n((?:.*\S.*(?:\n|$))+)/.exec(source) ?? []
  return yaml
}

export type Fields = FieldMap | { readonly problem: Problem }

export interface FieldMap {
  readonly values: ReadonlyMap<string, unknown>
  /** The line of the file that each field stands on, from 1. */
  readonly lines: ReadonlyMap<string, number>
}

/** Nobody writes as many lines or letters above an article. */
const most = { lines: 200, letters: 16_000 }

/** The first lines of `yaml`, and no more than anyone writes. */
export function beginningOf(yaml: string): string {
  const lines = yaml.slice(0, most.letters).split('\n')
  return lines.slice(0, most.lines).join('\n')
}

/** {@link fieldsOf} what a person writes: longer than anyone's, it is not read. */
export function writtenFields(yaml: string): Fields | null {
  if (yaml.trimEnd() === beginningOf(yaml).trimEnd()) return fieldsOf(yaml)
  if (!beginsAsFields(yaml)) return null
  const line = beginningOf(yaml).split('\n').length + 1
  const why = `it has more than ${most.lines} lines or ${most.letters.toLocaleString('en')} letters`
  return { problem: { code: 'front-matter-bad', line, why } }
}

/** The fields of a YAML map; null where the text is no map, so that prose between two rules stays prose. */
export function fieldsOf(yaml: string): Fields | null {
  const lineCounter = new LineCounter()
  // Whether keys are unique it finds out by comparing each with each.
  const document = parseDocument(yaml, { prettyErrors: false, lineCounter, uniqueKeys: false })
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + 1
  const error = document.errors[0]
  if (error !== undefined) {
    if (!beginsAsFields(yaml)) return null
    return { problem: { code: 'front-matter-bad', line: lineAt(error.pos[0]), why: error.message } }
  }
  if (document.contents === null) return yaml.trim() === '' ? null : { values: new Map(), lines: new Map() }
  if (!isMap(document.contents)) return null
  try {
    const values = new Map(Object.entries(document.toJS({ maxAliasCount: 0 }) as object))
    const lines = new Map<string, number>()
    for (const { key } of document.contents.items) {
      const [name, line] = [String(key), lineAt(isNode(key) ? (key.range?.[0] ?? 0) : 0)]
      if (lines.has(name)) return { problem: { code: 'front-matter-bad', line, why: `"${name}" stands there twice` } }
      lines.set(name, line)
    }
    return { values, lines }
  } catch (cause) {
    return {
      problem: { code: 'front-matter-bad', line: 2, why: cause instanceof Error ? cause.message : String(cause) },
    }
  }
}

function beginsAsFields(yaml: string): boolean {
  return /^[\w-]+[ \t]*:/.test(yaml.trimStart())
}

import { isMap, parseDocument } from 'yaml'
import type { Problem } from '../problem.ts'

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

export type Fields = { readonly values: ReadonlyMap<string, unknown> } | { readonly problem: Problem }

/** The fields of a YAML map; null where the text is no map, so that prose between two rules stays prose. */
export function fieldsOf(yaml: string): Fields | null {
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false })
  const error = document.errors[0]
  if (error !== undefined) {
    if (!/^[\w-]+[ \t]*:/.test(yaml.trimStart())) return null
    const line = yaml.slice(0, error.pos[0]).split('\n').length + 1
    return { problem: { code: 'front-matter-bad', line, why: error.message } }
  }
  if (document.contents === null) return yaml.trim() === '' ? null : { values: new Map() }
  if (!isMap(document.contents)) return null
  try {
    return { values: new Map(Object.entries(document.toJS({ maxAliasCount: 0 }) as object)) }
  } catch (cause) {
    return {
      problem: { code: 'front-matter-bad', line: 2, why: cause instanceof Error ? cause.message : String(cause) },
    }
  }
}

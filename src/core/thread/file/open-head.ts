import { fencedYaml, unfencedYaml } from '../../article/front/yaml.ts'

/** What stands above the posts of thread.md, and the posts. */
export interface OpenHead {
  readonly yaml: string
  readonly body: string
  /** What is wrong with the head: its end or all of it is missing. */
  readonly flaw: { readonly code: 'head-unclosed'; readonly line: number } | { readonly code: 'head-missing' } | null
}

/** Parts the head of thread.md from its posts, also where the line that ends it is missing: it is never posted. */
export function openHead(file: string): OpenHead {
  const fenced = fencedYaml(file)
  if (fenced !== null) return { ...fenced, flaw: null }
  const yaml = unfencedYaml(file)
  // A file without a word is told of as such.
  const flaw = file.trim() === '' ? null : ({ code: 'head-missing' } as const)
  if (yaml === null) return { yaml: '', body: file, flaw }
  const body = file.slice(file.indexOf('\n') + 1 + yaml.length)
  return { yaml, body, flaw: { code: 'head-unclosed', line: yaml.trimEnd().split('\n').length + 2 } }
}

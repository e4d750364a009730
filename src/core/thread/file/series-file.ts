import { fencedYaml, fieldsOf } from '../../article/front/yaml.ts'
import type { PartOf } from '../thread.ts'

/** The files of a piece's threads: `thread.md`, or of a series `thread-1.md`, `thread-2.md` … */
export function threadFiles(of: number): readonly string[] {
  return of === 1 ? ['thread.md'] : Array.from({ length: of }, (_, index) => `thread-${index + 1}.md`)
}

/** The file of a thread: of a piece of one thread, or of one of its series. */
export function threadFileOf(part: PartOf | null): string {
  return part === null || part.of === 1 ? 'thread.md' : `thread-${part.n}.md`
}

/** What thread.md says where the piece is a series: how many threads it has, how it is parted, and where they are. */
export function writeSeries(of: number, parts: 'headings' | number = of): string {
  const [first, last] = [threadFiles(of)[0], threadFiles(of).at(-1)]
  const how = parts === 'headings' ? 'parts: headings\n' : ''
  return `---\nseries: ${of}\n${how}---\n\n<!-- This piece is a series: its threads are in ${first} to ${last}. Edit those. -->\n`
}

/** How many threads a piece has, and how it was parted into them; null where it is one. */
export interface Series {
  readonly of: number
  readonly parts: 'headings' | number | null
}

/** The series of the piece whose thread.md this is. */
export function seriesIn(markdown: string): Series {
  const none: Series = { of: 1, parts: null }
  const yaml = fencedYaml(markdown.replace(/\r\n?/g, '\n'))?.yaml ?? ''
  if (!yaml.startsWith('series:')) return none
  const fields = fieldsOf(yaml)
  if (fields === null || !('values' in fields)) return none
  const of = fields.values.get('series')
  if (typeof of !== 'number' || !Number.isInteger(of) || of < 2 || of > 999) return none
  return { of, parts: fields.values.get('parts') === 'headings' ? 'headings' : of }
}

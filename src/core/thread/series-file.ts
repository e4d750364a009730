import { fencedYaml, fieldsOf } from '../article/yaml.ts'

/** The files of a piece's threads: `thread.md`, or of a series `thread-1.md`, `thread-2.md` … */
export function threadFiles(of: number): readonly string[] {
  return of === 1 ? ['thread.md'] : Array.from({ length: of }, (_, index) => `thread-${index + 1}.md`)
}

/** What thread.md says where the piece is a series: how many threads it has, and where they are. */
export function writeSeries(of: number): string {
  const [first, last] = [threadFiles(of)[0], threadFiles(of).at(-1)]
  return `---\nseries: ${of}\n---\n\n<!-- This piece is a series: its threads are in ${first} to ${last}. Edit those. -->\n`
}

/** How many threads the piece has whose thread.md this is. */
export function threadsIn(markdown: string): number {
  const yaml = fencedYaml(markdown.replace(/\r\n?/g, '\n'))?.yaml ?? ''
  if (!yaml.startsWith('series:')) return 1
  const fields = fieldsOf(yaml)
  const series = fields !== null && 'values' in fields ? fields.values.get('series') : null
  return typeof series === 'number' && Number.isInteger(series) && series > 1 && series < 1000 ? series : 1
}

import { readFileSync } from 'node:fs'

/** Beside `src` and `dist` alike. */
const folder = new URL('../../../assets/styles/', import.meta.url)

/** The style sheets of these names as one text, for a page that carries its own. */
export function styleSheet(...names: readonly string[]): string {
  return names.map((name) => readFileSync(new URL(`${name}.css`, folder), 'utf8')).join('\n')
}

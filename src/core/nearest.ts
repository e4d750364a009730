/** Of `known` what was most likely meant by `word`, capitals aside; null where nothing is within `most` letters of it. */
export function nearest(word: string, known: readonly string[], most = 3): string | null {
  let found: string | null = null
  let least = most + 1
  for (const name of known) {
    const letters = distance(word.toLowerCase(), name.toLowerCase())
    if (letters < least) [found, least] = [name, letters]
  }
  return found
}

/** How many letters differ; two neighbours that changed places are one. Source: Damerau's optimal string alignment. */
function distance(a: string, b: string): number {
  let [before, row] = [[] as readonly number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const other = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const turned = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity
      next.push(Math.min(other, turned, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    ;[before, row] = [row, next]
  }
  return row.at(-1) ?? 0
}

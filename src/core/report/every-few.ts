/** At most `most` of them, evenly, the first and the last among them: where there is no room for all. */
export function everyFew<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all
  return Array.from({ length: most }, (_, index) => all[Math.round((index * (all.length - 1)) / (most - 1))] as T)
}

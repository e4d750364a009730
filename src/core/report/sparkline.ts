const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/**
 * Figures as bars of one line, against the greatest of them; a dot where one is unknown.
 * @example sparkline([1, 0.5, null, 0.1]) // '█▅·▁'
 */
export function sparkline(figures: readonly (number | null)[]): string {
  const most = Math.max(...figures.map((figure) => figure ?? 0), Number.MIN_VALUE)
  return figures.map((figure) => (figure === null ? '·' : bars[Math.round((figure / most) * 7)])).join('')
}

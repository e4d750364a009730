import type { SetLine } from './line.ts'
import type { Sheet, Sign } from './sheet.ts'

/** A line with the logo before it, a little higher than its capitals; `set` is told how much room the logo takes. */
export function besideLogo(set: (taken: number) => SetLine, { logo, theme, unit, direction }: Sheet): SetLine {
  if (logo === null) return set(0)
  const height = 1.2 * theme.attribution.name.size * unit
  const width = Math.round(height * logo.aspect)
  const gap = Math.round(0.45 * height)
  const line = set(width + gap)
  const before = line.width === 0 ? width : width + gap
  return {
    width: before + line.width,
    capHeight: line.capHeight === 0 ? height : line.capHeight,
    at(x, y) {
      const middle = y - line.capHeight / 2
      const sign: Sign = {
        kind: 'sign',
        x: Math.round(direction === 'ltr' ? x : x + before + line.width - width),
        y: Math.round(middle - height / 2),
        width,
        height,
        href: logo.href,
      }
      return line.width === 0 ? [sign] : [sign, ...line.at(direction === 'ltr' ? x + before : x, y)]
    },
  }
}

/** A logo at the right margin, as high as the lines at the left. */
export interface BlockLogo {
  /** With the room that it keeps free at its left. */
  readonly width: number
  between(top: number, bottom: number): readonly Sign[]
}

export function blockLogo({ logo, theme, unit, size, side }: Sheet): BlockLogo | null {
  if (logo === null) return null
  const lines = theme.attribution.leading * unit
  const height = Math.round(Math.min(1.45 * lines, (3.6 * lines) / logo.aspect))
  const width = Math.round(height * logo.aspect)
  return {
    width: width + Math.round(lines),
    between(top, bottom) {
      const y = Math.round((top + bottom - height) / 2)
      return [{ kind: 'sign', x: size.width - side - width, y, width, height, href: logo.href }]
    },
  }
}

import { contrast, enough } from './contrast.ts'
import type { Theme } from './theme.ts'
import { pairsOf } from './theme.ts'

/**
 * `theme` with the owner's colour for its accent, made as much lighter or darker as the words need that stand in it or on it.
 * @param colour as `#rrggbb`
 */
export function withBrand(theme: Theme, colour: string | null): Theme {
  const { accent, inks } = theme
  if (colour === null || accent === null) return theme
  const pairs = pairsOf(theme).filter((pair) => pair.includes(accent))
  const worst = (candidate: string): number =>
    Math.min(...pairs.map((pair) => contrastOf(pair, { ...inks, [accent]: candidate })), Infinity)
  const ink = shadesOf(colour).find((candidate) => worst(candidate) >= (theme.photo ? overPhoto : enough))
  return ink === undefined ? theme : { ...theme, inks: { ...inks, [accent]: ink } }
}

/** A photo is darkened until its faintest ink stands out: an ink that is bright enough leaves more of the photo to be seen. */
const overPhoto = 10

function contrastOf([ink, ground]: readonly [string, string], inks: Theme['inks']): number {
  return contrast(inks[ink] ?? '#000000', inks[ground] ?? '#000000')
}

/** The colour itself, then what is ever further from it: mixed with black, and with white. */
function shadesOf(colour: string): readonly string[] {
  const parts = Array.from({ length: 20 }, (_, index) => (index + 1) / 20)
  return [colour, ...parts.flatMap((part) => [mixed(colour, 0, part), mixed(colour, 255, part)])]
}

function mixed(colour: string, to: number, part: number): string {
  const bytes = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `#${bytes
    .map((byte) =>
      Math.round(byte + (to - byte) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** What WCAG 2.2 asks of text at level AA, of any size. */
export const enough = 4.5

/** What WCAG 2.2 asks of graphics that are to be made out. */
export const enoughForGraphics = 3

/**
 * How much two inks stand out from each other, from 1 (not at all) to 21 (black on white).
 * Source: WCAG 2.2, "contrast ratio".
 * @param one as `#rrggbb`
 * @example contrast('#000000', '#ffffff') // 21
 */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(ink: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(ink.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

import type { Box, CardLayout, Emoji, Sign } from './sheet.ts'

/** The drawing of each emoji of a card, as an SVG of its own. */
export type EmojiArt = ReadonlyMap<string, string>

/** A picture in colours of its own that is laid into a flat card: a box of whole pixels, and an SVG as large. */
export interface Inlay extends Box {
  readonly svg: string
}

/** The pictures in colours of their own that a card has, each to be drawn by itself. */
export function inlaysOf({ shapes }: CardLayout, art: EmojiArt): readonly Inlay[] {
  return shapes.flatMap((shape) => {
    if (shape.kind !== 'sign' && shape.kind !== 'emoji') return []
    const [wide, high] = shape.kind === 'emoji' ? [shape.size, shape.size] : [shape.width, shape.height]
    const [x, y] = [Math.floor(shape.x), Math.floor(shape.y)]
    const [width, height] = [Math.ceil(shape.x + wide) - x, Math.ceil(shape.y + high) - y]
    const box = `width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${pictured(shape, art, 'i')}</svg>`
    return [{ x, y, width, height, svg }]
  })
}

/**
 * A sign or an emoji as an element of an SVG.
 * @param name begins the names within it, so that they are no other's
 */
export function pictured(shape: Sign | Emoji, art: EmojiArt, name: string): string {
  if (shape.kind === 'emoji') return emoji(shape, art.get(shape.character) ?? '', name)
  const box = `x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}"`
  return `<image ${box} href="${shape.href}"/>`
}

function emoji({ character, x, y, size }: Emoji, svg: string, name: string): string {
  const [, head = '', content = ''] = /^[^<]*<svg\b([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(svg) ?? []
  const viewBox = /\bviewBox="([^"]*)"/.exec(head)?.[1] ?? '0 0 36 36'
  const box = `x="${number(x)}" y="${number(y)}" width="${number(size)}" height="${number(size)}"`
  return `<svg aria-label="${character}" ${box} viewBox="${viewBox}">${renamed(content, name)}</svg>`
}

/** What an SVG calls by name within itself, called by names that begin with `name`. */
function renamed(content: string, name: string): string {
  return content
    .replace(/\bid="([^"]*)"/g, `id="${name}-$1"`)
    .replace(/url\(#([^)]*)\)/g, `url(#${name}-$1)`)
    .replace(/href="#([^"]*)"/g, `href="#${name}-$1"`)
}

function number(value: number): string {
  return String(Number(value.toFixed(2)))
}

import type { EmojiArt } from './inlay.ts'
import { pictured } from './inlay.ts'
import type { Shaper } from './shaper.ts'
import type { CardLayout, Fill, TextRun } from './sheet.ts'

/**
 * A card as SVG whose letters are paths: it looks the same everywhere, whatever fonts there are.
 * @param options.bare leaves the ground out: the card is to be laid over a photo
 * @param options.art the drawings of its emoji
 */
export function toSvg(
  { size: { width, height }, ground, shapes }: CardLayout,
  shaper: Pick<Shaper, 'outline'>,
  { bare = false, art = new Map() }: { readonly bare?: boolean; readonly art?: EmojiArt } = {},
): string {
  const names = new Map<string, string>()
  const drawn = shapes.map((shape, index) => {
    if (shape.kind === 'fill') return rect(shape)
    return shape.kind === 'text' ? group(shape) : `  ${pictured(shape, art, `p${index}`)}`
  })
  const paths = [...names].map(([path, name]) => `    <path id="${name}" d="${path}"/>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...(paths.length === 0 ? [] : ['  <defs>', ...paths, '  </defs>']),
    ...(bare ? [] : [`  <rect width="${width}" height="${height}" fill="${ground}"/>`]),
    ...drawn,
    '</svg>',
    '',
  ].join('\n')

  /** A run's glyphs stand in units of their font; the group scales them, and turns them upside up. */
  function group({ text, font, unitsPerEm, size, x, y, ink, glyphs }: TextRun): string {
    const scale = number(size / unitsPerEm, 6)
    const uses = glyphs.flatMap((glyph) => {
      const path = shaper.outline(font, glyph.id)
      return path === ''
        ? []
        : [`<use href="#${nameOf(path)}" x="${glyph.x}"${glyph.y === 0 ? '' : ` y="${glyph.y}"`}/>`]
    })
    const place = `translate(${number(x, 2)} ${number(y, 2)}) scale(${scale} -${scale})`
    return `  <g aria-label="${escaped(text)}" fill="${ink}" transform="${place}">${uses.join('')}</g>`
  }

  function nameOf(path: string): string {
    const known = names.get(path)
    if (known !== undefined) return known
    const name = `g${names.size}`
    names.set(path, name)
    return name
  }
}

function rect({ x, y, width, height, ink }: Fill): string {
  return `  <rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ink}"/>`
}

function number(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

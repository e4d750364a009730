import { isRuled } from './code-frame.ts'
import { type CodeLine, pagesOf, partedAtSpaces } from './code-lines.ts'
import { graphemesOf, isEmoji } from './emoji.ts'
import { type Galley, setGalley, widthOf } from './galley.ts'
import type { Setter } from './stretch.ts'
import { asDrawn } from './wording.ts'

/** All its letters are of one width, and none are joined. */
export const codeFont = 'code-mono'

/** At multiples of so many pixels a column, 0.6 ems wide, is of whole pixels, and the pieces of a frame join unseen. */
const wholeColumns = 5

/** Code in lines and pages, all in one size of type. Pixels. */
export interface SetCode {
  readonly kind: 'set'
  readonly size: number
  readonly leading: number
  /** That of the widest line of any page. */
  readonly width: number
  /** How many lines go on below. */
  readonly broken: number
  /** Whether its frames are drawn as lines. */
  readonly ruled: boolean
  readonly pages: readonly { readonly rows: readonly Galley[]; readonly code: string }[]
}

interface CodeRoom {
  readonly width: number
  /** From the top of the first line's capitals to the last baseline. */
  readonly height: number
  readonly size: { readonly most: number; readonly least: number }
  /** Distance of baselines, in ems: closer at the smallest size, where that saves a page, and where a frame is drawn. */
  readonly leading: { readonly most: number; readonly least: number }
  /** How many pages there may be. */
  readonly pages: number
}

/**
 * Sets lines of code as large as their widest line and the fullest page allow; or tells the line that holds a word that is
 * too wide at the smallest size, or that there are too many lines.
 */
export function setCode(
  lines: readonly string[],
  { width, height, size, pages: most, ...room }: CodeRoom,
  setter: Setter,
): SetCode | { readonly kind: 'wide'; readonly line: string } | { readonly kind: 'long' } {
  if (lines.join('').length > longest) return { kind: 'long' }
  const widest = width / size.least
  const ruled = isRuled(lines.join(''))
  const loose = ruled ? room.leading.most : Math.min(room.leading.most, leadingOfFrames(lines, setter))
  const tight = Math.min(room.leading.least, loose)
  const parted: CodeLine[] = []
  for (const line of lines) {
    const own = partedAtSpaces(line, (text) => fitting(text, widest, setter))
    if (own === null) return { kind: 'wide', line: line.trim() }
    parted.push(...own)
  }
  const { capHeight, unitsPerEm } = setter.shaper.metrics(codeFont)
  const capitals = capHeight / unitsPerEm
  const rows = Math.floor((height / size.least - capitals) / tight) + 1
  const parts = pagesOf(parted, { rows, most })
  if (parts === null) return { kind: 'long' }
  const pages = parts.map((page) => ({ rows: page.map((line) => galleyOf(line, setter)), code: writtenOn(page) }))
  const wide = Math.max(...pages.flatMap((page) => page.rows.map((galley) => widthOf(galley, 0, galley.glyphs.length))))
  const many = Math.max(...pages.map((page) => page.rows.length))
  const large = Math.min(size.most, width / wide, height / (capitals + (many - 1) * loose))
  const step = ruled ? 1 : wholeColumns
  const set = Math.max(size.least, Math.floor(large / step) * step)
  const leading = Math.min(loose * set, (height - capitals * set) / Math.max(1, many - 1))
  const broken = parted.filter(({ arrow }) => arrow !== null).length
  return { kind: 'set', size: set, leading, width: wide * set, broken, ruled, pages }
}

/** No line of a card has as many characters: of longer ones only so many are measured at a time. */
const moreThanALine = 1000

/** No cards hold more characters, and parting them would take long. */
const longest = 40_000

/** The first sign that neither the font nor the emoji have; null where all can be drawn. */
export function codeSignLacking(lines: readonly string[], { shaper, emoji }: Setter): string | null {
  const text = lines.join('')
  const isCovered = (part: string): boolean => shaper.covers(codeFont, asDrawn(part))
  if (isCovered(text)) return null
  const lacking = graphemesOf(text).find((part) => !isCovered(part) && !isEmoji(part, emoji, () => false))
  return lacking ?? null
}

/** How far apart lines may stand that hold pieces of a frame, so that it has no gaps; Infinity for others. */
function leadingOfFrames(lines: readonly string[], { shaper }: Setter): number {
  const piece = /[\u2502\u2503\u2551]/.exec(lines.join(''))?.[0]
  const glyph = piece === undefined ? undefined : shaper.shape(piece, codeFont)[0]
  if (glyph === undefined) return Infinity
  const { top, bottom } = shaper.ink(codeFont, glyph.id)
  return 0.98 * ((top - bottom) / shaper.metrics(codeFont).unitsPerEm)
}

/** How many UTF-16 units of `text`, from its start, are at most `widest` ems wide. */
function fitting(text: string, widest: number, setter: Setter): number {
  const head = text.slice(0, moreThanALine)
  const { glyphs } = galleyOf({ text: head, arrow: null }, setter)
  return glyphs.find(({ end }) => end > widest + 0.001)?.cluster ?? head.length
}

function galleyOf({ text, arrow }: CodeLine, setter: Setter): Galley {
  const emphases = arrow === null ? [] : [{ start: arrow, end: arrow + 1 }]
  const faces = { font: codeFont, emphasisFont: codeFont, tracking: 0, direction: 'ltr' } as const
  return setGalley({ text, emphases, marks: { opening: 0, closing: 0 } }, faces, setter)
}

/** The lines as the code has them: those behind an arrow joined to the ones above. */
function writtenOn(page: readonly CodeLine[]): string {
  return page
    .map(({ text, arrow }, index) => (arrow === null ? text : (index === 0 ? '' : ' ') + text.slice(arrow + 2)))
    .reduce((code, text, index) => code + (index === 0 || page[index]?.arrow !== null ? '' : '\n') + text, '')
}

import type { SetLine } from './line.ts'
import { setLine, shortened } from './line.ts'
import { besideLogo, blockLogo } from './logo-place.ts'
import { thin } from './ornament.ts'
import { leadingFor } from './scripts.ts'
import type { Fill, Shape, Sheet } from './sheet.ts'
import { inkOf, mirrored, safe } from './sheet.ts'

/** Where the words come from; each may be empty. */
export interface Source {
  readonly title: string
  readonly handle: string
  readonly name: string
}

/** The foot of a card: what is drawn, and how high it reaches. */
export interface Foot {
  readonly shapes: readonly Shape[]
  readonly top: number
}

/**
 * Lays out title, handle and name at the foot of the card, the title shortened where it would not fit. Left and right are
 * those of a card in English; on one in Arabic all is mirrored.
 */
export function layAttribution(source: Source, sheet: Sheet): Foot {
  const { arrangement } = sheet.theme.attribution
  const logo = arrangement === 'stack' && sheet.theme.quote.align === 'left' ? blockLogo(sheet) : null
  const lines = arrangement === 'row' ? rowOf(source, sheet) : stackOf(source, sheet, logo?.width ?? 0)
  const { leading, rule, band } = sheet.theme.attribution
  const { size, unit, theme } = sheet
  const below = roomBelow(source, sheet)
  const last = size.height - below
  const runs = lines.flatMap((line, index) =>
    line.flatMap(({ set, x }) => {
      const left = sheet.direction === 'ltr' ? x : size.width - x - set.width
      return set.at(left, last - (lines.length - 1 - index) * leading * unit)
    }),
  )
  const capitals = Math.max(0, ...(lines[0] ?? []).map(({ set }) => set.capHeight))
  const top = Math.round(last - (lines.length - 1) * leading * unit - capitals)
  if (logo !== null) runs.push(...mirrored(logo.between(top, last), sheet))
  if (band !== null) {
    const y = Math.round(top - below)
    const fill: Shape = { kind: 'fill', x: 0, y, width: size.width, height: size.height - y, ink: inkOf(theme, band) }
    return { shapes: [fill, ...runs], top: y }
  }
  if (rule === null || runs.length === 0) return { shapes: runs, top }
  const measure = size.width - 2 * sheet.side
  const width = rule.width === null ? measure : Math.round(rule.width * unit)
  const x = sheet.theme.quote.align === 'left' ? sheet.side : Math.round((size.width - width) / 2)
  const height = thin(rule.thickness * unit)
  const y = Math.round(top - rule.gap * unit) - height
  const line: Fill = { kind: 'fill', x, y, width, height, ink: inkOf(theme, rule.ink) }
  return { shapes: [...mirrored([line], sheet), ...runs], top: y }
}

/** From the last baseline to the card's edge: descenders, too, keep off it. */
function roomBelow({ title, name }: Source, { theme: { attribution }, size, unit }: Sheet): number {
  const deep = leadingFor(title + name) > 1 ? 0.6 : 0.3
  const descent = deep * Math.max(attribution.title.size, attribution.handle.size, attribution.name.size) * unit
  return Math.max(attribution.below * unit, safe * size.height + descent)
}

interface Placed {
  readonly set: SetLine
  readonly x: number
}

/**
 * The title at the left with the handle after it, the name at the right; without a name, the handle is there. A title
 * that is too long for that has a line of its own.
 */
function rowOf({ title, handle, name }: Source, sheet: Sheet): readonly (readonly Placed[])[] {
  const { attribution } = sheet.theme
  const [left, right] = [sheet.side, sheet.size.width - sheet.side]
  const em = attribution.handle.size * sheet.unit
  const by = setLine(name === '' ? '' : handle, attribution.handle, sheet)
  const room = right - left - (by.width === 0 ? 0 : by.width + 2 * em)
  const brand = besideLogo((taken) => setRight(name, handle, room - taken, sheet), sheet)
  const atRight: Placed = { set: brand, x: right - brand.width }
  const whole = setLine(title, attribution.title, sheet)
  const after = left + whole.width + (whole.width > 0 ? 0.8 * em : 0)
  if (after + by.width + 2 * em <= atRight.x) return drawn([[{ set: whole, x: left }, { set: by, x: after }, atRight]])
  const cut = setLine(shortened(title, attribution.title, right - left, sheet), attribution.title, sheet)
  return drawn([[{ set: cut, x: left }], [{ set: by, x: left }, atRight]])
}

function setRight(name: string, handle: string, room: number, sheet: Sheet): SetLine {
  const type = sheet.theme.attribution[name === '' ? 'handle' : 'name']
  return setLine(shortened(name === '' ? handle : name, type, room, sheet), type, sheet)
}

/** The title over "name · handle"; what a logo takes at the right is left free. */
function stackOf({ title, handle, name }: Source, sheet: Sheet, taken: number): readonly (readonly Placed[])[] {
  const { attribution, quote } = sheet.theme
  const measure = sheet.size.width - 2 * sheet.side - taken
  const sign = setLine(handle, attribution.handle, sheet)
  const dot = setLine(name === '' || handle === '' ? '' : '·', attribution.handle, sheet)
  const space = dot.width === 0 ? 0 : 0.5 * attribution.handle.size * sheet.unit
  const room = measure - sign.width - dot.width - 2 * space
  const named = (left: number): SetLine =>
    setLine(shortened(name, attribution.name, room - left, sheet), attribution.name, sheet)
  const brand = quote.align === 'left' ? named(0) : besideLogo(named, sheet)
  const head = setLine(shortened(title, attribution.title, measure, sheet), attribution.title, sheet)
  const wide = brand.width + dot.width + sign.width + 2 * space
  const startOf = (width: number): number => (quote.align === 'left' ? sheet.side : (sheet.size.width - width) / 2)
  const x = startOf(wide)
  return drawn([
    [{ set: head, x: startOf(head.width) }],
    [
      { set: brand, x },
      { set: dot, x: x + brand.width + space },
      { set: sign, x: x + brand.width + dot.width + 2 * space },
    ],
  ])
}

/** Without what is empty. */
function drawn(lines: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] {
  return lines.map((line) => line.filter(({ set }) => set.width > 0)).filter((line) => line.length > 0)
}

import type { Broken, Line } from './balance.ts'
import { balance } from './balance.ts'
import type { Opportunity } from './break.ts'
import type { Galley } from './galley.ts'
import { widthOf } from './galley.ts'

/** Where a text has to fit, in pixels, and how it may be set there. */
export interface Zone {
  readonly width: number
  /** From the top of the first line's capitals to the last baseline. */
  readonly height: number
  readonly size: { readonly most: number; readonly least: number }
  /** Distance of baselines in ems, at the largest and the smallest size; in between it changes evenly. */
  readonly leading: { readonly most: number; readonly least: number }
  /** Height of the capitals in ems. */
  readonly capHeight: number
  /** How many glyphs at the start hang outside the measure. */
  readonly hung: number
}

/** A text broken into lines at a size of type. Size and leading in pixels. */
export interface Fitted {
  readonly size: number
  readonly leading: number
  readonly lines: readonly Line[]
}

/** How much larger type must be to make up for lines that read one unit worse, in powers of e. */
const sense = 2.2

/**
 * The largest setting of `galley`, broken at some of `places`, in `zone` that also reads well, or null where even the smallest size is too large.
 * Every count of lines has one balanced breaking, whose largest size follows from its widest line and from the height;
 * of all counts the one is taken whose size, less what its breaks cost, is best.
 */
export function fit(galley: Galley, places: readonly Opportunity[], zone: Zone): Fitted | null {
  const widest = zone.width / zone.size.least
  let best: (Fitted & { readonly worth: number }) | null = null
  for (let count = 1; count <= places.length; count += 1) {
    if (sizeByHeight(count, zone) < zone.size.least) break
    const broken = balance(galley, places, { count, widest, hung: zone.hung })
    if (broken === null) continue
    const size = sizeOf(broken, zone)
    const worth = Math.log(size) - sense * broken.cost
    if (best === null || worth > best.worth) {
      best = { size, leading: leadingAt(size, zone) * size, lines: broken.lines, worth }
    }
  }
  return best
}

/** About how many characters of a text that does not fit would. */
export function capacity(galley: Galley, zone: Zone): number {
  const { least } = zone.size
  const lines = Math.max(1, Math.floor((zone.height / least - zone.capHeight) / zone.leading.least) + 1)
  const room = (lines - 0.5) * (zone.width / least) // the ends of lines stay ragged
  const used = Math.max(room, widthOf(galley, 0, galley.glyphs.length))
  return Math.max(0, Math.floor((0.95 * galley.text.length * room) / used / 10) * 10)
}

function sizeOf({ lines }: Broken, zone: Zone): number {
  const widest = Math.max(...lines.map(({ width }) => width))
  const size = Math.min(zone.width / widest, sizeByHeight(lines.length, zone), zone.size.most)
  return Math.max(zone.size.least, Math.floor(size)) // whole pixels: cards of one thread then share the glyphs they draw
}

/**
 * The size at which `count` lines fill the height: size · (capitals + (count − 1) · leading(size)) = height, where leading
 * falls evenly with size: a quadratic, of which the smaller root is wanted.
 */
function sizeByHeight(count: number, zone: Zone): number {
  const fall = (zone.leading.least - zone.leading.most) / (zone.size.most - zone.size.least)
  const a = (count - 1) * fall
  const b = (count - 1) * (zone.leading.least + fall * zone.size.least) + zone.capHeight
  const root = b * b - 4 * a * zone.height
  return root < 0 ? Infinity : (2 * zone.height) / (b + Math.sqrt(root))
}

/** Large type wants its lines closer. */
function leadingAt(size: number, { size: { most, least }, leading }: Zone): number {
  const large = Math.min(1, Math.max(0, (size - least) / (most - least)))
  return leading.least + large * (leading.most - leading.least)
}

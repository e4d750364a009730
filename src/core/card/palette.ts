import { steps } from './coverage.ts'

/** The colours of a plane, at most 256, each with its place; new ones are added as they are needed. */
export interface Palette {
  /** The place of an ink, given as `#rrggbb`. */
  placeOf(ink: string): number
  /** For each level of coverage, the place of what `ink` makes of the colour at `under`. */
  ramp(under: number, ink: number): Uint8Array
  /** Red, green and blue of each colour. */
  bytes(): Uint8Array
}

/** A colour between two inks: so many steps from one to the other. A pure ink is its own ground. */
interface Colour {
  readonly rgb: readonly [red: number, green: number, blue: number]
  readonly ground: number
  readonly ink: number
  readonly level: number
}

const most = 256

export function newPalette(): Palette {
  const colours: Colour[] = []
  const places = new Map<string, number>()
  const ramps = new Map<number, Uint8Array>()

  function add(colour: Colour): number {
    const key = colour.rgb.join()
    const known = places.get(key)
    if (known !== undefined) return known
    if (colours.length === most) return nearest(colour.rgb)
    places.set(key, colours.length)
    return colours.push(colour) - 1
  }

  function nearest([red, green, blue]: Colour['rgb']): number {
    let [best, least] = [0, Infinity]
    for (const [place, { rgb }] of colours.entries()) {
      const off = (rgb[0] - red) ** 2 + (rgb[1] - green) ** 2 + (rgb[2] - blue) ** 2
      if (off < least) [best, least] = [place, off]
    }
    return best
  }

  function makeRamp(under: number, ink: number): Uint8Array {
    const below = colours[under] as Colour
    const ramp = new Uint8Array(steps + 1)
    for (let level = 0; level <= steps; level += 1) ramp[level] = mixed(below, under, ink, level)
    return ramp
  }

  /** Where letters of one ink touch, what they leave uncovered multiplies; where edges of two inks cross, the nearest serves. */
  function mixed(below: Colour, under: number, ink: number, level: number): number {
    if (level === 0 || under === ink) return under
    if (level === steps) return ink
    if (below.level === 0) return between(under, ink, level)
    if (below.ink !== ink) return nearest(blend(below.rgb, rgbOf(ink), level / steps))
    const free = ((steps - below.level) * (steps - level)) / steps
    return between(below.ground, ink, Math.round(steps - free))
  }

  function between(ground: number, ink: number, level: number): number {
    if (level >= steps) return ink
    return add({ rgb: blend(rgbOf(ground), rgbOf(ink), level / steps), ground, ink, level })
  }

  const rgbOf = (place: number): Colour['rgb'] => (colours[place] as Colour).rgb

  return {
    placeOf(ink) {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16))
      return add({ rgb: [red, green, blue], ground: colours.length, ink: colours.length, level: 0 })
    },
    ramp(under, ink) {
      const key = under * most + ink
      const known = ramps.get(key)
      if (known !== undefined) return known
      const ramp = makeRamp(under, ink)
      ramps.set(key, ramp)
      return ramp
    },
    bytes: () => Uint8Array.from(colours.flatMap(({ rgb }) => rgb)),
  }
}

function blend(from: Colour['rgb'], to: Colour['rgb'], part: number): Colour['rgb'] {
  const mix = (at: 0 | 1 | 2): number => Math.round(from[at] + (to[at] - from[at]) * part)
  return [mix(0), mix(1), mix(2)]
}

/** A card's size in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The sizes that X shows whole: wide, upright and square. */
export const sizes = ['1600x900', '1080x1350', '1200x1200'] as const

/** The size that X shows uncropped in the timeline. */
export const defaultSize: Size = { width: 1600, height: 900 }

/** The size that X shows tallest: for what has many lines. */
export const uprightSize: Size = { width: 1080, height: 1350 }

const least = 400
const most = 4096

/**
 * The size that `text` names, or null where it names none between 400 and 4,096 pixels a side.
 * @example readSize('1600x900') // { width: 1600, height: 900 }
 */
export function readSize(text: string): Size | null {
  const [, width = 0, height = 0] = (/^(\d{3,4})[x×](\d{3,4})$/.exec(text) ?? []).map(Number)
  return [width, height].every((side) => side >= least && side <= most) ? { width, height } : null
}

/** Themes give their measures in pixels of a card as large as 1200 × 1200; on another card each counts so many. */
export function unitOf({ width, height }: Size): number {
  return Math.sqrt(width * height) / 1200
}

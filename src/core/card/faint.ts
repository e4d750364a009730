import { contrast, enoughForGraphics } from './contrast.ts'
import type { Rgb } from './reduce.ts'

/** Of a logo so much must stand out from its ground: the letters on a plate in the ground's own colour do. */
const least = 0.15

/**
 * Whether a logo can hardly be made out on `ground`: all but a seventh of it has less contrast than graphics need.
 * @param colours how much of the logo each colour takes
 * @param ground as `#rrggbb`
 */
export function isFaint(colours: ReadonlyMap<Rgb, number>, ground: string): boolean {
  let [clear, all] = [0, 0]
  for (const [colour, count] of colours) {
    all += count
    if (contrast(`#${colour.toString(16).padStart(6, '0')}`, ground) >= enoughForGraphics) clear += count
  }
  return clear <= least * all
}

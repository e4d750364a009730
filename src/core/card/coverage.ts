import type { Edges } from './outline.ts'

/** How much of each pixel a shape covers, from its origin, in whole pixels, y downwards. */
export interface Coverage {
  /** Stretches that are covered wholly: row, first column, column after the last, one after another. */
  readonly whole: Int16Array
  /** Pixels that are covered in part: row, column, and how many of `steps`. */
  readonly part: Int16Array
}

/** So many steps from no ink to full ink: an edge is off by 6 of 255 at most, and a palette holds twelve pairs of inks. */
export const steps = 20

/**
 * The exact area of each pixel that lies inside the shape. Every edge adds, to each pixel it passes and all to the right of
 * it, the area it parts off there; the sum along a row is the area inside. Time O(edges · length + pixels).
 */
export function coverageOf(edges: Edges): Coverage {
  const { left, top, width, height } = boxOf(edges)
  const stride = width + 2 // an edge on the last pixel's right side still adds beyond it
  const areas = new Float32Array(stride * height + 2)
  for (let at = 0; at < edges.length; at += 4) {
    const x0 = (edges[at] as number) - left
    const y0 = (edges[at + 1] as number) - top
    const x1 = (edges[at + 2] as number) - left
    const y1 = (edges[at + 3] as number) - top
    if (y0 < y1) addEdge(areas, stride, x0, y0, x1, y1, 1)
    else addEdge(areas, stride, x1, y1, x0, y0, -1)
  }
  return spansOf(areas, stride, { left, top, width, height })
}

/** An edge that runs down from (x0, y0) to (x1, y1), row by row. */
// oxlint-disable-next-line max-params -- the innermost loop: an object for each edge would be a third of its time
function addEdge(
  areas: Float32Array,
  stride: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  sign: number,
): void {
  const slope = (x1 - x0) / (y1 - y0)
  let x = x0
  let y = y0
  for (let row = Math.floor(y0); y < y1; row += 1) {
    const end = Math.min(row + 1, y1)
    const high = end - y
    const next = end === y1 ? x1 : x + slope * high
    addRow(areas, row * stride, Math.min(x, next), Math.max(x, next), sign * high)
    x = next
    y = end
  }
}

/** The part of an edge in one row, from `from` to `to`; `high` is its height, negative for an edge that runs up. */
function addRow(areas: Float32Array, row: number, from: number, to: number, high: number): void {
  const first = Math.floor(from)
  const at = row + first
  if (to <= first + 1) {
    const right = high * ((from + to) / 2 - first)
    areas[at] = (areas[at] as number) + high - right
    areas[at + 1] = (areas[at + 1] as number) + right
    return
  }
  const each = high / (to - from)
  let before = 0 // of `high`, what the pixels up to here hold of the edge's area to their right
  for (let pixel = first; pixel < to + 1; pixel += 1) {
    const start = Math.max(from, pixel)
    const end = Math.min(to, pixel + 1)
    const inside = end > start ? each * (end - start) * (pixel + 1 - (start + end) / 2) : 0
    const passed = each * (Math.min(to, Math.max(from, pixel)) - from)
    const here = passed + inside
    areas[row + pixel] = (areas[row + pixel] as number) + here - before
    before = here
  }
}

function spansOf(areas: Float32Array, stride: number, { left, top, width, height }: Frame): Coverage {
  const whole: number[] = []
  const part: number[] = []
  for (let row = 0; row < height; row += 1) {
    let area = 0
    let from = -1
    for (let column = 0; column < width; column += 1) {
      area += areas[row * stride + column] as number
      const covered = area < 0 ? -area : area
      const level = covered > 1 ? steps : (covered * steps + 0.5) | 0
      if (level === steps) {
        if (from < 0) from = column
        continue
      }
      if (from >= 0) {
        whole.push(top + row, left + from, left + column)
        from = -1
      }
      if (level > 0) part.push(top + row, left + column, level)
    }
    if (from >= 0) whole.push(top + row, left + from, left + width)
  }
  return { whole: new Int16Array(whole), part: new Int16Array(part) }
}

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function boxOf(edges: Edges): Frame {
  if (edges.length === 0) return { left: 0, top: 0, width: 0, height: 0 }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < edges.length; at += 2) {
    const x = edges[at] as number
    const y = edges[at + 1] as number
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  left = Math.floor(left)
  top = Math.floor(top)
  return { left, top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top }
}

/** A glyph's shape as straight edges: x and y of one end and the other, four numbers an edge, in pixels, y downwards. */
export type Edges = Float32Array

/** A glyph's shape as it was read: the letter of each command, and its coordinates one after another. */
export interface Outline {
  readonly commands: string
  readonly coordinates: Float32Array
}

/**
 * Reads SVG path data of absolute M, L, Q, C and Z, which is what fonts have.
 * @example readOutline('M0,0L10,0L10,10Z').commands // 'MLLZ'
 */
export function readOutline(path: string): Outline {
  const commands = path.replace(/[^A-Z]+/g, '')
  const numbers = path.match(/-?\d+(?:\.\d+)?/g) ?? []
  return { commands, coordinates: new Float32Array(numbers.map(Number)) }
}

/** How far an edge may run beside the curve it stands for, in pixels. */
const tolerance = 0.08

/** `outline` at `scale` pixels a unit, moved right by `dx` pixels and turned upside up, its curves made of edges. */
export function edgesOf({ commands, coordinates }: Outline, scale: number, dx: number): Edges {
  const edges: number[] = []
  let [x, y, startX, startY, at] = [0, 0, 0, 0, 0]
  const nextX = (): number => (coordinates[at++] ?? 0) * scale + dx
  const nextY = (): number => -(coordinates[at++] ?? 0) * scale
  const lineTo = (toX: number, toY: number): void => {
    if (y !== toY) edges.push(x, y, toX, toY)
    x = toX
    y = toY
  }
  for (const command of commands) {
    if (command === 'L') lineTo(nextX(), nextY())
    else if (command === 'Q') quadraticTo(nextX(), nextY(), nextX(), nextY())
    else if (command === 'C') cubicTo(nextX(), nextY(), nextX(), nextY(), nextX(), nextY())
    else {
      lineTo(startX, startY)
      if (command !== 'M') continue
      startX = x = nextX()
      startY = y = nextY()
    }
  }
  lineTo(startX, startY)
  return new Float32Array(edges)

  function quadraticTo(x1: number, y1: number, x2: number, y2: number): void {
    const [x0, y0] = [x, y]
    const bend = Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2)
    const parts = partsFor(bend / 4)
    for (let part = 1; part < parts; part += 1) {
      const t = part / parts
      const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
      lineTo(a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2)
    }
    lineTo(x2, y2)
  }

  function cubicTo(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void {
    const [x0, y0] = [x, y]
    const bend = Math.max(
      Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
      Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
    )
    const parts = partsFor((bend * 3) / 4)
    for (let part = 1; part < parts; part += 1) {
      const t = part / parts
      const u = 1 - t
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      lineTo(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
    }
    lineTo(x3, y3)
  }
}

/** Halving a curve quarters how far its chord is off. */
function partsFor(off: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(off / tolerance)))
}

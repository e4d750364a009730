/** Red, green and blue in one number, red the highest: `0xrrggbb`. */
export type Rgb = number

/**
 * What each colour of a picture becomes so that at most `room` are left. The most frequent stay as they are: what is drawn
 * in even colours keeps them. The others are parted, again and again, where they differ most, and each part becomes its mean.
 * Source: Heckbert, "Color Image Quantization for Frame Buffer Display", 1982 (median cut).
 * @param counts how often each colour stands in the picture
 */
export function reduced(counts: ReadonlyMap<Rgb, number>, room: number): ReadonlyMap<Rgb, Rgb> {
  const byFrequency = [...counts].toSorted(([a, many], [b, more]) => more - many || a - b)
  if (byFrequency.length <= room) return new Map(byFrequency.map(([colour]) => [colour, colour]))
  const exact = byFrequency.slice(0, Math.floor(room / 2)).map(([colour]): [Rgb, Rgb] => [colour, colour])
  const rest = parted(byFrequency.slice(exact.length), room - exact.length)
  return new Map([...exact, ...rest.flatMap((part) => part.map(([colour]): [Rgb, Rgb] => [colour, meanOf(part)]))])
}

type Counted = readonly [colour: Rgb, count: number]

function parted(colours: readonly Counted[], into: number): readonly (readonly Counted[])[] {
  const parts = [partOf(colours)]
  while (parts.length < into) {
    const widest = parts.reduce((best, part, at) => (part.width > (parts[best]?.width ?? 0) ? at : best), 0)
    const { channel, colours: all } = parts[widest] ?? partOf([])
    const ordered = all.toSorted(([a], [b]) => byteOf(a, channel) - byteOf(b, channel) || a - b)
    const middle = Math.ceil(ordered.length / 2)
    parts.splice(widest, 1, partOf(ordered.slice(0, middle)), partOf(ordered.slice(middle)))
  }
  return parts.map(({ colours: part }) => part).filter((part) => part.length > 0)
}

interface Part {
  readonly colours: readonly Counted[]
  /** The channel in which they differ most, and by how much. */
  readonly channel: number
  readonly width: number
}

function partOf(colours: readonly Counted[]): Part {
  const widths = channels.map((channel) => {
    let [least, most] = [255, 0]
    for (const [colour] of colours) {
      least = Math.min(least, byteOf(colour, channel))
      most = Math.max(most, byteOf(colour, channel))
    }
    return most - least
  })
  const width = Math.max(0, ...widths)
  return { colours, channel: channels[widths.indexOf(width)] ?? 0, width }
}

/** Of red, green and blue, how far each stands from the right in an {@link Rgb}. */
const channels = [16, 8, 0] as const

function byteOf(colour: Rgb, channel: number): number {
  return (colour >>> channel) & 255
}

function meanOf(part: readonly Counted[]): Rgb {
  const total = part.reduce((sum, [, count]) => sum + count, 0)
  const mean = (channel: number): number =>
    Math.round(part.reduce((sum, [colour, count]) => sum + byteOf(colour, channel) * count, 0) / total)
  return channels.reduce<Rgb>((colour, channel) => colour + mean(channel) * 2 ** channel, 0)
}

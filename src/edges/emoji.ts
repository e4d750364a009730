import { readFile } from 'node:fs/promises'

/**
 * The drawing of an emoji as SVG, or null where there is none.
 * Source of the drawings: Twemoji, by Twitter, Inc. and its contributors, CC-BY 4.0.
 */
export async function readEmoji(character: string): Promise<string | null> {
  for (const name of new Set(namesOf(character))) {
    const svg = await readFile(new URL(`${name}.svg`, drawings), 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return null
      throw cause
    })
    if (svg !== null) return svg
  }
  return null
}

const drawings = new URL('dist/svg/', import.meta.resolve('@discordapp/twemoji/package.json'))

/**
 * What a drawing may be called: the emoji's code points, without the sign that asks for colours unless another is joined to
 * them; and for a few without it all the same.
 * @example namesOf('❤️')[0] // '2764'
 */
export function namesOf(character: string): readonly string[] {
  const points = Array.from(character, (sign) => sign.codePointAt(0)?.toString(16) ?? '')
  const bare = points.filter((point) => point !== inColour)
  return [points.includes(joiner) ? points : bare, bare, points].map((each) => each.join('-'))
}

const inColour = 'fe0f'
const joiner = '200d'

import { readFile } from 'node:fs/promises'
import { Blob, Buffer as TextBuffer, Face, Feature, Font, shape } from 'harfbuzzjs'
import { z } from 'zod'
import type { Features, FontMetrics, Glyph, Ink, Shaper } from '../core/card/shaper.ts'
import { findScriptFont } from './script-fonts.ts'

/** Which files each font is made of: where the first lacks a character, the next is asked. */
const Catalogue = z.record(z.string(), z.array(z.string()).min(1))

/** A glyph's id holds its file in the bits above these: no font has more glyphs than 16 bits count. */
const glyphBits = 16

/**
 * Loads the fonts that `fonts.json` in `folder` names, and shapes with HarfBuzz.
 * @param folder URL of the folder, with a slash at its end.
 * @param home where packages of fonts for other scripts are looked for.
 */
export async function loadShaper(folder: URL, home: string = process.cwd()): Promise<Shaper> {
  const catalogue = Catalogue.parse(JSON.parse(await readFile(new URL('fonts.json', folder), 'utf8')))
  const fonts = new Map<string, readonly Part[]>()
  for (const [name, files] of Object.entries(catalogue)) {
    fonts.set(name, await Promise.all(files.map((file) => loadPart(new URL(file, folder)))))
  }
  return shaperOf(fonts, home)
}

/** One file of a font, and the characters it has. */
interface Part {
  readonly font: Font
  readonly characters: ReadonlySet<number>
}

async function loadPart(file: URL): Promise<Part> {
  return partOf(await readFile(file))
}

/** @param unitsPerEm what the part is to count in, where that is not its own. */
function partOf(bytes: Uint8Array, unitsPerEm?: number): Part {
  const face = new Face(new Blob(bytes))
  const font = new Font(face)
  if (unitsPerEm !== undefined) font.setScale(unitsPerEm, unitsPerEm)
  return { font, characters: new Set(face.collectUnicodes()) }
}

function shaperOf(fonts: ReadonlyMap<string, readonly Part[]>, home: string): Shaper {
  const buffer = new TextBuffer()
  const outlines = new Map<string, string>()
  const more = new Map<string, ReadonlyMap<number, Part>>()
  const ems = new Set([...fonts.values()].map(([part]) => part?.font.face.upem ?? 1000))
  const partsOf = (font: string): readonly Part[] => {
    const parts = fonts.get(font)
    if (parts === undefined) throw new RangeError(`Cannot shape text: there is no font "${font}"`)
    if (more.size === 0) return parts
    const em = parts[0]?.font.face.upem ?? 1000
    return [...parts, ...[...more.values()].flatMap((byEm) => byEm.get(em) ?? [])]
  }
  const has = (font: string, code: number): boolean => partsOf(font).some(({ characters }) => characters.has(code))
  const findMore = (character: string): void => {
    const found = findScriptFont(character, home)
    if (found === null || more.has(found.name)) return
    more.set(found.name, new Map([...ems].map((em) => [em, partOf(found.bytes, em)])))
  }
  const fontOf = (font: string, glyph: number): Font => {
    const part = partsOf(font)[glyph >> glyphBits]
    if (part === undefined) throw new RangeError(`Cannot draw glyph ${glyph}: "${font}" does not have it`)
    return part.font
  }
  return {
    fonts: [...fonts.keys()],
    shape: (text, font, features = {}) =>
      stretches(text, partsOf(font)).flatMap((stretch) => shapeStretch(buffer, text, stretch, features)),
    outline(font, glyph) {
      const key = `${font} ${glyph}`
      const known = outlines.get(key)
      if (known !== undefined) return known
      const path = fontOf(font, glyph).glyphToPath(glyph & ((1 << glyphBits) - 1))
      outlines.set(key, path)
      return path
    },
    ink: (font, glyph) => inkOf(fontOf(font, glyph), glyph & ((1 << glyphBits) - 1)),
    metrics: (font) => metricsOf((partsOf(font) as [Part])[0].font),
    covers: (font, text) =>
      Array.from(text).every((character) => {
        const code = character.codePointAt(0) ?? 0
        if (has(font, code)) return true
        findMore(character)
        return has(font, code)
      }),
  }
}

/** A stretch of text that one part of a font has whole. */
interface Stretch {
  readonly part: Font
  readonly index: number
  readonly start: number
  readonly end: number
}

/** Parts `text` where the file has to change, staying with a file as long as it will serve. */
function stretches(text: string, parts: readonly Part[]): readonly Stretch[] {
  const found: Stretch[] = []
  let offset = 0
  for (const character of text) {
    const end = offset + character.length
    const code = character.codePointAt(0) ?? 0
    const last = found.at(-1)
    if (last !== undefined && parts[last.index]?.characters.has(code) === true) {
      found[found.length - 1] = { ...last, end }
    } else {
      const index = Math.max(
        0,
        parts.findIndex(({ characters }) => characters.has(code)),
      )
      const { font: part } = parts[index] as Part
      found.push({ part, index, start: offset, end })
    }
    offset = end
  }
  return found
}

/** The words around a stretch are given to HarfBuzz as its context; clusters count in UTF-16 from the start of `text`. */
function shapeStretch(
  buffer: TextBuffer,
  text: string,
  { part, index, start, end }: Stretch,
  features: Features,
): readonly Glyph[] {
  buffer.reset()
  buffer.addText(text, start, end - start)
  buffer.guessSegmentProperties()
  shape(
    part,
    buffer,
    Object.entries(features).map(([tag, on]) => new Feature(tag, on ? 1 : 0)),
  )
  const positions = buffer.getGlyphPositions()
  return buffer.getGlyphInfos().map(({ codepoint, cluster }, n) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[n] ?? {}
    return { id: (index << glyphBits) | codepoint, cluster, advance: xAdvance, dx: xOffset, dy: yOffset }
  })
}

/** Capitals and small letters as they are drawn: the table that tells their height is not cut to the optical size. */
function metricsOf(font: Font): FontMetrics {
  const { ascender, descender } = font.hExtents()
  const heightOf = (letter: string): number => inkOf(font, font.nominalGlyph(letter.charCodeAt(0)) ?? 0).top
  return { unitsPerEm: font.face.upem, ascender, descender, capHeight: heightOf('H'), xHeight: heightOf('x') }
}

function inkOf(font: Font, glyph: number): Ink {
  const { xBearing, yBearing, width, height } = font.glyphExtents(glyph) ?? {
    xBearing: 0,
    yBearing: 0,
    width: 0,
    height: 0,
  }
  return { left: xBearing, right: xBearing + width, top: yBearing, bottom: yBearing + height }
}

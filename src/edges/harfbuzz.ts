import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Blob, Buffer as TextBuffer, Direction as Towards, Face, Feature, Font, shape } from 'harfbuzzjs'
import { z } from 'zod'
import type { Direction } from '../core/card/direction.ts'
import { scriptOf } from '../core/card/scripts.ts'
import type { FontMetrics, Glyph, Ink, Shaper } from '../core/card/shaper.ts'
import { levels } from './bidi.ts'
import { syllables } from './hyphen.ts'
import { findScriptFont } from './script-fonts.ts'

/** Which files each font is made of: where the first lacks a character, the next is asked. */
const Catalogue = z.record(z.string(), z.array(z.string()).min(1))

/** A glyph's id holds its file in the bits above these: no font has more glyphs than 16 bits count. */
const glyphBits = 16
const glyphMask = (1 << glyphBits) - 1

/**
 * Loads the fonts that `fonts.json` in `folder` names, and shapes with HarfBuzz.
 * @param folder URL of the folder, with a slash at its end.
 * @param home where packages of fonts for other scripts are looked for first.
 */
export async function loadShaper(folder: URL, home: string = process.cwd()): Promise<Shaper> {
  const catalogue = Catalogue.parse(JSON.parse(await readFile(new URL('fonts.json', folder), 'utf8')))
  const parts: Part[] = []
  const fonts = new Map<string, readonly Part[]>()
  for (const [name, files] of Object.entries(catalogue)) {
    const bytes = await Promise.all(files.map((file) => readFile(new URL(file, folder))))
    const own = bytes.map((each, index) => partOf(each, parts.length + index))
    parts.push(...own)
    fonts.set(name, own)
  }
  return shaperOf(fonts, parts, home)
}

/** One file of a font, and the characters it has. */
interface Part {
  readonly font: Font
  /** Its place among all that are loaded. */
  readonly index: number
  readonly characters: ReadonlySet<number>
}

/** @param unitsPerEm how many of its units an em is to have, where not as many as its own. */
function partOf(bytes: Uint8Array, index: number, unitsPerEm?: number): Part {
  const face = new Face(new Blob(bytes))
  const font = new Font(face)
  if (unitsPerEm !== undefined) font.setScale(unitsPerEm, unitsPerEm)
  return { font, index, characters: new Set(face.collectUnicodes()) }
}

function shaperOf(fonts: ReadonlyMap<string, readonly Part[]>, parts: Part[], home: string): Shaper {
  const buffer = new TextBuffer()
  const ours = parts.length
  const names = [...fonts.keys()]
  const outlines = new Map<number, string>()
  const measures = new Map<string, FontMetrics>()
  /** By file and size, and by font and script. */
  const scriptParts = new Map<string, Part>()
  const partsOf = (font: string): readonly Part[] => {
    const own = fonts.get(font)
    if (own === undefined) throw new RangeError(`Cannot shape text: there is no font "${font}"`)
    return own
  }
  /** A part with the letters of the script of `character`, in the units of `font` and of about its weight. */
  const scriptPart = (font: string, character: string): Part | null => {
    const script = scriptOf(character)
    if (script === null || script.packages.length === 0) return null
    const known = scriptParts.get(`${font} ${script.name}`)
    if (known !== undefined) return known
    const file = findScriptFont(script, { home, weight: weightOf(partsOf(font)[0]?.font) })
    if (file === null) return null
    const em = Math.round((partsOf(font)[0]?.font.face.upem ?? 1000) * script.size)
    const loaded = scriptParts.get(`${file} ${em}`) ?? partOf(readFileSync(file), 0, em)
    // Its place follows from what it is for, not from when it was wanted: a glyph has one name in every process.
    const part = { ...loaded, index: ours + script.place * fonts.size + names.indexOf(font) }
    parts[part.index] = part
    scriptParts.set(`${file} ${em}`, part).set(`${font} ${script.name}`, part)
    return part
  }
  /** The part to set `character` in after one set in `last`; null where none has it. */
  const partFor = (font: string, character: string, last: Part | null): Part | null => {
    const code = character.codePointAt(0) ?? 0
    if (last?.characters.has(code) === true && (last.index < ours || !own.test(character))) return last
    const first = partsOf(font).find(({ characters }) => characters.has(code))
    if (first !== undefined) return first
    if (last !== null && (last.characters.has(code) || unseen.test(character))) return last
    const foreign = scriptPart(font, character)
    return foreign?.characters.has(code) === true ? foreign : null
  }
  const fontOf = (glyph: number): Font => {
    const part = parts[glyph >> glyphBits]
    if (part === undefined) throw new RangeError(`Cannot draw glyph ${glyph}: no font has it`)
    return part.font
  }
  return {
    fonts: names,
    shape(text, font, { features = {}, direction = 'ltr' } = {}) {
      const fallback = (partsOf(font) as [Part])[0]
      const options = Object.entries(features).map(([tag, on]) => new Feature(tag, on ? 1 : 0))
      return stretches(text, (character, last) => partFor(font, character, last) ?? fallback).flatMap((stretch) =>
        shapeStretch(buffer, text, stretch, { options, direction }),
      )
    },
    outline(_, glyph) {
      const known = outlines.get(glyph)
      if (known !== undefined) return known
      const path = fontOf(glyph).glyphToPath(glyph & glyphMask)
      outlines.set(glyph, path)
      return path
    },
    ink: (_, glyph) => inkOf(fontOf(glyph), glyph & glyphMask),
    metrics(font) {
      const known = measures.get(font) ?? metricsOf((partsOf(font) as [Part])[0].font)
      measures.set(font, known)
      return known
    },
    covers(font, text) {
      let last: Part | null = null
      for (const character of text) {
        const part = partFor(font, character, last)
        if (part === null) return false
        last = part
      }
      return true
    },
    levels,
    syllables,
  }
}

/** How heavy a font says it is, in hundreds, as fonts count it. */
function weightOf(font: Font | undefined): number {
  const [high = 1, low = 144] = font?.face.referenceTable('OS/2')?.subarray(4, 6) ?? []
  return 100 * Math.round((256 * high + low) / 100)
}

/** Letters, figures and brackets are of the font that was asked for, though that of another script may have them too. */
const own = /[\p{Script=Latin}\d()[\]{}]/u
/** What has no shape, and must not part what stands on its two sides. */
const unseen = /\u200b|\u200c|\u200d|\p{Variation_Selector}/u

/** A stretch of text that one part of a font has whole. */
interface Stretch {
  readonly part: Part
  readonly start: number
  readonly end: number
}

/** Parts `text` where the file has to change. */
function stretches(text: string, partFor: (character: string, last: Part | null) => Part): readonly Stretch[] {
  const found: Stretch[] = []
  let offset = 0
  for (const character of text) {
    const end = offset + character.length
    const last = found.at(-1)
    const part = partFor(character, last?.part ?? null)
    if (last?.part === part) found[found.length - 1] = { ...last, end }
    else found.push({ part, start: offset, end })
    offset = end
  }
  return found
}

/** The words around a stretch are given to HarfBuzz as its context; clusters count in UTF-16 from the start of `text`. */
function shapeStretch(
  buffer: TextBuffer,
  text: string,
  { part, start, end }: Stretch,
  { options, direction }: { readonly options: readonly Feature[]; readonly direction: Direction },
): readonly Glyph[] {
  buffer.reset()
  buffer.addText(text, start, end - start)
  buffer.guessSegmentProperties()
  buffer.setDirection(direction === 'rtl' ? Towards.RTL : Towards.LTR)
  shape(part.font, buffer, [...options])
  const positions = buffer.getGlyphPositions()
  const glyphs = buffer.getGlyphInfos().map(({ codepoint, cluster }, n) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[n] ?? {}
    return { id: (part.index << glyphBits) | codepoint, cluster, advance: xAdvance, dx: xOffset, dy: yOffset }
  })
  return direction === 'rtl' ? glyphs.toReversed() : glyphs // HarfBuzz gives them as they are seen
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

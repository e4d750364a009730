import { opportunities } from './break.ts'
import type { Fitted, Zone } from './fit.ts'
import { fit } from './fit.ts'
import type { Galley } from './galley.ts'
import { setGalley } from './galley.ts'
import { withPartedWords } from './parting.ts'
import type { Sheet } from './sheet.ts'
import { safe } from './sheet.ts'
import type { Wording } from './wording.ts'

/** A quote in lines. */
export interface SetQuote {
  readonly galley: Galley
  /** Null where it does not fit even at the smallest size. */
  readonly fitted: Fitted | null
  /** How far its lines stand in from the margin, so that the mark that hangs keeps off the card's edge; pixels. */
  readonly indent: number
}

/** No card holds more characters than this, and breaking them into lines would take long. */
const longest = 2000

/** Sets the quote in `zone`; its words are parted only where one of them is wider than a line at the smallest size. */
export function setQuote(
  wording: Wording,
  { zone, language }: { readonly zone: Zone; readonly language: string },
  sheet: Sheet,
): SetQuote {
  const { quote } = sheet.theme
  const { direction, shaper } = sheet
  const emphasisFont = quote.emphasis.font ?? quote.font
  const faces = { font: quote.font, emphasisFont, tracking: quote.tracking, direction }
  if (wording.text.length > longest) {
    const cut = { ...wording, text: wording.text.slice(0, longest), emphases: [] }
    return { galley: setGalley(cut, faces, sheet), fitted: null, indent: 0 }
  }
  const galley = setGalley(wording, faces, sheet)
  const hung = galley.indexAt[wording.marks.opening] ?? 0
  const whole = inLines(galley, { ...zone, hung }, { sheet, language })
  if (whole.fitted !== null) return whole
  const room = { galley, places: opportunities(galley, language), widest: zone.width / zone.size.least }
  const parted = withPartedWords(wording, room, (word) => shaper.syllables(word, language))
  return parted === null ? whole : inLines(setGalley(parted, faces, sheet), { ...zone, hung }, { sheet, language })
}

/** Where the margin is too narrow for the mark that hangs in it, the lines are set in, and so a little shorter. */
function inLines(
  galley: Galley,
  zone: Zone,
  { sheet, language }: { readonly sheet: Sheet; readonly language: string },
): SetQuote {
  const places = opportunities(galley, language)
  const margin = sheet.side - safe * sheet.size.width - 1
  const indentAt = ({ size }: Fitted): number => Math.max(0, hungWidth(galley, zone.hung, sheet) * size - margin)
  const fitted = fit(galley, places, zone)
  if (fitted === null || indentAt(fitted) === 0) return { galley, fitted, indent: 0 }
  const shorter = fit(galley, places, { ...zone, width: zone.width - indentAt(fitted) })
  return { galley, fitted: shorter, indent: shorter === null ? 0 : indentAt(shorter) }
}

/** How far the opening mark's ink reaches out of the measure, in ems. */
function hungWidth({ glyphs }: Galley, hung: number, { theme, direction, shaper }: Sheet): number {
  const [mark, first] = [glyphs[0], glyphs[hung]]
  if (hung === 0 || mark === undefined || first === undefined || theme.quote.align !== 'left') return 0
  const { unitsPerEm } = shaper.metrics(mark.font)
  const { left, right } = shaper.ink(mark.font, mark.id)
  const bare = direction === 'ltr' ? left / unitsPerEm : mark.end - mark.start - right / unitsPerEm
  return first.start - mark.start - bare
}

import { contrast } from '../core/card/contrast.ts'
import { isFaint } from '../core/card/faint.ts'
import type { Logo } from '../core/card/logo.ts'
import { readLogo } from '../core/card/logo.ts'
import { UnfitPictureError } from '../core/card/picture.ts'
import { inkOf } from '../core/card/sheet.ts'
import type { Theme } from '../core/card/theme.ts'
import type { Problem } from '../core/problem.ts'
import type { Ports } from '../ports.ts'

/** What is the owner's own on every card. */
export interface Brand {
  readonly name: string
  /** As `#rrggbb`. */
  readonly colour: string | null
  readonly logo: Logo | null
  /** What cards in a theme of photos stand on. */
  readonly photo: Uint8Array | null
}

/** Pieces lie in a folder of the home: what the settings name lies beside that. */
const home = '..'

/**
 * The brand that the settings describe, with the photo of the piece where it has one; and what of it cannot be had.
 * @param own what is given already, and not looked for
 */
export async function readBrand(
  slug: string | null,
  { settings, pieces }: Pick<Ports, 'settings' | 'pieces'>,
  own: Partial<Pick<Brand, 'logo' | 'photo'>> = {},
): Promise<{ readonly brand: Brand; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = []
  const file = async (what: 'logo' | 'photo', named: string | null): Promise<Uint8Array | null> => {
    const bytes = named === null ? null : await pieces.read(home, named)
    if (named !== null && bytes === null) problems.push({ code: 'picture-missing', what, file: named })
    return bytes
  }
  const logo = own.logo ? null : await file('logo', settings.logo)
  const read = logo === null ? null : readLogo(logo, settings.logo ?? '')
  if (read?.kind === 'problem') problems.push(read.problem)
  const beside = slug === null ? null : await pieces.read(slug, 'photo.jpg')
  const brand = {
    name: settings.name ?? '',
    colour: settings.brandColour,
    logo: own.logo ?? (read?.kind === 'logo' ? read.logo : null),
    photo: own.photo ?? beside ?? (await file('photo', settings.cardPhoto)),
  }
  return { brand, problems }
}

/** What the owner should know of their logo on cards in `theme`: that it hardly stands out, or cannot be read. */
export async function notesOn(
  logo: Logo | null,
  theme: Theme | undefined,
  { painter }: Pick<Ports, 'painter'>,
): Promise<readonly Problem[]> {
  if (logo === null || theme === undefined) return []
  try {
    const ground = inkOf(theme, theme.attribution.band ?? theme.ground)
    if (!isFaint(await painter.colours(logo), ground)) return []
    const isDark = contrast(ground, '#ffffff') > contrast(ground, '#000000')
    return [{ code: 'logo-faint', theme: theme.name, wanted: isDark ? 'lighter' : 'darker' }]
  } catch (cause) {
    if (cause instanceof UnfitPictureError) return [cause.problem]
    throw cause
  }
}

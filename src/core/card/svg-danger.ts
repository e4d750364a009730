/**
 * What an SVG has that it may not have, or null: it would run something, fetch something, or be another thing than it looks.
 * Whoever hides it behind character references is read as a browser reads them.
 */
export function dangerIn(svg: string): string | null {
  const plain = withoutReferences(svg)
  return dangers.find(([, sign]) => sign.test(svg) || sign.test(plain))?.[0] ?? null
}

const outside = 'a reference to something outside it'

const dangers: readonly (readonly [what: string, sign: RegExp])[] = [
  ['a script', /<\s*(?:[\w-]+:)?(?:script|handler|listener)\b|[\s"'/]on\w+\s*=|javascript:/i],
  ['a page within it', /<\s*(?:[\w-]+:)?(?:foreignObject|iframe|object|embed|audio|video)\b/i],
  ['entities', /<!(?:DOCTYPE|ENTITY)\b[^>]*\[|<!ENTITY/i],
  ['an encoding other than UTF-8', /<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i],
  [
    outside,
    /\b(?:href|src)\s*=\s*(?:"\s*(?!#|data:image\/(?:png|jpeg);)|'\s*(?!#|data:image\/(?:png|jpeg);)|[^"'\s])/i,
  ],
  [outside, /url\(\s*["']?\s*(?!["'#\s])|@import|<\?xml-stylesheet|\bxml:base\b|\b(?:image|image-set|src)\(/i],
  ['a reference that changes', /attributeName\s*=\s*["']\s*(?:[\w-]+:)?href/i],
  [
    'an escaped sign in its styles',
    /<(?:[\w-]+:)?style\b[^>]*>[^<]*(?:<!\[CDATA\[)?[^<]*\\|\bstyle\s*=\s*(?:"[^"]*\\|'[^']*\\)/i,
  ],
]

function withoutReferences(svg: string): string {
  return svg
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (whole, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
    .replace(/&(quot|apos|amp);/g, (_, name: 'quot' | 'apos' | 'amp') => named[name])
}

const named = { quot: '"', apos: "'", amp: '&' } as const

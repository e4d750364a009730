import { describe, expect, test } from 'vitest'
import { readLogo } from '../../../src/core/card/logo.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string, head = 'viewBox="0 0 40 20"') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${head}>${inside}</svg>`)

/** The head of a PNG. */
function png(width: number, height: number): Uint8Array {
  const head = Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    13,
    73,
    72,
    68,
    82,
    ...Array(9).fill(0),
  ])
  new DataView(head.buffer).setUint32(16, width)
  new DataView(head.buffer).setUint32(20, height)
  return head
}

describe('readLogo()', () => {
  test.each([
    ['an SVG with a viewBox', svg('<path d="M0 0h1v1z" fill="url(#a)"/><use href="#b"/>'), 2],
    ['an SVG with a width and a height', svg('', 'width="30" height="10px"'), 3],
    ['a PNG', png(10, 20), 0.5],
    [
      'what a drawing program writes',
      bytes(
        '<?xml version="1.0" encoding="utf-8"?><!-- Generator --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' +
          '<svg xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 4"><style>.a{fill:#b1201c}</style><defs><linearGradient id="g"/></defs>' +
          '<path class="a" style="fill:url(#g)" d="M0 0h4v4z"/><use xlink:href="#g"/><image href="data:image/png;base64,iVBO"/></svg>',
      ),
      1,
    ],
  ])('takes %s', (_, file, aspect) => {
    expect(readLogo(file, 'logo')).toMatchObject({
      kind: 'logo',
      logo: { aspect, href: expect.stringMatching(/^data:image/) },
    })
  })

  test.each([
    ['a script', svg('<script>alert(1)</script>'), 'a script'],
    ['a script of another name space', svg('<svg:script href="#a"/>'), 'a script'],
    ['a handler', svg('<g onload="alert(1)"/>'), 'a script'],
    ['a link that runs', svg('<a href="javascript:alert(1)"/>'), 'a script'],
    ['a page', svg('<foreignObject/>'), 'a page within it'],
    [
      'an entity',
      bytes('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 1 1">&x;</svg>'),
      'entities',
    ],
    ['a picture on the web', svg('<image xlink:href="https://example.org/a.png"/>'), 'outside it'],
    ['a file', svg("<image href='file:///etc/passwd'/>"), 'outside it'],
    ['an SVG within it', svg('<image href="data:image/svg+xml,<svg/>"/>'), 'outside it'],
    ['a style from outside', svg('<style>@import "a.css"</style>'), 'outside it'],
    ['a paint from outside', svg('<rect fill="url(https://example.org/#a)"/>'), 'outside it'],
    ['a page hidden in an entity', svg('<image href="&#104;ttps://example.org/a.png"/>'), 'outside it'],
    ['an import hidden in an entity', svg('<style>&#64;import "a.css"</style>'), 'outside it'],
    ['an import hidden in an escape', svg('<style>@\\69mport "a.css"</style>'), 'an escaped sign'],
    ['an import within CDATA', svg('<style><![CDATA[@import "a.css"]]></style>'), 'outside it'],
    ['a path hidden in an escape', svg('<g style="fill:u\\72l(a.svg#b)"/>'), 'an escaped sign'],
    [
      'a paint behind quotation marks',
      svg('<rect style="fill:url(&quot;https://example.org/#a&quot;)"/>'),
      'outside it',
    ],
    ['a picture by a style', svg('<g style="background:image-set(\'a.png\' 1x)"/>'), 'outside it'],
    ['a use of another file', svg('<use href="other.svg#a"/>'), 'outside it'],
    ['a page as data', svg('<use xlink:href="data:text/html,<p>"/>'), 'outside it'],
    ['an SVG as data in capitals', svg('<use xlink:href="DATA:image/svg+xml;base64,PHN2Zy8+#a"/>'), 'outside it'],
    ['another base', svg('<g xml:base="https://example.org/"><use href="#a"/></g>'), 'outside it'],
    [
      'a link that is set',
      svg('<set attributeName="xlink:href" to="https://example.org"/>'),
      'a reference that changes',
    ],
    ['a handler of SVG Tiny', svg('<handler type="application/ecmascript">x</handler>'), 'a script'],
    ['a handler on a line of its own', svg('<g\nonclick\n=\n"x"/>'), 'a script'],
    ['another encoding', bytes('<?xml version="1.0" encoding="UTF-7"?><svg viewBox="0 0 1 1"/>'), 'an encoding'],
    ['no size', svg('', ''), 'no viewBox'],
    ['no picture in it', bytes('hello'), 'neither an SVG nor a PNG'],
    ['too many pixels', png(30_000, 30_000), '900 megapixels'],
    ['no pixels', png(0, 10), 'no size'],
    ['too much in it', new Uint8Array(1_000_001), 'more than 1 MB'],
  ])('refuses a file with %s', (_, file, why) => {
    expect(readLogo(file, 'logo.svg')).toMatchObject({
      kind: 'problem',
      problem: { code: 'logo-bad', why: expect.stringContaining(why) },
    })
  })
})

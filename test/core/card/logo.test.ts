import { describe, expect, test } from 'vitest'
import { readLogo } from '../../../src/core/card/logo.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string, head = 'viewBox="0 0 40 20"') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${head}>${inside}</svg>`)

describe('readLogo()', () => {
  test.each([
    ['an SVG with a viewBox', svg('<path d="M0 0h1v1z" fill="url(#a)"/><use href="#b"/>'), 2],
    ['an SVG with a width and a height', svg('', 'width="30" height="10px"'), 3],
    [
      'a PNG',
      Uint8Array.from([
        0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 10, 0, 0, 0, 20, 8,
      ]),
      0.5,
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
    ['no size', svg('', ''), 'no viewBox'],
    ['no picture in it', bytes('hello'), 'neither an SVG nor a PNG'],
    ['too much in it', new Uint8Array(1_000_001), 'more than 1 MB'],
  ])('refuses a file with %s', (_, file, why) => {
    expect(readLogo(file, 'logo.svg')).toMatchObject({
      kind: 'problem',
      problem: { code: 'logo-bad', why: expect.stringContaining(why) },
    })
  })
})

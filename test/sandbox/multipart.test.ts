import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from '../../src/sandbox/multipart.ts'

const type = 'multipart/form-data; boundary=----xyz'

function aBody(parts: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const written = parts.flatMap(([name, bytes]) => [
    Buffer.from(`------xyz\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: a/b\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...written, Buffer.from('------xyz--\r\n')])
}

test('partsOf() gives back every byte of a part without a file name', () => {
  assert(
    property(uint8Array(), uint8Array(), (one, two) => {
      const parts = partsOf(
        aBody([
          ['media', one],
          ['segment_index', two],
        ]),
        type,
      )
      expect([...parts].map(([name, bytes]) => [name, [...bytes]])).toEqual([
        ['media', [...one]],
        ['segment_index', [...two]],
      ])
    }),
  )
})

test.each([
  ['a body without a boundary', aBody([['media', Buffer.from('a')]]), 'multipart/form-data'],
  ['a body that ends too soon', aBody([['media', Buffer.from('a')]]).subarray(0, 60), type],
  ['an empty body', new Uint8Array(), type],
])('partsOf() finds nothing in %s', (_, body, contentType) => {
  expect(partsOf(body, contentType).size).toBe(0)
})

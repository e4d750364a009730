import { expect, test } from 'vitest'
import { redact, redactText } from '../../src/edges/redact.ts'

test('redact() marks a secret wherever it stands, and leaves the rest as it is', () => {
  const json = { 'key-1234': [1234, 'my key-1234, and key-12345'], deep: { text: null, sure: true } }
  expect(redact(json, ['key-1234', 'key-12345', '123'])).toEqual({
    '[secret]': [1234, 'my [secret], and [secret]'],
    deep: { text: null, sure: true },
  })
})

test('redactText() takes nothing so short for a secret that it stands in any text', () => {
  expect(redactText('an abc of it', ['abc'])).toBe('an abc of it')
})

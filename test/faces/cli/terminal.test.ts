import { expect, test, vi } from 'vitest'
import { openTerminal } from '../../../src/faces/cli/terminal.ts'

test.each([
  ['NO_COLOR', '1'],
  ['TERM', 'dumb'],
])('a terminal where %s=%s draws no line over and over', (name, value) => {
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
  vi.stubEnv(name, value)
  let written = ''
  const stream = { isTTY: true, columns: 80, write: (text: string) => ((written += text), true) }
  const terminal = openTerminal({ stdin: stream, stdout: stream, stderr: stream } as unknown as NodeJS.Process)
  terminal.say('drawing 3 cards')
  terminal.note('Drawn.')
  terminal.rest()
  expect(terminal.canDraw).toBe(false)
  expect(written).toBe('Drawn.\n')
  vi.unstubAllEnvs()
})

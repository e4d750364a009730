#!/usr/bin/env node
import { readFileSync } from 'node:fs'

// Whoever reads may stop reading (`| head`), and the terminal may be gone: nothing more is heard then, but what was begun
// is done all the same. A scheduler goes on, and nothing dies between asking for a post and writing down the answer.
const nobodyReads = new Set(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'])
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!nobodyReads.has(error.code ?? '')) throw error
  })
}

// The version is asked for often and by programs: it is told before anything else is loaded.
const argv = process.argv.slice(2)
if (argv.length === 1 && argv[0] === '--version') {
  process.stdout.write(`${version()}\n`)
} else {
  const [{ runProgram }, { open }] = await Promise.all([import('./faces/cli/program.ts'), import('./wire.ts')])
  process.exitCode = await runProgram(argv, { version: version(), open })
}

function version(): string {
  const about = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(about) as { version: string }).version
}

import type { Socket } from 'node:net'
import { createInterface, type Interface } from 'node:readline'

/** What a socket is told, a line of JSON at a time; null for what is none. */
export function linesOf(socket: Socket): Interface {
  // Readline hands on what goes wrong with its socket, and an error that nobody hears ends the process.
  return createInterface(socket).on('error', () => undefined)
}

export function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(line)
    return typeof said === 'object' && said !== null ? { ...said } : {}
  } catch {
    return {}
  }
}

export function say(socket: Socket, line: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(line)}\n`)
}

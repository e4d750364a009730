import type { Request } from '../../ports.ts'

/** What a process brings to the lock. */
export interface Locksmith {
  /** What only those know who may read what the lock guards; it is proven, and never told. */
  readonly secret: string
  /** Does what others ask while this process holds it. */
  serve(request: Request): Promise<unknown>
  /** Called once when its holder works on what was asked for longer than a second. */
  waiting?(request: Request): void
}

/** A socket of this machine: its name, or a port on the loopback. */
export type Address = string | { readonly host: string; readonly port: number }

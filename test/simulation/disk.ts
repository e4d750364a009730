import { basename, dirname } from 'node:path'
import type { Files, OpenFile } from '../../src/edges/disk/files.ts'
import type { Chance } from './chance.ts'
import type { Process } from './world.ts'

interface File {
  readonly kind: 'file'
  data: Buffer
  /** What a power loss leaves of it. */
  kept: Buffer
}

interface Folder {
  readonly kind: 'folder'
  names: Map<string, File | Folder>
  kept: Map<string, File | Folder>
}

export type DiskFault = 'full' | 'short' | 'sync' | 'busy' | 'too-many'

/**
 * A disk with a page cache, as unkind as POSIX allows: of what was not fsynced (a file's bytes, a folder's names), a power
 * loss keeps any part, or none.
 */
export class SimulatedDisk {
  readonly #root = aFolder()
  readonly #chance: Chance
  /** How many times it will still fail. */
  faults = 0

  constructor(chance: Chance) {
    this.#chance = chance
    const home = aFolder()
    this.#root.names.set('home', home)
    this.#root.kept.set('home', home)
  }

  powerLoss(): void {
    // Most machines write nothing on their own in so short a time; now and then, some of it.
    const forgetsAll = this.#chance.once(2)
    const settle = (folder: Folder) => {
      for (const name of new Set([...folder.names.keys(), ...folder.kept.keys()])) {
        const survives = forgetsAll || this.#chance.once(2) ? folder.kept.get(name) : folder.names.get(name)
        if (survives === undefined) folder.names.delete(name)
        else folder.names.set(name, survives)
      }
      folder.kept = new Map(folder.names)
      for (const node of folder.names.values()) {
        if (node.kind === 'folder') settle(node)
        else if (!node.data.equals(node.kept)) node.data = node.kept = this.#remains(node, forgetsAll)
      }
    }
    settle(this.#root)
  }

  /** The file system as a process sees it. */
  files(process: Process): Files {
    const step = <T>(what: string, path: string, act: () => T) => process.step(`${what} ${path}`, act)
    return {
      open: (path, flags) =>
        step(`open ${flags}`, path, () => {
          this.#mayFail('too-many', 'EMFILE')
          const { folder, name } = this.#parent(path)
          const there = folder.names.get(name)
          if (flags === 'wx' && there) throw failure('EEXIST')
          if ((flags === 'r' || flags === 'r+') && !there) throw failure('ENOENT')
          const node = there ?? { kind: 'file' as const, data: Buffer.alloc(0), kept: Buffer.alloc(0) }
          folder.names.set(name, node)
          return this.#handle(node, path, process)
        }),
      read: (path) => step('read', path, () => Buffer.from(this.#file(path).data)),
      list: (path) => step('list', path, () => [...this.#folder(path).names.keys()]),
      rename: (from, to) =>
        step('rename to', to, () => {
          this.#mayFail('busy', 'EBUSY')
          const node = this.#node(from)
          const source = this.#parent(from)
          source.folder.names.delete(source.name)
          const target = this.#parent(to)
          target.folder.names.set(target.name, node)
        }),
      link: (from, to) =>
        step('link', to, () => {
          const { folder, name } = this.#parent(to)
          if (folder.names.has(name)) throw failure('EEXIST')
          folder.names.set(name, this.#file(from))
        }),
      copy: (from, to) =>
        step('copy', to, () => {
          const { folder, name } = this.#parent(to)
          if (folder.names.has(name)) throw failure('EEXIST')
          folder.names.set(name, { kind: 'file', data: this.#file(from).data, kept: Buffer.alloc(0) })
        }),
      remove: (path) =>
        step('remove', path, () => {
          const { folder, name } = this.#parent(path)
          folder.names.delete(name)
        }),
      makeFolder: (path) =>
        step('make folder', path, () => {
          const { folder, name } = this.#parent(path)
          if (folder.names.has(name)) throw failure('EEXIST')
          folder.names.set(name, aFolder())
        }),
      wait: (ms) => process.step('wait', () => undefined, ms),
    }
  }

  #handle(node: File | Folder, path: string, process: Process): OpenFile {
    return {
      write: (bytes) =>
        process.step(`write ${path}`, () => {
          if (node.kind === 'folder') throw failure('EISDIR')
          this.#mayFail('full', 'ENOSPC')
          const taken = this.#strikes('short') ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes
          node.data = Buffer.concat([node.data, taken])
          return taken.length
        }),
      sync: () =>
        process.step(`sync ${path}`, () => {
          this.#mayFail('sync', 'EIO')
          if (node.kind === 'file') node.kept = node.data
          else node.kept = new Map(node.names)
        }),
      close: () => process.step(`close ${path}`, () => undefined),
    }
  }

  #remains({ data, kept }: File, forgetsAll: boolean): Buffer {
    if (forgetsAll) return kept
    const whole = data.subarray(0, kept.length + this.#chance.below(data.length - kept.length + 1))
    // A file's new length may outlive its new bytes: they read as zeros then.
    return this.#chance.once(2)
      ? Buffer.from(whole)
      : Buffer.concat([kept, Buffer.alloc(Math.max(0, whole.length - kept.length))])
  }

  #mayFail(fault: DiskFault, code: string): void {
    if (this.#strikes(fault)) throw failure(code)
  }

  #strikes(fault: DiskFault): boolean {
    if (this.faults === 0 || !this.#chance.once(fault === 'sync' ? 120 : 60)) return false
    this.faults--
    return true
  }

  #node(path: string): File | Folder {
    let node: File | Folder = this.#root
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (node.kind === 'file') throw failure('ENOTDIR')
      const next: File | Folder | undefined = node.names.get(name)
      if (next === undefined) throw failure('ENOENT')
      node = next
    }
    return node
  }

  #file(path: string): File {
    const node = this.#node(path)
    if (node.kind === 'folder') throw failure('EISDIR')
    return node
  }

  #folder(path: string): Folder {
    const node = this.#node(path)
    if (node.kind === 'file') throw failure('ENOTDIR')
    return node
  }

  #parent(path: string): { folder: Folder; name: string } {
    return { folder: this.#folder(dirname(path)), name: basename(path) }
  }
}

function aFolder(): Folder {
  return { kind: 'folder', names: new Map(), kept: new Map() }
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: simulated`), { code })
}

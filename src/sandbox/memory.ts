import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { WorldError } from '../core/errors.ts'
import { openAlbum, type Album } from './album.ts'
import { State } from './state.ts'

/** All that the sandbox remembers, on disk when it has a path. */
export interface Memory {
  readonly state: State
  readonly album: Album
  /** Applies a change at once; it is on disk when this resolves. */
  change<Result extends { readonly state: State }>(act: (state: State) => Result): Promise<Result>
}

/** @throws WorldError when the file is there and cannot be read; it is then left as it is. */
export async function openMemory(path: string | null, fresh: State): Promise<Memory> {
  let state = path === null ? fresh : ((await load(path)) ?? fresh)
  const save = path === null ? async () => {} : saver(path, () => state)
  await save()
  return {
    get state() {
      return state
    },
    album: openAlbum(path === null ? null : path.replace(/(\.json)?$/, '-media')),
    async change(act) {
      const result = act(state)
      state = result.state
      await save()
      return result
    },
  }
}

/** Saves one after the other; changes that arrive while one is being written share the next. */
function saver(path: string, state: () => State): () => Promise<void> {
  let writing = Promise.resolve()
  let waiting: Promise<void> | null = null
  return () => {
    waiting ??= writing
      .catch(() => {})
      .then(() => {
        waiting = null
        writing = write(path, state())
        return writing
      })
    return waiting
  }
}

async function write(path: string, state: State): Promise<void> {
  const temporary = `${path}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, `${JSON.stringify(state, null, 1)}\n`)
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {})
    throw new WorldError(
      'sandbox-unwritable',
      {
        message: `Cannot save the sandbox: ${path} cannot be written (${String((cause as NodeJS.ErrnoException).code)})`,
        hint: 'See that the folder may be written to and that the disk has room.',
      },
      { cause },
    )
  }
}

async function load(path: string): Promise<State | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw unreadable(path, `it cannot be opened (${String((cause as NodeJS.ErrnoException).code)})`, cause)
  }
  try {
    return State.parse(JSON.parse(text))
  } catch (cause) {
    throw unreadable(path, 'it does not hold what a sandbox saved', cause)
  }
}

function unreadable(path: string, fact: string, cause: unknown): WorldError {
  return new WorldError(
    'sandbox-unreadable',
    {
      message: `Cannot start the sandbox: ${path} is damaged: ${fact}`,
      hint: `Put a good copy in its place, or move ${path} away to begin with an empty sandbox.`,
    },
    { cause },
  )
}

import { WorldError } from '../../core/errors.ts'

/** The system's own name of what went wrong: ENOENT, ENOSPC … */
export function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? ''
}

/** What the disk refused, as a sentence and what to do. */
export function cannot(act: string, path: string, cause: unknown): WorldError {
  const [fact, remedy] = reasons[codeOf(cause)] ?? [(cause as Error).message, 'Mend the disk, then do it again.']
  return new WorldError('disk', { message: `Cannot ${act} ${path}: ${fact}`, hint: remedy }, { cause })
}

/** After this nothing more is written: the process has to end, for only a fresh look tells what the disk holds. */
export function syncFailed(path: string, cause: unknown): WorldError {
  const words = {
    message: `Cannot rely on the disk any more: it could not keep ${path} (${codeOf(cause) || (cause as Error).message})`,
    hint: 'Nothing more is written. Look to the disk and its free space, then start Broadside again; what is live is read back.',
  }
  return new WorldError('disk-broken', words, { cause })
}

const rights = ['this user has no right to it', 'Give yourself the right to it, or choose another --home.'] as const

const reasons: Readonly<Record<string, readonly [fact: string, remedy: string]>> = {
  EACCES: rights,
  EPERM: rights,
  EROFS: ['the disk is read-only', 'Choose another --home.'],
  ENOSPC: ['the disk is full', 'Free some space, then do it again; nothing was half-written.'],
  EDQUOT: ['your share of the disk is used up', 'Free some space, then do it again; nothing was half-written.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Choose another --home.'],
  EEXIST: ['a file stands where a folder must be', 'Move that file away, or choose another --home.'],
  EBUSY: [
    'another program has it open',
    'Close what else uses the folder (a virus scanner, a backup), then do it again.',
  ],
  EMFILE: ['too many files are open', 'Close other programs, or raise the limit (ulimit -n), then do it again.'],
}

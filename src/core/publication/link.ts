import type { Settings } from '../settings.ts'

/** The port at which `broadside sandbox` shows its timeline. */
export const sandboxPort = 4108

/** Where a person sees the post `id`: on X, or on the sandbox's timeline while it runs. */
export function linkTo(
  id: string,
  { apiUrl, credentials, handle }: Pick<Settings, 'apiUrl' | 'credentials' | 'handle'>,
): string {
  if (apiUrl !== null) return `${apiUrl.replace(/\/$/, '')}/#${id}`
  if (credentials === null) return `http://127.0.0.1:${sandboxPort}/#${id}`
  return `https://x.com/${handle?.slice(1) ?? 'i'}/status/${id}`
}

/** The id of the post at an address of X or of the sandbox, or of a bare id; null when it is none. */
export function idIn(address: string): string | null {
  return /^(?:https?:\/\/\S+(?:\/status(?:es)?\/|\/#))?(\d{1,19})(?:[/?#]\S*)?$/.exec(address.trim())?.[1] ?? null
}

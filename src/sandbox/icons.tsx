/** Line drawings for the actions under a post; each is beside its name in words, so a reader of screens passes over it. */

const lines = {
  reply: 'M4 11.5C4 7.4 7.4 4.5 12 4.5s8 2.9 8 7-3.4 7-8 7c-.9 0-1.8-.1-2.6-.3L5 20.5l.9-3.7C4.7 15.4 4 13.5 4 11.5Z',
  repost:
    'M3 10 6.5 6.5 10 10M6.5 6.5V15A2.5 2.5 0 0 0 9 17.5h4M21 14l-3.5 3.5L14 14M17.5 17.5V9A2.5 2.5 0 0 0 15 6.5h-4',
  like: 'M12 20C6.5 16.5 3.5 13.2 3.5 9.5A4.5 4.5 0 0 1 12 7.3 4.5 4.5 0 0 1 20.5 9.5C20.5 13.2 17.5 16.5 12 20Z',
  bookmark: 'M6.5 4.5h11V20L12 15.8 6.5 20Z',
  views: 'M5 20v-6M9.7 20V9M14.3 20V4M19 20v-8',
} as const

export function Icon({ of }: { of: keyof typeof lines }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={lines[of]} />
    </svg>
  )
}

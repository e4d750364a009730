import type { Bytes } from './bytes.ts'
import type { Grown, PostRollUp, RollUp } from './rollup.ts'
import { growthAges, rollUp, tellsOf } from './rollup.ts'
import type { Sample } from './sample.ts'
import { Audience, Sample as SampleShape } from './sample.ts'

/** A post as the scan goes by: where its lines that count begin, none of them parsed yet. */
interface Slot {
  readonly id: string
  /** Where `"job":"…","n":1,"id":"…","deleted":` stands, which every line of the post has after its instant. */
  readonly key: number
  readonly keyLength: number
  /** The post that came after it last time. */
  next: Slot | null
  /** Its newest line, its newest while it was live, its newest that tells of clicks: where they begin, and their instants. */
  newest: number
  at: number
  deleted: boolean
  live: number
  liveAt: number
  clicks: number
  clicksAt: number
  written: number
  readonly growth: (Grown | null)[]
}

const [lineFeed, quote, colon] = [10, 34, 58]
const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Where things stand in a line: `{"at":"2026-11-22T09:00:00.000Z","job":…`. */
const opening = bytesOf('{"at":"')
const [instantAt, instantLength, keyAt] = [7, 24, 33]
const [job, age, impressions] = [bytesOf('"job":"'), bytesOf(',"age":'), bytesOf(',"impressions":')]
const [profileClicks, noClicks] = [bytesOf('"profileClicks":'), bytesOf('"clicks":null,"profileClicks":null}')]
/** With this a line of an older Broadside ends, which tells no age. */
const bookmarks = bytesOf('"bookmarks":')
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const key = /^"job":"[ !#-[\]-~]*","n":\d+,"id":"([ !#-[\]-~]*)","deleted":/
const longestAge = (growthAges.at(-1) ?? 0) * 1.25

/** Visits lines one after the other. */
export class Scan {
  readonly #bytes: Bytes
  readonly #slots = new Map<string, Slot>()
  readonly #audience: Audience[] = []
  #last: Slot | null = null
  #instant = -1
  #at = -Infinity
  #newest = -Infinity
  #samples = 0

  constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  /** Where the line ends that begins at `start`; null when it is not as lines are written. */
  take(start: number): number | null {
    const bytes = this.#bytes
    if (start + 80 > bytes.all.length || !bytes.begin(start, opening)) return null
    if (bytes.all[start + keyAt - 2] !== quote || !this.#readInstant(start + instantAt)) return null
    const end = bytes.begin(start + keyAt, job) ? this.#sample(start) : this.#follow(start)
    return end === null || end >= bytes.all.length ? null : end
  }

  /** The lines of a batch mostly bear the same instant. */
  #readInstant(from: number): boolean {
    if (this.#instant !== -1 && this.#bytes.same(this.#instant, from, instantLength)) return true
    const text = this.#bytes.text(from, from + instantLength)
    const at = instant.test(text) ? Date.parse(text) : NaN
    if (Number.isNaN(at)) return false
    this.#instant = from
    this.#at = at
    this.#newest = Math.max(this.#newest, at)
    return true
  }

  #follow(start: number): number | null {
    const end = this.#bytes.find(lineFeed, start)
    const read = Audience.safeParse(parse(this.#bytes.text(start, end)))
    if (!read.success) return null
    this.#audience.push(read.data)
    return end
  }

  #sample(start: number): number | null {
    const [bytes, at] = [this.#bytes, this.#at]
    const slot = this.#slotAt(start + keyAt)
    if (slot === null) return null
    const flag = start + keyAt + slot.keyLength
    const deleted = bytes.all[flag] === 116 // the t of true
    // The figures take at least so much; whoever wrote them shorter is found out by the count of lines.
    const end = bytes.find(lineFeed, flag + (bytes.begin(flag + 5, age) ? 115 : 80))
    if (at >= slot.at) {
      slot.at = at
      slot.deleted = deleted
      slot.newest = start
    }
    slot.written = at
    this.#samples++
    if (deleted) return end
    if (!bytes.begin(flag + 5, age) && !this.#endsWith(bookmarks, end)) return null
    if (at >= slot.liveAt) {
      slot.liveAt = at
      slot.live = start
    }
    if (at >= slot.clicksAt && this.#tellsClicks(end)) {
      slot.clicksAt = at
      slot.clicks = start
    }
    this.#grow(slot, flag + 5)
    return end
  }

  #tellsClicks(end: number): boolean {
    return this.#endsWith(profileClicks, end) && !this.#bytes.begin(end - noClicks.length, noClicks)
  }

  /** Whether the last figure of the line that ends at `end` is of this name. */
  #endsWith(name: Uint8Array, end: number): boolean {
    const { all } = this.#bytes
    let last = end - 2
    while (all[last] !== colon && last > end - 24) last--
    return this.#bytes.begin(last + 1 - name.length, name)
  }

  #grow({ growth }: Slot, from: number): void {
    const bytes = this.#bytes
    const seconds = bytes.begin(from, age) ? bytes.number(from + age.length) : null
    if (seconds === null || seconds > longestAge) return
    for (let index = 0; index < growthAges.length; index++) {
      const target = growthAges[index] ?? 0
      const before = growth[index] ?? null
      if (!tellsOf(target, seconds)) continue
      if (before !== null && Math.abs(before.age - target) <= Math.abs(seconds - target)) continue
      const figures = bytes.find(44, from + age.length)
      const seen = bytes.begin(figures, impressions) ? bytes.number(figures + impressions.length) : null
      if (seen !== null) growth[index] = { age: seconds, impressions: seen }
    }
  }

  /** Posts stand in every batch in the same order: after the last most likely comes the one that came after it before. */
  #slotAt(from: number): Slot | null {
    const guess = this.#last?.next ?? null
    const isIt = guess !== null && this.#bytes.same(guess.key, from, guess.keyLength)
    const slot = isIt ? guess : this.#find(from)
    if (this.#last !== null) this.#last.next = slot
    this.#last = slot
    return slot
  }

  #find(from: number): Slot | null {
    const [found, id] = key.exec(this.#bytes.text(from, from + 400)) ?? []
    if (found === undefined || id === undefined) return null
    const known = this.#slots.get(id)
    if (known !== undefined) {
      const isSame = known.keyLength === found.length && this.#bytes.same(known.key, from, found.length)
      return isSame ? known : null
    }
    const never = -Infinity
    const times = { at: never, liveAt: never, clicksAt: never, written: never }
    const lines = { newest: -1, live: -1, clicks: -1, key: from, keyLength: found.length }
    const slot = { id, next: null, deleted: false, ...times, ...lines, growth: growthAges.map(() => null) }
    this.#slots.set(id, slot)
    return slot
  }

  /** Parses the lines that count; null when one of them is no sample after all. */
  result(): RollUp | null {
    const posts = new Map<string, PostRollUp>()
    for (const { id, newest, live, clicks, at, deleted, written, growth } of this.#slots.values()) {
      const lines = [...new Set([newest, live, clicks])].filter((start) => start !== -1).toSorted((a, b) => a - b)
      const samples = lines.flatMap((start) => this.#read(start) ?? [])
      const one = rollUp(samples).posts.get(id)
      if (one === undefined || samples.length < lines.length || (clicks !== -1 && one.clicks === null)) return null
      posts.set(id, { ...one, at: isoOf(at), deleted, written: isoOf(written), growth })
    }
    const newest = this.#newest === -Infinity ? null : isoOf(this.#newest)
    return { posts, audience: rollUp(this.#audience).audience, samples: this.#samples, newest }
  }

  #read(start: number): Sample | null {
    const line = this.#bytes.text(start, this.#bytes.find(lineFeed, start))
    return SampleShape.safeParse(parse(line)).data ?? null
  }
}

function isoOf(at: number): string {
  return new Date(at).toISOString()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

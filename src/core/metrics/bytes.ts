/** Looking into bytes without making texts of them. */
export class Bytes {
  readonly all: Uint8Array
  readonly #view: DataView

  constructor(all: Uint8Array) {
    this.all = all
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  /** Whether the `length` bytes at `a` are those at `b`; both must lie within. */
  same(a: number, b: number, length: number): boolean {
    let at = 0
    for (; at + 4 <= length; at += 4) if (this.#view.getInt32(a + at) !== this.#view.getInt32(b + at)) return false
    for (; at < length; at++) if (this.all[a + at] !== this.all[b + at]) return false
    return true
  }

  /** Whether the bytes at `from` begin with these. */
  begin(from: number, with_: Uint8Array): boolean {
    for (let at = 0; at < with_.length; at++) if (this.all[from + at] !== with_[at]) return false
    return true
  }

  /** The first place from `from` on where `byte` stands; the end when there is none. */
  find(byte: number, from: number): number {
    let at = from
    while (at < this.all.length && this.all[at] !== byte) at++
    return at
  }

  /** The whole number in digits that stands at `from`; null when none does. */
  number(from: number): number | null {
    let [figure, at] = [0, from]
    for (let digit = (this.all[at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (this.all[++at] ?? 0) - 48) {
      figure = figure * 10 + digit
    }
    return at === from ? null : figure
  }

  text(from: number, to: number): string {
    return new TextDecoder().decode(this.all.subarray(from, to))
  }
}

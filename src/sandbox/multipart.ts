const lineEnd = '\r\n'

/**
 * The parts of a multipart body by name, as bytes. The platform's own reader takes a part without a file name for text
 * and spoils its bytes; X does not, and clients rely on that.
 * Source: RFC 7578.
 */
export function partsOf(body: Uint8Array, contentType: string): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) return parts
  const bytes = Buffer.concat([Buffer.from(lineEnd), body])
  const mark = `${lineEnd}--${boundary}`
  for (let start = bytes.indexOf(mark); start >= 0;) {
    const next = bytes.indexOf(mark, start + mark.length)
    if (next < 0) break
    const part = bytes.subarray(start + mark.length, next)
    const headEnd = part.indexOf(lineEnd + lineEnd)
    const name = /\bname="([^"]*)"/i.exec(part.subarray(0, headEnd).toString())?.[1]
    if (headEnd >= 0 && name !== undefined) parts.set(name, part.subarray(headEnd + 2 * lineEnd.length))
    start = next
  }
  return parts
}

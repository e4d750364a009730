const polynomial = 0xedb88320

/** Signed, as JavaScript's bit operators are, which spares the loop below a conversion for every byte. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? polynomial : 0)
  return remainder
})

/**
 * The CRC-32 of `bytes` as zlib, PNG and gzip have it, from 0 to 2³² − 1.
 * Time O(n). Source: ISO/IEC 3309; polynomial 0x04C11DB7, reflected.
 * @example crc32(new TextEncoder().encode('123456789')).toString(16) // 'cbf43926'
 */
export function crc32(bytes: Uint8Array): number {
  let remainder = -1
  for (let index = 0; index < bytes.length; index++) {
    remainder = (remainder >>> 8) ^ (table[(remainder ^ (bytes[index] ?? 0)) & 0xff] ?? 0)
  }
  return ~remainder >>> 0
}

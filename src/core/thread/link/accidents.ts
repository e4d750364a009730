import { linksOf, type Link } from './links.ts'

/** A link that X would make and the owner probably did not mean, with what to do about it. */
export interface Accident {
  readonly link: Link
  /** A sentence: what to write instead. */
  readonly mend: string
}

/**
 * The accidental URLs of `text`, told by their shape alone. Wanted is what has a protocol, a path, a `www.`, and any bare
 * domain that looks like one (`example.org`, `Example.Com`). An accident looks like something else:
 * - a missing space: the suffix has a capital of its own, or stands after a bare number (`end.It`, `p.m.Now`, `10.am`);
 * - a name: the suffix is all capitals (`ASP.NET`, `Socket.IO`);
 * - an abbreviation: nothing but single letters before the suffix (`a.ai`);
 * - a file: the suffix is what files are called by (`README.md`, `install.sh`).
 * @example accidentsIn('It is the end.It begins.').map(({ mend }) => mend) // ['Put a space after the stop: "end. It".']
 */
export function accidentsIn(text: string): readonly Accident[] {
  return linksOf(text).flatMap((link) => {
    const mend = link.kind === 'url' ? mendOf(link.text) : null
    return mend === null ? [] : [{ link, mend }]
  })
}

const wanted = /^(?:https?:\/\/|www\.)|\//i
/** Suffixes that mean a domain in any case; `NET` alone is rather a name. */
const plain = /^(?:com|org|gov|edu|net)$/i
/** Suffixes of shorteners, whose domains are one letter. */
const short = /^(?:co|me)$/
/** Suffixes that are, in running text, more often the ends of files than of domains. */
const ofFiles = new Set(['md', 'py', 'sh', 'rs', 'pl', 'pm', 'ps', 'cc', 'mk', 'zip', 'mov'])

/** What to do about the URL if it is an accident, else null. */
function mendOf(url: string): string | null {
  if (wanted.test(url)) return null
  const stop = url.lastIndexOf('.')
  const [host, suffix] = [url.slice(0, stop), url.slice(stop + 1)]
  if (plain.test(suffix) && suffix !== 'NET') return null
  if (/^\p{Lu}\p{Ll}+$/u.test(suffix)) return `Put a space after the stop: "${host}. ${suffix}".`
  if (/^\d+$/.test(host) && suffix.length === 2) return `Put a space instead of the stop: "${host} ${suffix}".`
  const otherwise = `if it is a link, write "https://${url}".`
  if (/^\p{Lu}{2,}$/u.test(suffix)) return `If it is a name, write "${host} .${suffix}"; ${otherwise}`
  if (/^(?:\p{L}\.)*\p{L}$/u.test(host) && !short.test(suffix)) {
    return `If it is an abbreviation, write "${host}. ${suffix}"; ${otherwise}`
  }
  if (ofFiles.has(suffix.toLowerCase()) && !host.includes('.')) {
    return `If it is a file, name it without its ending, "${host}"; ${otherwise}`
  }
  return null
}

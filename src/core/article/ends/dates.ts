/** A month as dates name it, in full or cut short. */
export const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const clock = String.raw`(?:,?\s+(?:at\s+)?\d{1,2}:\d\d(?:\s*[ap]\.?m\.?)?)`
const full = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:${month}\s+${day},?\s+\d{4}|${day}\s+${month},?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|${month}\s+\d{4})`

const date = new RegExp(`^${full}${clock}?$`, 'i')
const instant = new RegExp(`^${full}${clock}(?:\\s*\\(?edit\\)?)?$`, 'i')

/** A line that is a date and nothing else. */
export function isDateLine(line: string): boolean {
  return date.test(line.replace(/^[-–—·•]\s*/, ''))
}

/** A date with the time of day, as comments bear it. */
export function isInstantLine(line: string): boolean {
  return instant.test(line)
}

/** A line with a bar in place of each of its dates. */
export function withoutDates(line: string): string {
  return line.replace(within, '|')
}

const within = new RegExp(`(?<![\\w/.-])${full}${clock}?(?![\\w/-])`, 'gi')

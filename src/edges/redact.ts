/** Any secret in `text` becomes a mark. Longer secrets first, lest one that holds another leave a part behind. */
export function redactText(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .toSorted((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
}

/** The same in every text that a JSON value holds, names of fields too. */
export function redact(json: unknown, secrets: readonly string[]): unknown {
  if (typeof json === 'string') return redactText(json, secrets)
  if (Array.isArray(json)) return json.map((one) => redact(one, secrets))
  if (typeof json !== 'object' || json === null) return json
  const fields = Object.entries(json).map(([name, value]) => [redactText(name, secrets), redact(value, secrets)])
  return Object.fromEntries(fields)
}

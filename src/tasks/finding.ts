/** One line of the doctor's findings. */
export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warn' | 'fail'
  readonly fact: string
  /** What to do; empty where all is well. */
  readonly remedy: string
}

export function ok(check: string, fact: string): Finding {
  return { check, state: 'ok', fact, remedy: '' }
}

export function warn(check: string, fact: string, remedy: string): Finding {
  return { check, state: 'warn', fact, remedy }
}

export function fail(check: string, fact: string, remedy: string): Finding {
  return { check, state: 'fail', fact, remedy }
}

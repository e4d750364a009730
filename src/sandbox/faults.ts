import { z } from 'zod'
import { InputError } from '../core/errors.ts'
import { Endpoint } from './state.ts'

const Status = z.number().int().min(500).max(599)
const Seconds = z.number().int().positive()

/** Which calls a fault strikes: from the `nth` call on, `times` times; unless told, the next one, once. */
const strikes = {
  on: Endpoint,
  nth: z.number().int().positive().default(1),
  times: z.number().int().positive().default(1),
}

/** One scripted fault. What ends in `-before` leaves nothing written; what ends in `-after` writes, then loses the answer. */
export const Fault = z.discriminatedUnion('do', [
  z.strictObject({ ...strikes, do: z.literal('reset-before') }),
  z.strictObject({ ...strikes, do: z.literal('unavailable-before'), status: Status.default(503) }),
  z.strictObject({ ...strikes, do: z.literal('reset-after') }),
  z.strictObject({ ...strikes, do: z.literal('hang-after') }),
  z.strictObject({ ...strikes, do: z.literal('truncated-after') }),
  z.strictObject({ ...strikes, do: z.literal('severed-after') }),
  z.strictObject({ ...strikes, do: z.literal('empty-after') }),
  z.strictObject({ ...strikes, do: z.literal('error-after'), status: Status.default(503) }),
  z.strictObject({ ...strikes, do: z.literal('credits') }),
  z.strictObject({ ...strikes, do: z.literal('spend-cap'), resetDate: z.iso.date().optional() }),
  z.strictObject({ ...strikes, do: z.literal('duplicate') }),
  z.strictObject({ ...strikes, do: z.literal('reply-rule') }),
  z.strictObject({ ...strikes, do: z.literal('invisible') }),
  z.strictObject({ ...strikes, do: z.literal('rate-limit'), seconds: Seconds.default(900) }),
  z.strictObject({ ...strikes, do: z.literal('rate-limit-day'), seconds: Seconds.default(86_400) }),
  z.strictObject({ ...strikes, do: z.literal('unauthorized') }),
  z.strictObject({ ...strikes, do: z.literal('slow'), ms: z.number().int().positive().default(5000) }),
  z.strictObject({ ...strikes, on: z.literal('timeline'), do: z.literal('stale'), newest: Seconds.default(1) }),
  z.strictObject({
    ...strikes,
    do: z.literal('html'),
    status: z.union([z.literal(200), Status]).default(503),
    written: z.boolean().default(false),
  }),
  z.strictObject({ ...strikes, do: z.literal('redirect') }),
])

/** A fault as a person writes it; what it leaves out has a default. */
export type Fault = z.input<typeof Fault>
export type SetFault = z.output<typeof Fault>

/** The order in which faults strike: for each call, the first in the list that is due and not yet spent. */
export interface Faults {
  add(faults: readonly Fault[]): void
  /** The fault that strikes this call of `endpoint`, if any. */
  next(endpoint: Endpoint): SetFault | null
}

export function openFaults(script: readonly Fault[]): Faults {
  const set: { readonly fault: SetFault; seen: number; struck: number }[] = []
  const add = (faults: readonly Fault[]) =>
    set.push(
      ...z
        .array(Fault)
        .parse(faults)
        .map((fault) => ({ fault, seen: 0, struck: 0 })),
    )
  add(script)
  return {
    add,
    next(endpoint) {
      const heard = set.filter(({ fault, struck }) => fault.on === endpoint && struck < fault.times)
      for (const one of heard) one.seen += 1
      const due = heard.find(({ fault, seen }) => seen >= fault.nth)
      if (due === undefined) return null
      due.struck += 1
      return due.fault
    },
  }
}

/**
 * Reads a file of faults: a JSON list, `[{"on": "create", "nth": 3, "do": "reset-after"}]`.
 * @throws InputError that names the fault and what is wrong with it
 */
export function readFaults(json: string, file = 'the faults'): readonly Fault[] {
  const list = z.array(Fault).safeParse(parsed(json, file))
  if (list.success) return list.data
  throw unreadable(file, sentenceOf(list.error.issues[0], json), list.error)
}

function parsed(json: string, file: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw unreadable(file, 'it is not JSON', cause)
  }
}

function unreadable(file: string, fact: string, cause: unknown): InputError {
  const example = '[{"on": "create", "nth": 3, "do": "reset-after"}]'
  return new InputError(
    'faults-unreadable',
    {
      message: `Cannot read ${file}: ${fact}`,
      hint: `Write a list such as ${example}; "do" may be ${kinds.join(', ')}.`,
    },
    cause,
  )
}

const kinds = Fault.options.map((option) => option.shape.do.value)

function sentenceOf(issue: z.core.$ZodIssue | undefined, json: string): string {
  const [index, field] = issue?.path ?? []
  if (typeof index !== 'number') return 'it is not a list'
  const fault = (JSON.parse(json) as readonly unknown[])[index]
  const value = typeof fault === 'object' && fault !== null ? (fault as Record<string, unknown>)[String(field)] : fault
  const where = `fault ${index + 1}`
  if (issue?.code === 'unrecognized_keys') return `${where} has "${issue.keys[0]}", which is no part of it`
  if (field === undefined) return `${where} is not an object`
  if (value === undefined) return `${where} has no "${String(field)}"`
  return `"${String(field)}" of ${where} cannot be ${JSON.stringify(value)}`
}

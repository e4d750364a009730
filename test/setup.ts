import { configureGlobal } from 'fast-check'

// The same cases at every run, so that what passed here passes there; FAST_CHECK_SEED asks for others.
configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 107) })

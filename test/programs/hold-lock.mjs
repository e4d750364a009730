// Holds the lock of the path it is given until it is killed, and answers "ping".
import { takeLock } from '../../dist/edges/lock/lock.js'

const [path, secret] = process.argv.slice(2)
const held = await takeLock(path, { secret, serve: async ({ task, args }) => ({ task, args, from: process.pid }) })
process.stdout.write(`${held.kind}\n`)
setInterval(() => {}, 1000)

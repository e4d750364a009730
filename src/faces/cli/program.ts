import { resolve } from 'node:path'
import { Command as Commander, CommanderError } from 'commander'
import { InputError } from '../../core/errors.ts'
import { nearest } from '../../core/nearest.ts'
import type { Open, Workshop } from '../../ports.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { report } from './failure.ts'
import { openTerminal } from './terminal.ts'

/** Reads the command line, does what it says, and gives back the exit code. */
export async function runProgram(
  argv: readonly string[],
  { version, open }: { version: string; open: Open },
): Promise<number> {
  const terminal = openTerminal()
  const json = argv.includes('--json')
  const stop = stopSignal()
  let exitCode = 0
  const program = new Commander('broadside')
    .description('Turns a long article into a thread on X: no word lost, posted exactly once, and measured.')
    .version(version, '--version', 'the version')
    .helpOption('--help', 'this help')
    .helpCommand('help [command]', 'the help of a command')
    .option('--home <dir>', 'where posts/, data/ and .env are', '.')
    .option('--verbose', 'show the log while it works')
    .option('--debug', 'show where an error came from')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeErr: () => undefined })
  for (const [name, command] of Object.entries<Command>(commands)) {
    addCommand(program, name, command, async (args, options) => {
      const { home, debug, verbose = false } = program.opts<{ home: string; debug?: boolean; verbose?: boolean }>()
      const context = { args, options, json, verbose, home: resolve(home), terminal, signal: stop.signal, open }
      exitCode = await runCommand(command, context).catch((error: unknown) => report(error, { terminal, json, debug }))
    })
  }
  try {
    await program.parseAsync(['node', 'broadside', ...argv])
  } catch (error) {
    if (!(error instanceof CommanderError)) exitCode = report(error, { terminal, json })
    else if (error.exitCode === 0) exitCode = 0
    else if (error.code !== 'commander.help') exitCode = report(usage(error.message), { terminal, json })
    else if (program.args.length > 0) exitCode = report(unknownTopic(program.args.at(-1)), { terminal, json })
    else terminal.print(program.helpInformation().trimEnd())
  } finally {
    stop.forget()
  }
  return exitCode
}

type Options = Readonly<Record<string, string | boolean | undefined>>

function addCommand(
  program: Commander,
  name: string,
  { args, help, options = [] }: Command,
  run: (args: readonly string[], options: Options) => Promise<void>,
): void {
  const command = program
    .command(args ? `${name} ${args}` : name)
    .description(help)
    .exitOverride()
  command.configureOutput({ writeErr: () => undefined })
  for (const [flags, words] of options) command.option(flags, words)
  // Commander passes each argument, then the options, then itself.
  command.action((...passed: unknown[]) =>
    run(
      passed
        .slice(0, -2)
        .flat()
        .filter((arg) => typeof arg === 'string'),
      command.opts(),
    ),
  )
}

async function runCommand(
  command: Command,
  context: Omit<Parameters<Awaited<ReturnType<Command['load']>>['run']>[0], 'workshop'>,
): Promise<number> {
  const { run } = await command.load()
  const opened: Workshop[] = []
  const workshop = async () => {
    const [already] = opened
    if (already) return already
    const fresh = await context.open(context.home, process.env, {
      progress: context.terminal,
      echo: context.verbose ? { as: 'words', write: (lines) => void process.stderr.write(lines) } : null,
    })
    opened.push(fresh)
    return fresh
  }
  try {
    return (await run({ ...context, workshop })) ?? 0
  } finally {
    context.terminal.rest()
    for (const each of opened) await each.close()
  }
}

/** One signal for "please stop", however it is said. A second one ends the program as the system does. */
function stopSignal(): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController()
  const names = ['SIGINT', 'SIGTERM'] as const
  const stop = () => {
    controller.abort()
    forget()
  }
  const forget = () => names.forEach((name) => process.off(name, stop))
  for (const name of names) process.on(name, stop)
  return { signal: controller.signal, forget }
}

/** "error: unknown command 'quue'\n(Did you mean queue?)" as a sentence and what to do. */
function usage(words: string): InputError {
  const [fact = '', ...rest] = words.replace(/^error: /, '').split('\n')
  const suggestion = rest.join(' ').replaceAll(/[()]/g, '').trim()
  const hint = suggestion === '' ? 'See what there is with "broadside --help".' : suggestion
  return new InputError('usage', { message: `Cannot read the command line: ${fact.replace(/\.$/, '')}`, hint })
}

/** Commander answers "help quue" as if nothing had been asked. */
function unknownTopic(name = ''): InputError {
  const near = nearest(name, Object.keys(commands))
  return usage(`error: unknown command '${name}'${near === null ? '' : `\n(Did you mean ${near}?)`}`)
}

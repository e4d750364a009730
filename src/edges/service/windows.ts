import { win32 } from 'node:path'
import type { ServiceFacts, Supervised } from './plan.ts'
import { escaped } from './xml.ts'

/** A task of the owner's own that begins when they log on. `person`: whose, as DOMAIN\name. */
export function windowsPlan(facts: ServiceFacts, person: string): Supervised {
  const task = `\\${facts.name}`
  const file = win32.join(facts.user, 'AppData', 'Local', 'Broadside', `${facts.name}.xml`)
  return {
    supervisor: 'the task scheduler',
    name: facts.name,
    file,
    text: taskOf(facts, person),
    // The task scheduler reads no other.
    encoding: 'utf16le',
    install: [
      ['schtasks', '/Create', '/F', '/TN', task, '/XML', file],
      ['schtasks', '/Run', '/TN', task],
    ],
    remove: [
      ['schtasks', '/End', '/TN', task],
      ['schtasks', '/Delete', '/F', '/TN', task],
    ],
    status: ['schtasks', '/Query', '/TN', task],
    advice:
      'It runs while you are logged on, in a window that may be minimised, not closed; a machine that sleeps posts when it wakes.',
  }
}

function taskOf({ node, program, home }: ServiceFacts, person: string): string {
  const words = [program, '--home', home, 'start'].map(quoted).join(' ')
  return `\uFEFF<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>${escaped(`Broadside posts what is queued in ${home}`)}</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <UserId>${escaped(person)}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Owner">
      <UserId>${escaped(person)}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Hidden>true</Hidden>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Owner">
    <Exec>
      <Command>${escaped(node)}</Command>
      <Arguments>${escaped(words)}</Arguments>
      <WorkingDirectory>${escaped(home)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`
}

/** As the C runtime reads an argument: a backslash before a closing quotation mark would hide it. */
function quoted(argument: string): string {
  return `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`
}

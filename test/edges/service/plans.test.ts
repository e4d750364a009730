import { describe, expect, test } from 'vitest'
import { launchdPlan } from '../../../src/edges/service/launchd.ts'
import { systemdPlan } from '../../../src/edges/service/systemd.ts'
import { windowsPlan } from '../../../src/edges/service/windows.ts'

const facts = {
  node: '/opt/node 24/bin/node',
  program: '/opt/broadside/dist/main.js',
  home: '/home/ada/essays 50% "A&B" $HOME',
  name: 'broadside-essays-1f3c',
  user: '/home/ada',
}

/** The words between the first `<tag>` and its end, wherever they stand. */
function elements(xml: string, tag: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map(([, words = '']) => words)
}

describe('a unit for systemd', () => {
  const plan = systemdPlan(facts)

  test('stands among the units of the owner, not of the system', () => {
    expect(plan.file).toBe('/home/ada/.config/systemd/user/broadside-essays-1f3c.service')
    expect(systemdPlan(facts, '/etc/xdg/ada').file).toBe('/etc/xdg/ada/systemd/user/broadside-essays-1f3c.service')
  })

  test('names the program and the home so that systemd reads them back letter by letter', () => {
    expect(plan.text).toContain(
      'ExecStart="/opt/node 24/bin/node" "/opt/broadside/dist/main.js" "--home" "/home/ada/essays 50%% \\"A&B\\" $$HOME" "start"\n',
    )
    expect(plan.text).toContain('WorkingDirectory=/home/ada/essays 50%% "A&B" $HOME\n')
  })

  test('is started again after a failure, but not for a setting that cannot be read', () => {
    expect(plan.text).toContain('Restart=on-failure\n')
    expect(plan.text).toContain('RestartPreventExitStatus=2 75\n')
  })
})

describe('an agent for launchd', () => {
  const plan = launchdPlan(facts, 501)

  test('runs the program with the home, written as XML', () => {
    expect(elements(plan.text, 'string')).toEqual(
      expect.arrayContaining([
        'net.broadside-essays-1f3c',
        '/opt/node 24/bin/node',
        '/opt/broadside/dist/main.js',
        '--home',
        '/home/ada/essays 50% "A&amp;B" $HOME',
        'start',
      ]),
    )
    expect(plan.file).toBe('/home/ada/Library/LaunchAgents/net.broadside-essays-1f3c.plist')
  })

  test('is taken out of the owner’s session and put in anew', () => {
    expect(plan.install).toEqual([
      ['launchctl', 'bootout', 'gui/501/net.broadside-essays-1f3c'],
      ['launchctl', 'bootstrap', 'gui/501', plan.file],
    ])
  })
})

describe('a task for Windows', () => {
  const plan = windowsPlan({ ...facts, home: 'C:\\Essays & more\\', user: 'C:\\Users\\ada' }, 'PRESS\\ada')

  test('runs the program with the home, whose last backslash hides no quotation mark', () => {
    expect(elements(plan.text, 'Command')).toEqual(['/opt/node 24/bin/node'])
    expect(elements(plan.text, 'Arguments')).toEqual([
      '"/opt/broadside/dist/main.js" "--home" "C:\\Essays &amp; more\\\\" "start"',
    ])
    expect(elements(plan.text, 'UserId')).toEqual(['PRESS\\ada', 'PRESS\\ada'])
  })

  test('is written as the task scheduler reads it', () => {
    expect(plan.encoding).toBe('utf16le')
    expect(plan.text.startsWith('\uFEFF<?xml version="1.0" encoding="UTF-16"?>')).toBe(true)
    expect(plan.file).toBe('C:\\Users\\ada\\AppData\\Local\\Broadside\\broadside-essays-1f3c.xml')
  })
})

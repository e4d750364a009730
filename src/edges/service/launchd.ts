import { join } from 'node:path'
import type { ServiceFacts, Supervised } from './plan.ts'
import { escaped } from './xml.ts'

/** An agent of the owner's own session on macOS. `uid`: whose session it is. */
export function launchdPlan(facts: ServiceFacts, uid: number): Supervised {
  const label = `net.${facts.name}`
  const file = join(facts.user, 'Library', 'LaunchAgents', `${label}.plist`)
  const log = join(facts.user, 'Library', 'Logs', `${facts.name}.log`)
  return {
    supervisor: 'launchd',
    name: label,
    file,
    text: agentOf(facts, { label, log }),
    encoding: 'utf8',
    install: [
      ['launchctl', 'bootout', `gui/${uid}/${label}`],
      ['launchctl', 'bootstrap', `gui/${uid}`, file],
    ],
    remove: [['launchctl', 'bootout', `gui/${uid}/${label}`]],
    status: ['launchctl', 'print', `gui/${uid}/${label}`],
    advice: `It runs while you are logged in; a Mac that sleeps posts when it wakes. Its log: ${log}`,
  }
}

function agentOf({ node, program, home }: ServiceFacts, { label, log }: { label: string; log: string }): string {
  const words = [node, program, '--home', home, 'start'].map((word) => `    <string>${escaped(word)}</string>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${escaped(label)}</string>
  <key>ProgramArguments</key>
  <array>
${words.join('\n')}
  </array>
  <key>WorkingDirectory</key>
  <string>${escaped(home)}</string>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>30</integer>
  <key>ExitTimeOut</key>
  <integer>45</integer>
  <key>ProcessType</key>
  <string>Background</string>
  <key>Umask</key>
  <integer>63</integer>
  <key>StandardErrorPath</key>
  <string>${escaped(log)}</string>
</dict>
</plist>
`
}

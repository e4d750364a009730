import { join } from 'node:path'
import type { ServiceFacts, Supervised } from './plan.ts'

/**
 * A unit of the owner's own systemd (no root). It is closed in as far as a process of Node's can be without namespaces,
 * which not every kernel lends to an unprivileged person: a unit that asked for them would not start at all there.
 */
export function systemdPlan(facts: ServiceFacts, config: string = join(facts.user, '.config')): Supervised {
  const unit = `${facts.name}.service`
  return {
    supervisor: 'systemd',
    name: unit,
    file: join(config, 'systemd', 'user', unit),
    text: unitOf(facts),
    encoding: 'utf8',
    install: [
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'enable', unit],
      ['systemctl', '--user', 'restart', unit],
    ],
    remove: [
      ['systemctl', '--user', 'disable', '--now', unit],
      ['systemctl', '--user', 'daemon-reload'],
    ],
    status: ['systemctl', '--user', 'is-active', unit],
    advice: `systemd ends it when you log out, unless you once type: loginctl enable-linger. Its log: journalctl --user -u ${unit}`,
  }
}

function unitOf({ node, program, home }: ServiceFacts): string {
  return `[Unit]
Description=Broadside posts what is queued in ${plain(home)}

[Service]
ExecStart=${[node, program, '--home', home, 'start'].map(quoted).join(' ')}
WorkingDirectory=${plain(home)}
Restart=on-failure
RestartSec=30
# 2: a setting cannot be read; 75: another Broadside runs already. Trying again would not help.
RestartPreventExitStatus=2 75
# A request to X under way has 30 seconds to be answered.
TimeoutStopSec=45
UMask=0077
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictNamespaces=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
MemoryMax=1G
TasksMax=128

[Install]
WantedBy=default.target
`
}

/** An argument of ExecStart: systemd reads % as a specifier and $ as a variable. */
function quoted(argument: string): string {
  return `"${argument.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`
}

function plain(path: string): string {
  return path.replaceAll('%', '%%')
}

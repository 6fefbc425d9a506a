// A lab as a script for real Linux. Machines become network namespaces with a host name of their own, cables veth pairs,
// switches bridges: as the recordings of real Linux have them, so the same commands give the same answers there.
import { quoted } from '../shellquote.ts'
import { formatSpan, noteLine, proseOf, type LabText } from '../text.ts'
import type { World } from '../worlds/world.ts'
import { WORLDS } from '../worlds/registry.ts'

/** What every script begins with: it goes into namespaces of its own, so that it changes nothing of the machine. */
const OWN_NAMESPACES = `if [ -z "$VETHLAB" ]; then
  export VETHLAB=1
  exec unshare --net --mount --uts --pid --fork --mount-proc --kill-child bash "$0" "$@"
fi
mount --make-rprivate /
mkdir -p /run/netns /etc/netns
mount -t tmpfs none /run/netns
mount -t tmpfs none /etc/netns
for folder in /root /srv /tmp; do mount -t tmpfs none "$folder"; done
mount -t sysfs none /sys
hostname host
cd /root

# own_files: /etc/hosts and /etc/resolv.conf that may be written to.
own_files() {
  local files; files=$(mktemp -d); mount -t tmpfs none "$files"
  printf '127.0.0.1\\tlocalhost\\n127.0.1.1\\t%s\\n::1\\tlocalhost ip6-localhost ip6-loopback\\n' "$(hostname)" >"$files/hosts"
  : >"$files/resolv.conf"
  mount --bind "$files/hosts" /etc/hosts
  mount --bind "$files/resolv.conf" /etc/resolv.conf
}
own_files
`

/** Machines beside host. */
const MACHINES = `
declare -A PID=([host]=$$) SWITCH=()
# machine NAME: one more machine, lo down. on NAME COMMAND: runs a command there.
machine() {
  unshare --net --mount --uts bash -c "hostname $1; mount -t sysfs none /sys; $(declare -f own_files); own_files; exec sleep infinity" &
  PID[$1]=$!
  disown "$!"
  until [ "$(nsenter -t "$!" -u hostname 2>/dev/null)" = "$1" ] && nsenter -t "$!" -m test ! -s /etc/resolv.conf; do sleep 0.05; done
}
on() {
  if [ "$1" = host ]; then eval "$2"; else nsenter -t "\${PID[$1]}" -n -m -u bash -c "$2"; fi
}
# plug A DEVICE B DEVICE: a cable between two machines.
plug() {
  local one=v$RANDOM two=w$RANDOM
  ip link add "$one" type veth peer name "$two"
  ip link set "$two" netns "\${PID[$3]}" name "$4" 2>/dev/null || ip link set "$two" name "$4"
  ip link set "$one" netns "\${PID[$1]}" name "$2" 2>/dev/null || ip link set "$one" name "$2"
}
`

/** The `lab` program, as far as a text uses it to make things. */
const LAB = `
# What vethlab's lab command makes.
lab() {
  case "$1 $2" in
    'add machine') machine "$3"; on "$3" 'ip link set lo up' ;;
    'add switch') machine "$3"; SWITCH[$3]=1; on "$3" 'ip link add sw type bridge; ip link set sw up' ;;
    del*) kill "\${PID[$2]}"; unset "PID[$2]" "SWITCH[$2]" ;;
    cable*) plug "\${2%%:*}" "$(_nic "$2")" "\${3%%:*}" "$(_nic "$3")"; _port "$2"; _port "$3" ;;
    uncable*) on "\${2%%:*}" "ip link del $(_nic "$2" there)" ;;
  esac
}
# _nic END: the card that is named, or the first free name.
_nic() {
  case "$1" in *:*) echo "\${1#*:}"; return ;; esac
  local base=eth n=0; [ -n "\${SWITCH[$1]}" ] && base=port n=1
  while on "$1" "test -e /sys/class/net/$base$n"; do n=$((n + 1)); done
  [ -n "$2" ] && n=$((n - 1))
  echo "$base$n"
}
# _port END: the cable that was just put into a switch works as its port.
_port() {
  [ -n "\${SWITCH[$1]}" ] || return 0
  on "$1" 'for d in /sys/class/net/port*; do ip link set "\${d##*/}" master sw up; done'
}
`

const END = `
# What was asked for, or a shell on host.
if [ $# -gt 0 ]; then "$@"; else exec bash --norc -i; fi
`

export function bashScript(text: LabText): string {
  const world = WORLDS[text.world]
  const usesLab = text.steps.some(({ command }) => /\blab\b/.test(command))
  const several = usesLab || world.machines.length > 1 || text.steps.some((step) => step.machine !== 'host')
  return [
    '#!/bin/bash\n',
    `# ${text.title || 'A lab'}, made with vethlab, for real Linux. Needs root, iproute2, and what its commands name.\n`,
    '# bash FILE           makes the lab and ends in a shell on host; leaving it takes the lab away\n',
    `# bash FILE COMMAND   runs one command there instead${several ? ' (on MACHINE COMMAND: on another machine)' : ''}\n`,
    text.world === 'bare' ? '' : `#! world: ${text.world}\n`,
    ...text.notes.map((note) => `${noteLine(note)}\n`),
    OWN_NAMESPACES,
    several ? MACHINES : '',
    usesLab ? LAB : '',
    several ? worldLines(world) : '',
    ...text.steps.map((step) => stepLines(step)),
    ...proseOf(text.tail).map((line) => `${line}\n`),
    END,
  ].join('')
}

/** The starting world. Its own commands are told to nobody. */
function worldLines({ machines, cables, setup }: World): string {
  const lines = [
    ...machines.filter((name) => name !== 'host').map((name) => `machine ${name}`),
    ...cables.map(
      ({ machine, device, peer, peerDevice }) => `plug ${machine} ${device} ${peer} ${peerDevice}`,
    ),
    ...setup.flatMap(({ machine, commands }) =>
      commands.map((command) => `${onMachine(machine, command)} >/dev/null 2>&1`),
    ),
  ]
  return lines.length > 0 ? `\n# The world it starts from.\n${lines.join('\n')}\n` : ''
}

function stepLines({ machine, command, comments, ran }: LabText['steps'][number]): string {
  const prose = proseOf(comments).map((line) => `${line}\n`)
  const given = ran === null ? onMachine(machine, command) : interrupted(machine, command, formatSpan(ran))
  return `\n${prose.join('')}${given}\n`
}

function onMachine(machine: string, command: string): string {
  return machine === 'host' ? command : `on ${machine} ${quoted(command)}`
}

/** Ctrl-C after a time. */
function interrupted(machine: string, command: string, span: string): string {
  return onMachine(machine, `timeout --foreground -s INT ${span} bash -c ${quoted(command)}`)
}

// Processes as a screen shows them: by both their numbers, with what they listen on.
import type { Net } from '../kernel/kernel.ts'
import type { PidNamespace } from '../os/pidns.ts'
import type { Task } from '../os/task.ts'
import { isErrno } from '../uapi/errno.ts'
import { TCP_CLOSE, TCP_LISTEN } from '../uapi/tcp.ts'
import { formatAddress } from '../wire/inet6.ts'
import { containerNames } from './containerinits.ts'
import type { MachineNode } from './nodes.ts'

/** Lines of a box, and ports of a line. */
const MOST_LINES = 4
const MOST_PORTS = 3
/** Ports from here on are given to who asks for any (net.ipv4.ip_local_port_range): nobody is expected there. */
const FIRST_EPHEMERAL = 32_768

export interface ProcessView {
  /** The machine's number. */
  readonly pid: number
  /** Its own namespace's number of it; the same where that is the machine's. */
  readonly inside: number
  readonly command: string
  readonly user: string
  /** `:80`, `127.0.0.1:53/udp`: of the namespace that is looked at. */
  readonly listens: readonly string[]
  /** The container it is of; empty: none, or a pod's pause. */
  readonly container: string
}

/**
 * What is worth a line on a box: the first process of every process namespace, and who listens; those that come and go
 * with every command are neither. Of the machine's own network only containers' processes.
 */
export function standingProcesses(node: MachineNode): ReadonlyMap<Net, readonly string[]> {
  const names = containerNames(node)
  const { initNet } = node.kernel
  const standing = new Map<Net, Line[]>()
  const sockets = new Map<Net, ReadonlyMap<number, Listener>>()
  for (const task of node.machine.system.table.all()) {
    const { netns, pid, pidns } = task
    const first = names.has(pid) || (pidns.parent !== null && pidns.reaper === pid)
    if (task.state === 'Z' || (!first && !task.sockets)) continue
    const owner = ownerOf(task, names)
    if (netns === initNet && owner === null) continue
    let heard = sockets.get(netns)
    if (!heard && task.sockets) sockets.set(netns, (heard = listenersOf(node, netns)))
    const listens = heard ? portsOf(task, heard, FIRST_EPHEMERAL) : []
    if (!first && listens.length === 0) continue
    const lines = standing.get(netns)
    const line = { task, listens, container: owner ?? '' }
    if (lines) lines.push(line)
    else standing.set(netns, [line])
  }
  return new Map([...standing].map(([net, lines]) => [net, textOf(lines, net === initNet)]))
}

interface Line {
  readonly task: Task
  readonly listens: readonly string[]
  readonly container: string
}

/** `1 → 2210 nginx :80`; `named`: say of which container each is, as is done where there are several. */
function textOf(lines: readonly Line[], named: boolean): readonly string[] {
  const several = named || new Set(lines.map((l) => l.container).filter((name) => name !== '')).size > 1
  const texts = lines.slice(0, MOST_LINES).map(({ task, listens, container }) => {
    const { pid, comm, pidns } = task
    const inside = pidns.numberOf(pid)
    const ports = listens.length > MOST_PORTS ? [...listens.slice(0, MOST_PORTS), '…'] : listens
    const whose = several && container !== '' && container !== comm ? [`· ${container}`] : []
    return [inside === pid ? `${pid}` : `${inside} → ${pid}`, comm, ...ports, ...whose].join(' ')
  })
  const more = lines.length - texts.length
  return more > 0 ? [...texts.slice(0, -1), `${texts.at(-1)} +${more}`] : texts
}

/** All that `ps` shows of a namespace, and who else has a socket in it; of the machine's own all there are. */
export function processTable(node: MachineNode, net: Net): readonly ProcessView[] {
  const names = containerNames(node)
  const heard = listenersOf(node, net)
  const users = usersOf(node)
  return [...node.machine.system.table.all()].flatMap((task): ProcessView[] => {
    const listens = portsOf(task, heard, Infinity)
    if (task.netns !== net && net !== node.kernel.initNet && listens.length === 0) return []
    const { pid, comm, argv, uid } = task
    return [
      {
        pid,
        inside: task.pidns.numberOf(pid),
        command: task.state === 'Z' ? `[${comm}] <defunct>` : argv.join(' '),
        user: users.get(uid) ?? String(uid),
        listens,
        container: ownerOf(task, names) ?? '',
      },
    ]
  })
}

/** The name of its container, by its forebears or by its process namespace; null when it is in none. */
function ownerOf(task: Task, names: ReadonlyMap<number, string>): string | null {
  for (let at: Task | null = task; at; at = at.parent) {
    const name = names.get(at.pid)
    if (name !== undefined) return name
  }
  for (let at: PidNamespace | null = task.pidns; at; at = at.parent) {
    const name = names.get(at.reaper)
    if (name !== undefined) return name
  }
  return null
}

interface Listener {
  readonly text: string
  readonly port: number
}

/** Sockets that wait for whoever comes, by their inodes. */
function listenersOf({ kernel }: MachineNode, net: Net): ReadonlyMap<number, Listener> {
  const found = new Map<number, Listener>()
  for (const protocol of ['tcp', 'udp'] as const) {
    for (const { inode, state, local } of kernel.sockDiag(net, protocol)) {
      if (inode === 0 || local.port === 0 || state !== (protocol === 'tcp' ? TCP_LISTEN : TCP_CLOSE)) continue
      const { port } = local
      const at = formatAddress(local.address)
      const address = at === '0.0.0.0' || at === '::' ? '' : at.includes(':') ? `[${at}]` : at
      found.set(inode, { text: `${address}:${port}${protocol === 'udp' ? '/udp' : ''}`, port })
    }
  }
  return found
}

/** By port; one that has a socket for each family is said once. UDP's are left out from port `below` on. */
function portsOf(task: Task, heard: ReadonlyMap<number, Listener>, below: number): readonly string[] {
  const own = [...(task.sockets?.values() ?? [])].flatMap(({ inode }) => heard.get(inode ?? 0) ?? [])
  const meant = own.filter(({ text, port }) => port < below || !text.endsWith('/udp'))
  return [...new Set(meant.sort((a, b) => a.port - b.port).map(({ text }) => text))]
}

function usersOf({ machine }: MachineNode): ReadonlyMap<number, string> {
  const text = machine.init.fs.readText('/etc/passwd')
  const users = new Map<number, string>()
  for (const line of isErrno(text) ? [] : text.split('\n').reverse()) {
    const [name = '', , uid] = line.split(':')
    if (uid !== undefined) users.set(Number(uid), name)
  }
  return users
}

// A probe, run on a copy of a lab while its trace is listened to.
import { SECOND } from '../../sim/clock.ts'
import type { TraceEvent } from '../../sim/trace.ts'
import type { Task } from '../../os/task.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Lab } from '../lab.ts'
import { PacketLog } from '../packetlog.ts'
import { namedNets } from '../nodes.ts'
import { quoted } from '../shellquote.ts'
import type { Probe } from './probe.ts'

export interface Outcome {
  readonly lab: Lab
  readonly probe: Probe
  readonly status: number
  readonly output: string
  readonly events: readonly TraceEvent[]
  readonly packets: PacketLog
}

/** What is still under way when a probe ends: an ARP request that nobody answers takes three seconds. */
const AFTERMATH = 4 * SECOND
const MOST_STEPS = 200_000
const MOST_EVENTS = 60_000

/** Changes the lab: to be given a copy. */
export function experiment(lab: Lab, probe: Probe): Outcome {
  const packets = new PacketLog(lab.trace)
  const remember = lab.trace.listener
  const events: TraceEvent[] = []
  lab.trace.listener = (event) => {
    remember?.(event)
    if (events.length < MOST_EVENTS) events.push(event)
  }
  const { output, status } = lab.aside(probe.machine, inside(lab, probe, probe.command))
  settle(lab)
  lab.trace.listener = null
  return { lab, probe, status, output, events, packets }
}

export function settle(lab: Lab): void {
  const until = lab.now + AFTERMATH
  for (let i = 0; i < MOST_STEPS && (lab.ready || lab.next <= until); i++) lab.step()
  lab.advanceTo(until)
}

/** The command as it is given on the machine, to be run in one of its namespaces, with the files of the container there. */
export function inside(
  lab: Lab,
  { machine, netns }: Pick<Probe, 'machine' | 'netns'>,
  command: string,
): string {
  const own = containerTask(lab, machine, netns)
  if (own) return `nsenter -t ${own.pid} -n unshare -m sh -c ${quoted(`${borrowed(own)}${command}`)}`
  const way = wayInto(lab, machine, netns)
  if (way === '') return command
  const simple = !/[|;&<>$`\\(]/.test(command)
  return simple ? `${way} ${command}` : `${way} sh -c ${quoted(command)}`
}

/** The tools stay the machine's own: those of an image may lack what is needed. */
function borrowed({ pid }: Task): string {
  return RESOLVING.map((file) => `mount --bind /proc/${pid}/root${file} ${file} && `).join('')
}

/** What a name is looked up by. */
const RESOLVING = ['/etc/resolv.conf', '/etc/hosts']

/** A process of that namespace with a root of its own, and files by which names are looked up; null: there is none. */
function containerTask(lab: Lab, machine: string, netns: number): Task | null {
  const node = lab.machine(machine)
  if (!node || node.kernel.initNet.inode === netns) return null
  const { table, root } = node.machine.system
  for (const task of table.all()) {
    if (task.netns.inode !== netns || task.root === root || task.state === 'Z') continue
    const { fs } = node.machine.init
    if (RESOLVING.every((file) => !isErrno(fs.readText(`/proc/${task.pid}/root${file}`)))) return task
  }
  return null
}

/** What stands before a command that is to run in that namespace; empty: nothing. */
export function wayInto(lab: Lab, machine: string, netns: number): string {
  const node = lab.machine(machine)
  if (!node || node.kernel.initNet.inode === netns) return ''
  for (const [name, net] of namedNets(node)) if (net.inode === netns) return `ip netns exec ${name}`
  for (const task of node.machine.system.table.all())
    if (task.pid !== 1 && task.netns.inode === netns) return `nsenter -t ${task.pid} -n`
  return ''
}

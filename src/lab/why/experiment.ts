// A probe, run on a copy of a lab while its trace is listened to.
import { SECOND } from '../../sim/clock.ts'
import type { TraceEvent } from '../../sim/trace.ts'
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
  lab.trace.listener = remember
  return { lab, probe, status, output, events, packets }
}

export function settle(lab: Lab): void {
  const until = lab.now + AFTERMATH
  for (let i = 0; i < MOST_STEPS && (lab.ready || lab.next <= until); i++) lab.step()
  lab.advanceTo(until)
}

/** The command as it is given on the machine, to be run in one of its namespaces. */
export function inside(
  lab: Lab,
  { machine, netns }: Pick<Probe, 'machine' | 'netns'>,
  command: string,
): string {
  const way = wayInto(lab, machine, netns)
  if (way === '') return command
  const simple = !/[|;&<>$`\\(]/.test(command)
  return simple ? `${way} ${command}` : `${way} sh -c ${quoted(command)}`
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

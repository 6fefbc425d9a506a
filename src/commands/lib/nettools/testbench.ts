// A machine on which command lines run, for tests of programs that need a network.
import { Capture } from '../../../os/capture.ts'
import { TestBench } from '../../../os/testbench.ts'
import type { Command } from '../../command.ts'
import { ipCommand } from '../../ip/ip.ts'

export class NetBench extends TestBench {
  readonly #commands: readonly Command[]

  constructor(...commands: readonly Command[]) {
    super([ipCommand, ...commands])
    this.#commands = [ipCommand, ...commands]
  }

  /** Command lines, split at spaces, one after the other: what they print, and each status that is not 0. */
  sh(...lines: readonly string[]): string {
    return lines.map((line) => this.#one(line)).join('')
  }

  /** Gives the kernel time to notice that links came up or went down. */
  settleLinks(...names: readonly string[]): void {
    for (const name of names) this.sh(`ip link show dev ${name}`)
  }

  #one(line: string): string {
    const argv = line.split(' ')
    const command = this.#commands.find(({ name }) => name === argv[0])
    if (!command) throw new Error(`no command ${argv[0]}`)
    const out = new Capture()
    let status = -1
    const fds = new Map([
      [1, out],
      [2, out],
    ])
    this.machine.spawn(command.run, { argv, fds, onExit: (end) => (status = end.status) })
    do this.scheduler.runReady()
    while (status < 0 && this.clock.step())
    const text = out.take()
    return status === 0 ? text : `${text}[${status}]\n`
  }

  /** `sh` with times and hardware addresses taken out. */
  steady(...lines: readonly string[]): string {
    return this.sh(...lines)
      .replace(/ *[0-9]+\.[0-9]{3} ?ms/g, ' T')
      .replace(/([0-9a-f]{2}:){5}[0-9a-f]{2}/g, 'MAC')
      .replace(/\.[0-9a-f]{12}\b/g, '.MAC')
  }
}

/** Namespace a, a router r, namespace b: 10.0.1.2, 10.0.1.1 and 10.0.2.1, 10.0.2.2. */
export function routedBench(...commands: readonly Command[]): NetBench {
  const bench = new NetBench(...commands)
  const made = bench.sh(
    ...['a', 'r', 'b'].flatMap((name) => [`ip netns add ${name}`, `ip -n ${name} link set lo up`]),
    'ip link add eth0 address 02:00:00:00:00:0a netns a type veth peer name ra address 02:00:00:00:00:01 netns r',
    'ip link add eth0 address 02:00:00:00:00:0b netns b type veth peer name rb address 02:00:00:00:00:02 netns r',
    'ip -n a addr add 10.0.1.2/24 dev eth0',
    'ip -n r addr add 10.0.1.1/24 dev ra',
    'ip -n b addr add 10.0.2.2/24 dev eth0',
    'ip -n r addr add 10.0.2.1/24 dev rb',
    ...['a eth0', 'b eth0', 'r ra', 'r rb'].map((end) => `ip -n ${end.replace(' ', ' link set ')} up`),
    'ip -n a route add default via 10.0.1.1',
    'ip -n b route add default via 10.0.2.1',
  )
  if (made !== '') throw new Error(made)
  return bench
}

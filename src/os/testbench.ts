// A kernel for this folder's tests: namespaces that count their references, two devices, a handful of settings.
import type { KernelApi, KernelOptions, Net } from '../kernel/kernel.ts'
import { Clock } from '../sim/clock.ts'
import { Random } from '../sim/random.ts'
import { Trace } from '../sim/trace.ts'
import type { Errno } from '../uapi/errno.ts'
import { EACCES, EINVAL, ENOENT } from '../uapi/errno.ts'
import { Machine } from './machine.ts'
import type { OpenFile, Program } from './program.ts'
import { Capture } from './capture.ts'
import { Scheduler } from './scheduler.ts'

export class FakeNet implements Net {
  refs = 1
  readonly sysctls = new Map<string, string>([
    ['net/ipv4/conf/all/forwarding', '0\n'],
    ['net/ipv4/conf/lo/forwarding', '0\n'],
    ['net/ipv4/ip_forward', '0\n'],
  ])
  readonly devices = new Map<string, Map<string, string>>([
    [
      'lo',
      new Map([
        ['mtu', '65536\n'],
        ['ifindex', '1\n'],
      ]),
    ],
  ])
  constructor(readonly inode: number) {}
  get(): void {
    this.refs++
  }
  put(): void {
    this.refs--
  }
}

export class FakeKernel implements KernelApi {
  readonly options: KernelOptions
  readonly initNet = new FakeNet(4_026_531_840)
  readonly nets: FakeNet[] = []
  readonly procNetFiles = ['dev', 'route']
  constructor(clock: Clock) {
    this.options = { machine: 'host', clock, random: new Random(1), trace: new Trace() }
  }
  createNet(): FakeNet {
    const net = new FakeNet(4_026_532_000 + this.nets.length)
    this.nets.push(net)
    return net
  }
  rtnetlink(): never {
    throw new Error('no rtnetlink here')
  }
  icmpSocket(): never {
    throw new Error('no sockets here')
  }
  udpSocket(): never {
    throw new Error('no sockets here')
  }
  packetSocket(): never {
    throw new Error('no sockets here')
  }
  sysctls(net: Net): readonly string[] {
    return [...(net as FakeNet).sysctls.keys()].sort()
  }
  readSysctl(net: Net, path: string): string | Errno {
    return (net as FakeNet).sysctls.get(path) ?? ENOENT
  }
  writeSysctl(net: Net, path: string, text: string): Errno | null {
    if (!/^[0-9]+\n?$/.test(text)) return EINVAL
    ;(net as FakeNet).sysctls.set(path, `${text.trim()}\n`)
    return null
  }
  readProcNet(net: Net, file: string): string | Errno {
    return `${file} of ${net.inode}\n`
  }
  sysDevices(net: Net): readonly string[] {
    return [...(net as FakeNet).devices.keys()]
  }
  sysAttributes(net: Net, device: string): readonly string[] {
    return [...((net as FakeNet).devices.get(device)?.keys() ?? [])]
  }
  readSysAttribute(net: Net, device: string, attribute: string): string | Errno {
    return (net as FakeNet).devices.get(device)?.get(attribute) ?? ENOENT
  }
  writeSysAttribute(net: Net, device: string, attribute: string, text: string): Errno | null {
    const attributes = (net as FakeNet).devices.get(device)
    if (!attributes?.has(attribute)) return EACCES
    attributes.set(attribute, text)
    return null
  }
}

/** A machine with one process's output in hand. */
export class TestBench {
  readonly clock = new Clock()
  readonly scheduler = new Scheduler(this.clock)
  readonly kernel = new FakeKernel(this.clock)
  readonly machine: Machine

  constructor(programs: Iterable<{ path: string; run: Program }> = []) {
    const { clock, scheduler, kernel } = this
    const lab = { call: () => ({ error: null, nodes: [] }) }
    this.machine = new Machine({
      name: 'host',
      kernel,
      scheduler,
      clock,
      random: new Random(1),
      programs,
      lab,
    })
  }

  /** Runs until nobody is left to run and no timer is left to fire. */
  settle(): void {
    do this.scheduler.runReady()
    while (this.clock.step())
  }

  /** Runs a program to its end: what it printed, errors included, and its status in brackets when it is not 0. */
  run(program: Program, fds: readonly (readonly [number, OpenFile])[] = []): string {
    const out = new Capture()
    let status = -1
    const all = new Map<number, OpenFile>([[1, out], [2, out], ...fds])
    this.machine.spawn(program, { argv: ['test'], fds: all, onExit: (end) => (status = end.status) })
    this.settle()
    const text = out.take()
    return status === 0 ? text : `${text}[${status}]`
  }
}

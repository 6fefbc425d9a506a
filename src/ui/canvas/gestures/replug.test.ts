// Each way to re-plug, on a lab with a real kernel: what is typed, that Linux takes it, and what stands then.
import { expect, it } from 'vitest'
import { Page } from '../../../session/testing.ts'
import { project } from '../../../store/projection.ts'
import { planConnect } from './connect.ts'
import type { Plan, Target, View } from './gesture.ts'
import { planReplug } from './replug.ts'

const RED_ON_BR0 = [
  'ip netns add red',
  'ip netns add blue',
  'ip link add br0 type bridge',
  'ip link add br1 type bridge',
  'ip link add veth-red type veth peer name eth0 netns red',
  'ip link set veth-red master br0',
  'ip link set veth-red up',
  'ip -n red link set eth0 up',
]

class Bench {
  readonly page = new Page().open('')

  constructor(...lines: readonly string[]) {
    for (const line of lines) this.page.run(line)
  }

  get view(): View {
    return project([...this.page.machines.values()], this.page.order)
  }

  device(where: string, name: string): Target {
    const { devices, namespaces } = this.view
    const found = [...devices.values()].find((d) => {
      const netns = namespaces.get(d.netns)
      return d.name === name && (netns?.root ? netns.machine : netns?.name) === where
    })
    if (!found) throw new Error(`no ${name} in ${where}`)
    return { kind: 'device', id: found.id }
  }

  netns(name: string): Target {
    const found = [...this.view.namespaces.values()].find((n) => n.name === name)
    if (!found) throw new Error(`no ${name}`)
    return { kind: 'netns', id: found.id }
  }

  replug(loose: Target, held: Target | null, to: Target): readonly string[] {
    return this.#typed(planReplug(this.view, loose.id, held?.id ?? null, to))
  }

  connect(from: Target, to: Target): readonly string[] {
    return this.#typed(planConnect(this.view, from, to))
  }

  /** Types the plan, and gives it, several lines with their comment; a line that Linux refuses fails the test. */
  #typed(plan: Plan): readonly string[] {
    if (!plan.ok) return [plan.reason]
    const typed = plan.gestures.flatMap(({ machine, lines }) =>
      lines.map((line) => {
        this.page.run(line, machine).run('echo "status $?"', machine)
        if (!/status 0\r\n[^]*$/.test(this.page.terminals.get(machine) ?? ''))
          throw new Error(`refused: ${line}`)
        return machine === 'host' ? line : `${machine}$ ${line}`
      }),
    )
    return typed.length > 1 ? [`# ${plan.gestures[0]?.note}`, ...typed] : typed
  }

  /** `eth0 in red: up, port of br0 – veth-red`: of every cable its ends. */
  cables(): readonly string[] {
    const { devices, namespaces } = this.view
    const end = (id: string): string => {
      const device = devices.get(id)!
      const netns = namespaces.get(device.netns)!
      const port = device.master === null ? '' : `@${devices.get(device.master)!.name}`
      return `${netns.name ?? netns.machine}/${device.name}${port}${device.up ? '' : ' down'}`
    }
    const cabled = [...devices.values()].filter((d) => d.peer !== null && d.id < d.peer)
    return cabled.map((d) => [end(d.id), end(d.peer!)].sort().join(' – ')).sort()
  }
}

it('a veth end: bridge to bridge, off its bridge, and refused where it is already', () => {
  const lab = new Bench(...RED_ON_BR0)
  const [port, inside] = [lab.device('host', 'veth-red'), lab.device('red', 'eth0')]
  expect(lab.replug(port, inside, lab.device('host', 'br1'))).toEqual(['ip link set veth-red master br1'])
  expect(lab.cables()).toEqual(['host/veth-red@br1 – red/eth0'])
  expect(lab.replug(port, inside, lab.device('host', 'br1'))).toEqual(['veth-red is a port of br1 already.'])
  expect(lab.replug(port, inside, { kind: 'machine', id: 'host' })).toEqual(['ip link set veth-red nomaster'])
  expect(lab.cables()).toEqual(['host/veth-red – red/eth0'])
  expect(lab.replug(port, inside, { kind: 'machine', id: 'host' })).toEqual(['veth-red is in host already.'])
})

it('a veth end: namespace to namespace, to the machine, onto a bridge elsewhere; it comes up again', () => {
  const lab = new Bench(...RED_ON_BR0)
  const [port, inside] = [lab.device('host', 'veth-red'), lab.device('red', 'eth0')]
  expect(lab.replug(inside, port, lab.netns('blue'))).toEqual([
    '# eth0 into blue: a move takes it down, and its addresses away',
    'ip -n red link set eth0 netns blue',
    'ip -n blue link set eth0 up',
  ])
  expect(lab.cables()).toEqual(['blue/eth0 – host/veth-red@br0'])
  expect(lab.replug(lab.device('blue', 'eth0'), port, lab.device('host', 'br1'))).toEqual([
    '# eth0 into br1: a move takes it down, and its addresses away; master makes it a port of br1',
    'ip -n blue link set eth0 netns 1',
    'ip link set eth0 master br1',
    'ip link set eth0 up',
  ])
  expect(lab.cables()).toEqual(['host/eth0@br1 – host/veth-red@br0'])
  expect(lab.replug(lab.device('host', 'eth0'), port, lab.device('red', 'lo'))).toEqual([
    '# eth0 into red: a move takes it down, and its addresses away',
    'ip link set eth0 netns red',
    'ip -n red link set eth0 up',
  ])
  expect(lab.cables()).toEqual(['host/veth-red@br0 – red/eth0'])
})

it('a veth end takes another name where its own is taken', () => {
  const lab = new Bench(...RED_ON_BR0, 'ip -n blue link add eth0 type bridge')
  expect(lab.replug(lab.device('red', 'eth0'), lab.device('host', 'veth-red'), lab.netns('blue'))).toEqual([
    '# eth0 into blue: eth0 is taken there; a move takes it down, and its addresses away',
    'ip -n red link set eth0 netns blue name veth-red',
    'ip -n blue link set veth-red up',
  ])
  expect(lab.cables()).toEqual(['blue/veth-red – host/veth-red@br0'])
})

it('what has no other end goes itself: a VLAN, a macvlan, a pair that is still together', () => {
  const lab = new Bench(
    ...RED_ON_BR0,
    'ip link add link veth-red name v10 type vlan id 10',
    'ip link add p0 type veth peer name p1',
    'ip link add q0 type veth peer name q1 netns blue',
    'ip link add m0 link q0 type macvlan',
  )
  expect(lab.connect(lab.device('host', 'v10'), lab.netns('blue'))).toEqual(['ip link set v10 netns blue'])
  expect(lab.connect(lab.device('host', 'm0'), lab.device('host', 'br1'))).toEqual([
    'ip link set m0 master br1',
  ])
  expect(lab.connect(lab.device('host', 'p1'), lab.netns('blue'))).toEqual(['ip link set p1 netns blue'])
  expect(lab.device('blue', 'v10')).toBeDefined()
})

it('between machines the cable is pulled and laid anew, as one thing', () => {
  const lab = new Bench(
    'lab add machine web1',
    'lab add machine web2',
    'lab add switch sw1',
    'lab cable host:eth0 web1:eth0',
  )
  const [here, there] = [(): Target => lab.device('host', 'eth0'), (): Target => lab.device('web1', 'eth0')]
  expect(lab.replug(there(), here(), { kind: 'machine', id: 'web2' })).toEqual([
    '# eth0 to web2: the cable is pulled, and laid anew; a NIC is down until set up',
    'lab uncable host:eth0',
    'lab cable host:eth0 web2:eth0',
    'web2$ ip link set eth0 up',
  ])
  expect(lab.cables()).toEqual(['host/eth0 down – web2/eth0'])
  expect(lab.replug(lab.device('web2', 'eth0'), here(), { kind: 'machine', id: 'sw1' })).toEqual([
    '# eth0 to sw1: the cable is pulled, and laid anew',
    'lab uncable host:eth0',
    'lab cable host:eth0 sw1',
  ])
  const port = [...lab.view.devices.values()].find((d) => d.netns.startsWith('sw1/') && d.peer !== null)
  expect(lab.replug(here(), { kind: 'device', id: port!.id }, { kind: 'machine', id: 'web1' })).toEqual([
    '# port1 to web1: the cable is pulled, and laid anew; a NIC is down until set up',
    'web1$ lab uncable host:eth0',
    'web1$ lab cable sw1 web1:eth0',
    'web1$ ip link set eth0 up',
  ])
  expect(lab.replug(there(), { kind: 'device', id: port!.id }, { kind: 'machine', id: 'web1' })).toEqual([
    'eth0 is in web1 already.',
  ])
})

it('a veth pair stays on its machine, a namespace off the cables between machines', () => {
  const lab = new Bench(...RED_ON_BR0, 'lab add machine web1', 'lab cable host:eth0 web1:eth0')
  const [port, inside] = [lab.device('host', 'veth-red'), lab.device('red', 'eth0')]
  expect(lab.replug(inside, port, { kind: 'machine', id: 'web1' })).toEqual([
    'eth0 stays on host: a cable to web1 is made from a NIC.',
  ])
  expect(lab.connect(lab.netns('red'), { kind: 'machine', id: 'web1' })).toEqual([
    "A namespace's cables stay on its machine: plug host itself, or a bridge on it.",
  ])
})

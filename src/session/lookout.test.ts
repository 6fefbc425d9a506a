import { expect, it } from 'vitest'
import { BRIDGE, Page } from './testing.ts'

it('a namespace that is looked at tells its rules and flows whenever they change, and only then', () => {
  const page = new Page().open('#! world: lan\n$ hostname\n')
  const netns = page.view.machines.find((m) => m.name === 'router')!.namespaces[0]!.id
  page.send({ type: 'look', netns, inside: true })
  const seen = () => page.messages.flatMap((m) => (m.type === 'inside' ? [m.inside] : []))
  const [first, ...more] = seen()
  expect(more).toEqual([])
  expect(first?.firewall.map((t) => t.name)).toEqual(['nat'])
  const rules = first!.firewall.flatMap((t) => t.chains).flatMap((c) => c.rules)
  expect(rules.map((r) => `${r.number} ${r.text}`)).toEqual(['1 -s 192.168.1.0/24 -o wan0 -j MASQUERADE'])
  page.run('ping -c 1 8.8.8.8')
  const flow = seen()
    .at(-1)!
    .flows.find((f) => f.protocol === 'icmp')
  expect(flow).toMatchObject({
    state: '',
    translated: true,
    marks: '',
    filter: expect.stringMatching(/^-p icmp -s 192\.168\.1\.10 -d 8\.8\.8\.8 --icmp-id \d+$/),
  })
  expect(flow?.original).toMatch(/^192\.168\.1\.10 > 8\.8\.8\.8 id \d+$/)
  const before = seen().length
  page.send({ type: 'look', netns: null, inside: false })
  page.run('ping -c 1 8.8.8.8')
  expect(seen().length).toBe(before)
})

it('counters are told of the namespace that is looked at', () => {
  const page = new Page().open(BRIDGE)
  const [, blue, red] = page.view.machines[0]!.namespaces
  const received = (): readonly number[] =>
    [blue!.id, red!.id].map(
      (id) =>
        page.view.machines[0]!.namespaces.find((n) => n.id === id)!.devices.find((d) => d.name === 'eth0')!
          .rxPackets,
    )
  page.run('ip netns exec red ping -c 1 10.0.0.2').send({ type: 'look', netns: red!.id, inside: false })
  const before = received()
  page.run('ip netns exec red ping -c 1 10.0.0.2')
  const after = received()
  expect([after[0]! - before[0]!, after[1]! - before[1]!]).toEqual([0, 1])
})

import { describe, expect, it } from 'vitest'
import { fullLab } from './full.ts'
import type { Lab } from './lab.ts'

function run(lab: Lab, ...commands: string[]): string {
  return commands.map((c) => lab.exec('host', c).output).join('')
}

describe('machines, switches and cables', () => {
  it('are added, cabled and listed', () => {
    const lab = fullLab()
    const done = run(
      lab,
      'lab add machine web1; lab add switch sw1; lab cable host:eth1 sw1; lab cable web1 sw1',
    )
    expect(done).toBe('')
    expect(run(lab, 'lab list')).toBe(
      'machine host\n  eth1 -- sw1\nmachine web1\n  eth0 -- sw1\nswitch sw1\n  port1 -- host:eth1\n  port2 -- web1:eth0\n',
    )
    run(lab, 'ip addr add 10.9.0.1/24 dev eth1; ip link set eth1 up')
    lab.exec('web1', 'ip addr add 10.9.0.2/24 dev eth0; ip link set eth0 up')
    expect(run(lab, 'ping -c 1 10.9.0.2')).toContain('1 received')
  })

  it('two machines may be joined by one cable', () => {
    const lab = fullLab()
    run(lab, 'lab add machine a; lab cable host a; ip link set eth0 up; ip addr add 10.0.0.1/24 dev eth0')
    expect(run(lab, 'ip -br link show eth0')).toMatch(/^eth0 +DOWN .*<NO-CARRIER,BROADCAST,MULTICAST,UP> \n$/)
    lab.exec('a', 'ip link set eth0 up; ip addr add 10.0.0.2/24 dev eth0')
    expect(run(lab, 'ping -c 1 10.0.0.2')).toContain('1 received')
    run(lab, 'lab uncable host:eth0')
    expect(run(lab, 'ip -br link show eth0')).toMatch(/<NO-CARRIER,/)
    expect(run(lab, 'lab list')).toBe('machine host\n  eth0\nmachine a\n  eth0\n')
  })

  it('a card can be moved into a namespace, cable and all', () => {
    const lab = fullLab()
    run(lab, 'lab add machine a; lab cable host a; ip netns add red; ip link set eth0 netns red')
    run(lab, 'ip -n red link set eth0 up; ip -n red addr add 10.0.0.1/24 dev eth0')
    lab.exec('a', 'ip link set eth0 up; ip addr add 10.0.0.2/24 dev eth0')
    expect(run(lab, 'ip netns exec red ping -c 1 10.0.0.2')).toContain('1 received')
    expect(run(lab, 'lab cable host:eth0 a; lab uncable host:eth0; lab list')).toBe(
      'lab: host:eth0 already has a cable\nmachine host\n  eth0\nmachine a\n  eth0\n',
    )
  })

  it('a machine that is removed takes its cables and programs along', () => {
    const lab = fullLab('lan')
    lab.exec('pc', 'ping 192.168.1.10 >/dev/null &')
    run(lab, 'lab del pc')
    expect(lab.exec('router', 'ip -br link | cut -d" " -f1').output).toBe('lo\nlan1@if2\nwan0@if2\nlan0\n')
    expect(lab.exec('pc', 'ls').status).toBe(127)
    expect(run(lab, 'sleep 5; ping -c 1 -W 1 192.168.1.11 | grep -c Unreachable')).not.toContain('1 received')
  })
})

describe('what cannot be done is refused', () => {
  it.each([
    ['lab add machine host', 'there is already a machine named host'],
    ['lab add switch sw1; lab add machine sw1', 'there is already a switch named sw1'],
    ['lab add machine Web', "'Web' is not a name: lower case letters, digits and hyphens, a letter first"],
    ['lab del host', 'host cannot be removed'],
    ['lab del x', 'there is no machine or switch named x'],
    ['lab cable host:eth0 x', 'there is no machine or switch named x'],
    ['lab cable host:eth0 host:eth0', 'a cable has two ends, and both are at host'],
    ['lab add switch sw1; lab cable host:lo sw1', 'host:lo is not a network card'],
    [
      'lab add switch sw1; lab cable sw1:port1 host',
      'sw1 is a switch and finds a free port itself: write sw1',
    ],
    ['lab uncable host', 'host has no cable'],
    ['lab uncable host:eth7', 'host has no network card eth7'],
  ])('%s', (command, error) => {
    const { output, status } = fullLab().exec('host', command)
    expect({ output, status }).toEqual({ output: `lab: ${error}\n`, status: 1 })
  })

  it('and nothing is left of it', () => {
    const lab = fullLab()
    run(lab, 'lab add switch sw1; lab cable sw1 host:lo; lab cable host x')
    expect(run(lab, 'lab list')).toBe('machine host\nswitch sw1\n')
  })
})

it('a cluster of Kubernetes stands beside the machine that asks for it', () => {
  const lab = fullLab()
  expect(run(lab, 'lab add cluster 2 vxlan | cut -c1-31')).toBe(
    'NAME            STATUS   ROLES \ncontrol-plane   Ready    contro\nnode1           Ready    <none>\n',
  )
  expect(run(lab, 'ip -br addr show eth0')).toMatch(/^eth0 +UP +192\.168\.56\.1\/24 /)
  expect(lab.exec('node1', 'ip route show 10.244.0.0/24').output).toBe(
    '10.244.0.0/24 via 10.244.0.0 dev flannel.1 onlink \n',
  )
  expect(run(lab, 'lab add cluster 1; lab add cluster 10; lab add cluster 1 ipip')).toBe(
    'lab: there is already a switch named cluster\nlab: a cluster has at most 9 machines here\n' +
      "lab: 'ipip' is not a way between pods: host-gw or vxlan\n",
  )
})

import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

describe('BusyBox wget -T', () => {
  const TO_A_WALL = `ip link set lo up; ip netns add far; ip link add v0 type veth peer name eth0 netns far
ip link set v0 up; ip addr add 10.0.0.1/24 dev v0; ip -n far link set eth0 up; ip -n far addr add 10.0.0.2/24 dev eth0
ip netns exec far iptables -A INPUT -p tcp --dport 80 -j DROP`

  it('gives up a connection that nobody answers', () => {
    const lab = fullLab()
    lab.exec('host', TO_A_WALL)
    const before = lab.clock.now
    const { output, status } = lab.exec('host', 'busybox wget -q -T 2 -O - http://10.0.0.2/')
    expect({ output, status }).toEqual({ output: 'wget: download timed out\n', status: 1 })
    expect(Math.round((lab.clock.now - before) / 1e9)).toBe(2)
  })

  it('gives up a server that says nothing', () => {
    const lab = fullLab()
    lab.exec('host', `${TO_A_WALL}; ip netns exec far nc -lk 8080 >/dev/null & sleep 0.1`)
    const { output, status } = lab.exec('host', 'busybox wget -q --timeout=3 -O - http://10.0.0.2:8080/')
    expect({ output, status }).toEqual({ output: 'wget: download timed out\n', status: 1 })
  })

  it('takes a number', () => {
    const { output, status } = fullLab().exec('host', 'busybox wget -T x http://10.0.0.2/')
    expect({ output, status }).toEqual({ output: "wget: invalid number 'x'\n", status: 1 })
  })
})

import { expect, it } from 'vitest'
import { fullLab } from '../full.ts'
import { reach, reachLines } from './reach.ts'
import { BRIDGED, PUBLISHED, ROUTED } from './testing.ts'

function labOf(setup: string, world: 'bare' | 'lan' = 'bare') {
  const lab = fullLab(world)
  for (const line of setup.trim().split('\n')) lab.exec('host', line)
  return lab
}

it('shows who reaches whom by ping', () => {
  const setup = `${ROUTED}\nip netns add lonely\nip netns exec router iptables -P FORWARD DROP`
  expect(reachLines(reach(labOf(setup), null))).toEqual([
    'ping    blue  lonely  red  router',
    'blue    .     -       no   ok',
    'lonely  no    .       no   no',
    'red     no    -       .    ok',
    'router  ok    -       ok   .',
  ])
})

it('shows who reaches whom on a port', () => {
  expect(reachLines(reach(labOf(PUBLISHED), 80))).toEqual([
    'tcp 80  host  blue  out  red',
    'host    .     ok    no   no',
    'blue    no    .     no   no',
    'out     no    ok    .    no',
    'red     no    ok    no   .',
  ])
})

it('asks on all machines, in a copy', () => {
  const lab = labOf('ip addr', 'lan')
  expect(lab.exec('host', 'lab reach').output).toBe(
    `ping      host  pc  router  internet
host      .     ok  ok      ok
pc        ok    .   ok      ok
router    ok    ok  .       ok
internet  no    no  ok      .
`,
  )
  expect(lab.exec('host', 'lab reach 99999')).toEqual({ output: "lab: '99999' is not a port\n", status: 1 })
})

it('has an end for each namespace', () => {
  const lines = Array.from({ length: 28 }, (_, n) => [
    `ip netns add ns${n}`,
    `ip link add v${n} type veth peer name eth0 netns ns${n}`,
    `ip link set v${n} master br0 up`,
    `ip -n ns${n} addr add 10.0.0.${n + 10}/24 dev eth0`,
    `ip -n ns${n} link set eth0 up`,
  ]).flat()
  const { ends, cells } = reach(labOf(`${BRIDGED}\n${lines.join('\n')}`), null)
  expect(ends.length).toBe(31)
  expect(cells.flat().filter(({ reached }) => reached).length).toBe(31 * 30)
})

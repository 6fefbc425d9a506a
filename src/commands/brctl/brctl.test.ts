import { expect, test } from 'vitest'
import { NetBench } from '../lib/nettools/testbench.ts'
import { brctlCommand } from './brctl.ts'
import { USAGE } from './usage.ts'

function bridged(): NetBench {
  const bench = new NetBench(brctlCommand)
  const made = bench.sh(
    'ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02',
    'ip link add v2 type veth peer name v3',
    'brctl addbr br0',
    'brctl addif br0 v1 v0',
  )
  expect(made).toBe('')
  return bench
}

const HEAD = 'bridge name\tbridge id\t\tSTP enabled\tinterfaces\n'

test('show, showmacs, showstp', () => {
  const bench = bridged()
  expect(bench.sh('brctl show')).toBe(`${HEAD}br0\t\t8000.020000000001\tno\t\tv0\n\t\t\t\t\t\t\tv1\n`)
  expect(bench.sh('brctl show v0 nosuch')).toBe(
    'device v0 is not a bridge!\nbridge nosuch does not exist!\n[1]\n',
  )
  expect(bench.sh('brctl showmacs br0')).toBe(
    'port no\tmac addr\t\tis local?\tageing timer\n' +
      '  2\t02:00:00:00:00:01\tyes\t\t   0.00\n  1\t02:00:00:00:00:02\tyes\t\t   0.00\n',
  )
  bench.sh('brctl delif br0 v1', 'brctl hairpin br0 v0 on', 'brctl setageing br0 0.5')
  expect(bench.sh('brctl showstp br0')).toBe(
    [
      'br0',
      ' bridge id\t\t8000.020000000001',
      ' designated root\t8000.020000000001',
      ' root port\t\t   0\t\t\tpath cost\t\t   0',
      ' max age\t\t  20.00\t\t\tbridge max age\t\t  20.00',
      ' hello time\t\t   2.00\t\t\tbridge hello time\t   2.00',
      ' forward delay\t\t  15.00\t\t\tbridge forward delay\t  15.00',
      ' ageing time\t\t   0.50',
      ' hello timer\t\t   0.00\t\t\ttcn timer\t\t   0.00',
      ' topology change timer\t   0.00\t\t\tgc timer\t\t   0.00',
      ' flags\t\t\t',
      '\n',
      'v0 (2)',
      ' port id\t\t8002\t\t\tstate\t\t       disabled',
      ' designated root\t8000.020000000001\tpath cost\t\t   2',
      ' designated bridge\t8000.020000000001\tmessage age timer\t   0.00',
      ' designated port\t8002\t\t\tforward delay timer\t   0.00',
      ' designated cost\t   0\t\t\thold timer\t\t   0.00',
      ' flags\t\t\t',
      ' hairpin mode\t\t   1',
      '\n',
    ].join('\n'),
  )
})

test('what it says when it cannot', () => {
  const bench = bridged()
  const cases: readonly (readonly [string, string])[] = [
    ['addbr br0', "device br0 already exists; can't create bridge with the same name\n"],
    ['addif br0 v0', "device v0 is already a member of a bridge; can't add it to bridge br0.\n"],
    ['addif br0 nosuch', 'interface nosuch does not exist!\n'],
    ['addif nosuch v2', 'bridge nosuch does not exist!\n'],
    ['addif v0 v2', "can't add v2 to bridge v0: Operation not supported\n"],
    ['addif br0 lo', "can't add lo to bridge br0: Invalid argument\n"],
    [
      'addif br0 br0',
      "device br0 is a bridge device itself; can't add a bridge device to a bridge device.\n",
    ],
    ['delif br0 v2', 'device v2 is not a port of br0\n'],
    ['delbr nosuch', "bridge nosuch doesn't exist; can't delete it\n"],
    ['delbr v0', "can't delete bridge v0: Operation not permitted\n"],
    ['setageing br0 x', 'bad ageing time value\n'],
    ['setageing v0 10', 'set ageing time failed: Operation not supported\n'],
    ['sethello br0 0.5', 'set hello timer failed: Numerical result out of range\n'],
    ['setpathcost br0 v0 0', 'set path cost failed: Numerical result out of range\n'],
    ['setpathcost br0 v2 5', 'set path cost failed: No such file or directory\n'],
    ['setportprio br0 v0 64', 'set port priority failed: Numerical result out of range\n'],
    ['stp br0 maybe', 'expect on/off for argument\n'],
    ['showmacs nosuch', 'read of forward table failed: No such device\n'],
    [
      'stp br0',
      'Incorrect number of arguments for command\nUsage: brctl stp <bridge> {on|off}\tturn stp on/off\n',
    ],
    ['foo', `never heard of command [foo]\n${USAGE}`],
  ]
  for (const [words, output] of cases) expect(bench.sh(`brctl ${words}`), words).toBe(`${output}[1]\n`)
  bench.sh('ip link set br0 up')
  expect(bench.sh('brctl delbr br0')).toBe("bridge br0 is still up; can't delete it\n[1]\n")
  expect(bench.sh('ip link set br0 down', 'brctl delbr br0', 'brctl show')).toBe('')
})

import { expect, test } from 'vitest'
import type { LabDoor, LabRequest } from '../../uapi/lab.ts'
import { run } from '../testing/run.ts'
import { labCommand } from './lab.ts'
import { dockerScript } from './software.ts'

const NODES = [
  {
    name: 'host',
    kind: 'machine',
    nics: [
      { name: 'eth0', peer: { node: 'sw1', nic: 'port1' } },
      { name: 'eth1', peer: null },
    ],
  },
  { name: 'sw1', kind: 'switch', nics: [{ name: 'port1', peer: { node: 'host', nic: 'eth0' } }] },
] as const

function lab(args: string) {
  const asked: LabRequest[] = []
  const door: LabDoor = {
    ask: () => ({ kind: 'lines', lines: [] }),
    call: (request) => {
      asked.push(request)
      if ('name' in request && request.name === 'taken')
        return { error: 'there is already a machine named taken' }
      return { error: null, nodes: NODES }
    },
  }
  return { ...run(labCommand, args.split(' ').filter(Boolean), { lab: door }), asked }
}

test.each([
  ['add machine web1', { op: 'add-machine', name: 'web1' }],
  ['add switch sw1', { op: 'add-switch', name: 'sw1' }],
  ['add cluster 2', { op: 'add-cluster', size: 2, backend: null }],
  ['add cluster 3 vxlan', { op: 'add-cluster', size: 3, backend: 'vxlan' }],
  ['del web1', { op: 'remove', name: 'web1' }],
  ['cable host:eth1 sw1', { op: 'cable', a: { node: 'host', nic: 'eth1' }, b: { node: 'sw1', nic: null } }],
  ['uncable host:eth1', { op: 'uncable', end: { node: 'host', nic: 'eth1' } }],
  ['install docker web1', { op: 'start', machine: 'web1', script: dockerScript([]) }],
  ['install docker h redis', { op: 'start', machine: 'h', script: dockerScript(['redis']) }],
])('lab %s asks and is silent', (args, request) => {
  expect(lab(args)).toEqual({ stdout: '', stderr: '', status: 0, asked: [request] })
})

test('lab list', () => {
  expect(lab('list').stdout).toBe(
    'machine host\n  eth0 -- sw1:port1\n  eth1\nswitch sw1\n  port1 -- host:eth0\n',
  )
})

test.each([
  ['add', "say what to add: 'machine', 'switch' or 'cluster'"],
  ['add router r1', "cannot add a 'router': only a machine, a switch or a cluster"],
  ['add machine', 'say what to call the machine: lab add machine NAME'],
  ['add cluster', 'say how many machines: lab add cluster 2'],
  ['add cluster two', "'two' is not a number of machines: lab add cluster 2"],
  ['add cluster 2 vxlan x', "'x' is one word too many, try 'lab help'"],
  ['add machine a b', "'b' is one word too many, try 'lab help'"],
  ['add machine taken', 'there is already a machine named taken'],
  ['del', 'say what to remove: lab del NAME'],
  ['cable host:eth1', 'a cable has two ends: lab cable host:eth1 sw1'],
  ['cable host: sw1', "'host:' is not an end of a cable: write NAME or NAME:NIC"],
  ['uncable', 'say which cable by one of its ends: lab uncable host:eth1'],
  ['install', 'say what to install: lab install docker NAME'],
  ['install nginx host', "cannot install 'nginx': only docker"],
  ['install docker', 'say on which machine: lab install docker NAME'],
  [
    'install docker host postgres',
    "vethlab has no image 'postgres': it has ubuntu, httpd, redis, mysql, curlimages/curl, nicolaka/netshoot",
  ],
  ['frob', "'frob' is not something lab can do, try 'lab help'"],
])('lab %s is refused', (args, complaint) => {
  const { stdout, stderr, status } = lab(args)
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: `lab: ${complaint}\n`, status: 1 })
})

test('usage: on standard error when nothing is asked, else on standard output', () => {
  const help = lab('help')
  expect(help).toMatchObject({ stderr: '', status: 0 })
  expect(lab('')).toMatchObject({ stdout: '', stderr: help.stdout, status: 1 })
})

import { describe, expect, it } from 'vitest'
import { meetsConstraints, parseConstraints } from './constraints.ts'
import type { NodeObject } from './objects.ts'

const node: NodeObject = {
  id: 'gqijljgq8cgk499r04qw0mtwd',
  meta: { created: 0, updated: 0, index: 1 },
  labels: { disk: 'ssd' },
  role: 'worker',
  availability: 'active',
  description: { hostname: 'pc', engineVersion: '28.5.2', nanoCpus: 0, memory: 0 },
  addr: '192.168.1.20',
  state: 'ready',
  attachments: {},
}

describe('parseConstraints', () => {
  it.each([
    ['foo', 'constraint expected one operator from ==, !='],
    ['node.role=manager', 'constraint expected one operator from ==, !='],
    ['', 'constraint expected one operator from ==, !='],
    ['node.role==', "value '' is invalid"],
    ['node.ro le==x', "key 'node.ro le' is invalid"],
    ['==x', "key '' is invalid"],
    ['node.role==a==b', "value 'a==b' is invalid"],
  ])('refuses %j', (text, why) => {
    expect(parseConstraints([text])).toBe(why)
  })
})

describe('meetsConstraints', () => {
  it.each([
    ['node.role==worker', true],
    ['node.role != manager', true],
    ['NODE.Role==WORKER', true],
    ['node.role==manager', false],
    ['node.hostname == pc', true],
    ['node.id==gqijljgq8cgk499r04qw0mtwd', true],
    ['node.labels.disk==ssd', true],
    ['node.labels.Disk==ssd', false],
    ['node.labels.zone!=east', true],
    ['node.ip==192.168.1.20', true],
    ['node.ip!=192.168.1.0/24', false],
    ['node.ip==somewhere', false],
    ['node.platform.os==linux', true],
    ['node.platform.arch!=x86_64', false],
    ['engine.labels.x==y', false],
    ['foo!=x', false],
  ])('%s: %s', (text, met) => {
    expect(meetsConstraints(node, [text])).toBe(met)
  })

  it('wants all of them', () => {
    expect(meetsConstraints(node, ['node.role==worker', 'node.hostname!=pc'])).toBe(false)
  })
})

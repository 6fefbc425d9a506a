import { beforeEach, describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

let host: (command: string) => string

/** A swarm of two machines. */
beforeEach(() => {
  const lab = fullLab('docker')
  host = (command) => lab.exec('host', command).output
  lab.exec('pc', 'systemctl start docker')
  host('docker swarm init')
  const token = host('docker swarm join-token -q worker').trim()
  lab.exec('pc', `docker swarm join --token ${token} 192.168.1.10:2377`)
})

const create = (options: string) => host(`docker service create -d --no-resolve-image ${options}`)
const ps = (name: string) =>
  host(
    `docker service ps ${name} --no-trunc --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}' | sed 's/ [0-9]* seconds* ago//;s/ less than a second ago//;s/ $//'`,
  )

describe('docker service create --constraint', () => {
  it('keeps tasks from nodes that do not meet it', () => {
    create('--name a --replicas 3 --constraint node.role==manager busybox sleep 1000')
    create("--name b --constraint 'node.hostname == pc' --constraint node.role!=manager busybox sleep 1000")
    host('sleep 3')
    expect(ps('a b')).toBe(
      [1, 2, 3].map((n) => `a.${n} host Running Running\n`).join('') + 'b.1 pc Running Running\n',
    )
    expect(host('docker service inspect --pretty a')).toContain(
      'Placement:\n Constraints:\t[node.role==manager]\nUpdateConfig:\n',
    )
  })

  it('is refused where it says nothing', () => {
    expect(create('--constraint foo busybox')).toBe(
      'Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=\n',
    )
  })

  it('has tasks wait for a node, and go when it is no longer one', () => {
    create('--name c --constraint node.labels.disk==ssd busybox sleep 1000')
    host('sleep 2')
    const waits =
      'c.1  Running Pending "no suitable node (scheduling constraints not satisfied on 2 nodes)"\n'
    expect(ps('c')).toBe(waits)
    expect(host('docker node update --label-add disk=ssd pc; sleep 3')).toBe('pc\n')
    expect(ps('c')).toBe('c.1 pc Running Running\n')
    host('docker node update --label-rm disk pc; sleep 12')
    expect(ps('c')).toBe(`${waits}c.1 pc Shutdown Rejected "assigned node no longer meets constraints"\n`)
    expect(host("docker service ls --format '{{.Replicas}}'")).toBe('0/1\n')
  })

  it('chooses the nodes of a global service', () => {
    create('--name g --mode global --constraint node.labels.zone==east busybox sleep 1000')
    host('sleep 2')
    expect(ps('g')).toBe('')
    host('docker node update --label-add zone=east pc; sleep 3')
    expect(ps('g')).toMatch(/^g\.\w{25} pc Running Running\n$/)
    host('docker node update --label-rm zone pc; sleep 3')
    expect(ps('g')).toMatch(/^g\.\w{25} pc Shutdown Rejected "assigned node no longer meets constraints"\n$/)
  })

  it('comes and goes with an update, that moves the tasks it must', () => {
    create('--name a --replicas 2 busybox sleep 1000')
    host(
      'sleep 3; docker service update -d --no-resolve-image --constraint-add node.role==worker a; sleep 25',
    )
    expect(ps('a')).toBe('a.1 pc Running Running\na.1 host Shutdown Shutdown\na.2 pc Running Running\n')
    host(
      'docker service update -d --constraint-add node.hostname!=foo --constraint-rm node.role==worker --placement-pref-add spread=node.labels.zone a; sleep 3',
    )
    expect(host("docker service inspect a -f '{{json .Spec.TaskTemplate.Placement}}'")).toBe(
      '{"Constraints":["node.hostname!=foo"],"Preferences":[{"Spread":{"SpreadDescriptor":"node.labels.zone"}}]}\n',
    )
    expect(ps('a')).toBe('a.1 pc Running Running\na.1 host Shutdown Shutdown\na.2 pc Running Running\n')
  })
})

describe('docker service create --placement-pref', () => {
  it('is shown, and spread alone is known', () => {
    create('--name p --placement-pref spread=node.labels.zone busybox sleep 1000')
    expect(host('docker service inspect --pretty p')).toContain(
      'Placement:\n Preferences:   [spread=node.labels.zone]\nUpdateConfig:\n',
    )
    expect(create('--placement-pref foo=node.labels.zone busybox')).toContain(
      'invalid argument "foo=node.labels.zone" for "--placement-pref" flag: unsupported placement preference foo (only spread is supported)\n',
    )
  })
})

describe('docker service create --replicas-max-per-node', () => {
  it('leaves what is too much', () => {
    create('--name m --replicas 3 --replicas-max-per-node 1 busybox sleep 1000')
    host('sleep 3')
    expect(ps('m')).toBe(
      'm.1 host Running Running\nm.2 pc Running Running\nm.3  Running Pending "no suitable node (max replicas per node limit exceed)"\n',
    )
    expect(host("docker service ls --format '{{.Replicas}}'")).toBe('2/3 (max 1 per node)\n')
  })
})

describe('docker service create --tty', () => {
  it('gives the tasks a terminal', () => {
    create('--name t -t --constraint node.role==manager busybox sh -c "tty; sleep 1000"')
    host('sleep 3')
    expect(host("docker service inspect t -f '{{json .Spec.TaskTemplate.ContainerSpec.TTY}}'")).toBe('true\n')
    expect(host('docker service logs t')).toBe('tty service logs only supported with --raw\n')
    expect(host('docker service logs --raw t')).toContain('/dev/pts/0')
  })
})

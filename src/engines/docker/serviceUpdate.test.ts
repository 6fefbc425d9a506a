import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

type Run = (command: string) => string

/** A swarm of one machine with a service of two tasks. */
function service(): Run {
  const lab = fullLab('docker')
  const host: Run = (command) => lab.exec('host', command).output
  host('docker swarm init')
  host('docker service create -d --name web --replicas 2 -p 8080:80 nginx; sleep 2')
  return host
}

const PS =
  "docker service ps web --format '{{.Name}} {{.Image}} {{.DesiredState}} {{.CurrentState}}' | sed 's/ [0-9].*//;s/ less.*//'"
const status = (host: Run) =>
  host("docker service inspect web -f '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'")
const page = (host: Run, port: number) => host(`curl -s -m 5 127.0.0.1:${port} | grep -c title`)

/** Lines that are the same one after the other, once. */
function once(text: string): string[] {
  return text.split('\n').filter((line, i, all) => line !== all[i - 1])
}

describe('docker service update', () => {
  it('replaces the tasks one after the other, and says how far it is', () => {
    const host = service()
    const said = once(host('docker service update --publish-add 9090:80 web'))
    expect(said).toEqual([
      'web',
      'overall progress: 0 out of 2 tasks',
      '1/2:  ',
      '2/2:  ',
      'overall progress: 0 out of 2 tasks',
      'overall progress: 1 out of 2 tasks',
      'overall progress: 2 out of 2 tasks',
      ...[5, 4, 3, 2, 1].map((n) => `verify: Waiting ${n} seconds to verify that tasks are stable...`),
      'verify: Service web converged',
      '',
    ])
    expect(status(host)).toBe('completed update completed\n')
    expect(host(PS)).toBe(
      [1, 2]
        .map((n) => `web.${n} nginx:latest Running Running\nweb.${n} nginx:latest Shutdown Shutdown\n`)
        .join(''),
    )
    expect(host("docker service ls --format '{{.Ports}}'")).toBe('*:8080->80/tcp, *:9090->80/tcp\n')
    expect([page(host, 8080), page(host, 9090)]).toEqual(['1\n', '1\n'])
  })

  it('stops at a task that fails, and goes back when that is said', () => {
    const host = service()
    host('docker service update -d --image nosuch web; sleep 6')
    expect(status(host)).toMatch(
      /^paused update paused due to failure or early termination of task \w{25}\n$/,
    )
    expect(host(PS)).toContain('web.2 nginx:latest Running Running\n')
    expect(page(host, 8080)).toBe('1\n')
    const said = once(host('docker service rollback web'))
    expect(said.slice(0, 3)).toEqual([
      'web',
      'rollback: manually requested rollback',
      'overall progress: rolling back update: 0 out of 2 tasks',
    ])
    expect(said.slice(-2)).toEqual(['verify: Service web converged', ''])
    expect(status(host)).toBe('rollback_completed rollback completed\n')
  })

  it('changes what is said, and only that', () => {
    const host = service()
    host('docker service update -d --env-add A=1 --env-add B=2 --label-add x=y --args "a b" web')
    host('docker service update -d --env-rm A --label-add z=1 --force web')
    const of = (what: string) => host(`docker service inspect web -f '{{json .Spec.${what}}}'`)
    expect(of('TaskTemplate.ContainerSpec.Env')).toBe('["B=2"]\n')
    expect(of('TaskTemplate.ContainerSpec.Args')).toBe('["a","b"]\n')
    expect(of('Labels')).toBe('{"x":"y","z":"1"}\n')
    expect(of('TaskTemplate.ForceUpdate')).toBe('1\n')
    expect(host('docker service update -d --publish-rm 80 web')).toBe('web\n')
    expect(of('EndpointSpec')).toBe('{"Mode":"vip"}\n')
  })

  it('what it refuses', () => {
    const host = service()
    const last = (command: string) => host(`docker service ${command} 2>&1 | tail -1`)
    expect(last('update --rollback --force web')).toBe('other flags may not be combined with --rollback\n')
    expect(last('update nope')).toBe('Error response from daemon: service nope not found\n')
    expect(last('rollback web').replace(/\w{25}/, 'ID')).toBe(
      'Error response from daemon: rpc error: code = FailedPrecondition desc = service ID does not have a previous spec\n',
    )
    expect(last('update -d --network-add nope web')).toBe(
      'Error response from daemon: network nope not found\n',
    )
    expect(host('docker service update -d --publish-add foo web')).toBe(
      'invalid argument "foo" for "--publish-add" flag: Invalid containerPort: foo\n\n' +
        "Usage:  docker service update [OPTIONS] SERVICE\n\nRun 'docker service update --help' for more information\n",
    )
  })
})

import { describe, expect, it } from 'vitest'
import { fullLab } from './full.ts'
import type { Lab } from './lab.ts'
import { processTable } from './processview.ts'
import { ViewBuilder } from './viewbuilder.ts'

/** The lines of each namespace that has any, by whose it is; the machine's numbers in order. */
function standing(lab: Lab, machine = 'host'): Record<string, readonly string[]> {
  lab.runReady()
  const builder = new ViewBuilder(lab)
  builder.update(false)
  const view = builder.view.machines.find(({ name }) => name === machine)!
  const lines = view.namespaces.filter(({ processes }) => processes.length > 0)
  const named = lines.map((n) => [
    n.container?.name.replace(/-\w+-\w+$/, '') ?? n.name ?? n.machine,
    n.processes.map((line) => line.replace(/^(\d+ → )?\d+/, '$1PID')),
  ])
  return Object.fromEntries(named)
}

describe('what is worth a line', () => {
  const lab = fullLab('docker')
  const run = (command: string): string => lab.exec('host', command).output
  run(
    'docker run -d --name web -p 8080:80 nginx; docker run -d --name lonely --network none busybox sleep 1000',
  )
  run('docker run -d --name peeker --pid host busybox sleep 1000; sleep 1')

  it('is the first process of a container, by both its numbers, and who listens', () => {
    expect(standing(lab)).toEqual({
      web: ['1 → PID nginx', '7 → PID httpd :80'],
      lonely: ['1 → PID sleep'],
      peeker: ['PID sleep'],
    })
  })

  it('is not what comes and goes', () => {
    const before = standing(lab)
    run(
      'docker exec -d web sleep 100; docker exec web ls; ip netns add red; ip -n red link set lo up; ip netns exec red sleep 100 &',
    )
    expect(standing(lab)).toEqual(before)
    run('docker exec -d web nc -l -p 99; ip netns exec red nc -l 127.0.0.1 7000 & sleep 1')
    expect(standing(lab)).toEqual({
      ...before,
      red: ['PID nc 127.0.0.1:7000'],
      web: ['1 → PID nginx', '7 → PID httpd :80', expect.stringMatching(/^\d+ → PID nc :99$/)],
    })
  })

  it('names the containers where several share a network', () => {
    run('docker run -d --name side --network container:web alpine sleep 1000')
    run('docker run -d --name seen --network host nginx; sleep 1')
    expect(standing(lab)).toMatchObject({
      web: [
        '1 → PID nginx · web',
        '7 → PID httpd :80 · web',
        expect.stringMatching(/nc :99 · web$/),
        '1 → PID sleep · side',
      ],
      host: ['1 → PID nginx · seen', '7 → PID httpd :80 · seen'],
    })
  })

  it('is all in a table for who looks', () => {
    const node = lab.nodes.get('host')!
    if (node.kind !== 'machine') throw new Error('no host')
    const pid = Number(run("docker inspect -f '{{.State.Pid}}' web"))
    const net = [...node.kernel.nets].find(
      (n) => n.inode === Number(/\d+/.exec(run(`readlink /proc/${pid}/ns/net`))?.[0]),
    )!
    expect(processTable(node, net).map(({ pid: _, ...process }) => process)).toEqual([
      {
        inside: 1,
        command: '/bin/sh /usr/sbin/nginx -g daemon off;',
        user: 'root',
        listens: [],
        container: 'web',
      },
      {
        inside: 7,
        command: 'httpd -f -p 80 -h /usr/share/nginx/html',
        user: 'root',
        listens: [':80'],
        container: 'web',
      },
      expect.objectContaining({ command: 'sleep 100', container: 'web' }),
      expect.objectContaining({ command: 'nc -l -p 99', listens: [':99'], container: 'web' }),
      { inside: 1, command: 'sleep 1000', user: 'root', listens: [], container: 'side' },
    ])
    const host = processTable(node, node.kernel.initNet)
    expect(host.map((p) => p.pid).join('\n')).toBe(
      run('ps -e -o pid=').trim().split(/\s+/).slice(0, -1).join('\n'),
    )
    expect(
      host.filter((p) => p.listens.length > 0).map((p) => [p.command.split(' ')[0], ...p.listens]),
    ).toEqual([
      ['/usr/sbin/docker-proxy', ':8080'],
      ['/usr/sbin/docker-proxy', ':8080'],
      ['httpd', ':80'],
    ])
  })
})

it('pods have a pause, and the process namespaces of their containers', () => {
  const lab = fullLab()
  lab.exec('host', 'lab add cluster 1')
  lab.exec(
    'host',
    `kubectl apply -f - <<EOF
apiVersion: v1
kind: Pod
metadata: {name: two}
spec:
  containers:
  - {name: app, image: nginx}
  - {name: log, image: busybox, command: [sleep, "1000"]}
EOF
kubectl wait --for=condition=Ready pod/two`,
  )
  expect(standing(lab, 'control-plane')).toEqual({
    'kube-system/coredns': ['1 → PID pause', '1 → PID coredns :53/udp'],
    two: ['1 → PID pause', '1 → PID nginx · app', '1 → PID sleep · log', '2 → PID httpd :80 · app'],
  })
})

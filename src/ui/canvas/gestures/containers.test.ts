import { expect, it } from 'vitest'
import type { LabStoreState, NetnsView } from '../../../store/lab.ts'
import { World } from '../testing/build.ts'
import { viewOf } from '../testing/view.ts'

import {
  freeContainer,
  planContainer,
  planPod,
  planRemove,
  planRun,
  planStart,
  shellIn,
} from './containers.ts'
import { planAddAddress, planDelete } from './edit.ts'
import type { Plan } from './gesture.ts'
import { execFor, ipFor, netnsWord } from './reach.ts'

const DOCKER = { images: ['nginx'], networks: ['app', 'bridge'], stopped: ['nginx'] }
const NOTHING = { name: '', image: 'nginx', network: 'bridge', ports: '', command: '' }

/** A machine whose one namespace has no name, and is whose it is said to be. */
function built(whose: Partial<NetnsView>): { readonly view: LabStoreState; readonly netns: NetnsView } {
  const world = new World()
  const machine = world.machine('host')
  const made = world.netns(machine, 'inner')
  const view = viewOf(world)
  const netns: NetnsView = { ...view.namespaces.get(made.id)!, name: null, ...whose }
  const namespaces = new Map(view.namespaces).set(netns.id, netns)
  return { view: { ...view, namespaces }, netns }
}

const WEB = { kind: 'container', name: 'web', image: 'nginx', ports: [], sharing: [] } as const
const lines = (plan: Plan): readonly string[] =>
  plan.ok ? plan.gestures.flatMap((g) => g.lines.map((line) => `${g.machine}$ ${line}`)) : [plan.reason]

it('a container is run with what was asked for, and Docker started first where it does not run', () => {
  const { view } = built({})
  const machine = view.machines.get('host')!
  const wanted = {
    name: 'web',
    image: 'nginx',
    network: 'app',
    ports: '8080:80, 8443:443',
    command: 'sleep 9',
  }
  expect(lines(planRun({ ...machine, docker: DOCKER }, wanted))).toEqual([
    'host$ docker run -d --name web --network app -p 8080:80 -p 8443:443 nginx sleep 9',
  ])
  expect(planRun(machine, NOTHING)).toEqual({
    ok: true,
    gestures: [
      {
        machine: 'host',
        note: 'container nginx: Docker does not run on host yet, so it is started first',
        lines: ['systemctl start docker', 'docker run -d nginx'],
      },
    ],
  })
  expect(lines(planRun(machine, { ...NOTHING, image: '' }))).toEqual(['A container is made from an image.'])
  expect(lines(planStart(machine, 'web'))).toEqual(['host$ docker start web'])
  expect(freeContainer({ ...machine, docker: DOCKER }, 'library/nginx:1')).toBe('nginx2')
})

it('what is in a container is reached through docker and nsenter', () => {
  const { view, netns } = built({ container: WEB })
  const process = "$(docker inspect -f '{{.State.Pid}}' web)"
  expect([ipFor(netns), execFor(netns), netnsWord(netns)]).toEqual([
    `nsenter -t ${process} -n ip`,
    `nsenter -t ${process} -n `,
    process,
  ])
  expect(lines(planAddAddress(view, netns.devices[0]!.id, '10.0.0.1/24'))).toEqual([
    `host$ nsenter -t ${process} -n ip addr add 10.0.0.1/24 dev lo`,
  ])
  const verbs = (['logs', 'stop', 'restart'] as const).flatMap((v) => lines(planContainer(view, netns, v)))
  expect(verbs).toEqual(['host$ docker logs web', 'host$ docker stop web', 'host$ docker restart web'])
  expect(lines(planDelete(view, { kind: 'netns', id: netns.id }))).toEqual(['host$ docker rm -f web'])
  expect(shellIn(view, netns)).toEqual({ machine: 'host', name: 'web', command: 'docker exec -it web sh' })
})

it('a pod is run, looked into and deleted by kubectl', () => {
  const pod = { kind: 'pod', name: 'kube-system/dns', image: 'coredns', ports: [], sharing: [] } as const
  const { view, netns } = built({ name: 'cni-1', container: pod })
  expect(ipFor(netns)).toBe('ip -n cni-1')
  expect(lines(planPod(view, { name: 'web', image: 'nginx', port: '80' }))).toEqual([
    'host$ kubectl run web --image=nginx --port=80',
  ])
  expect(lines(planContainer(view, netns, 'logs'))).toEqual(['host$ kubectl logs dns -n kube-system'])
  expect(lines(planRemove(view, netns))).toEqual(['host$ kubectl delete pod dns -n kube-system'])
  expect(shellIn(view, netns)?.command).toBe('kubectl exec -it dns -n kube-system -- sh')
})

it('a namespace without a name is reached by a process in it, and goes with the last', () => {
  const { view, netns } = built({ pid: 812 })
  expect([ipFor(netns), netnsWord(netns)]).toEqual(['nsenter -t 812 -n ip', '812'])
  expect(shellIn(view, netns)).toEqual({
    machine: 'host',
    name: 'pid 812',
    command: 'nsenter -t 812 -n bash',
  })
  expect(lines(planDelete(view, { kind: 'netns', id: netns.id }))).toEqual([
    'A namespace without a name goes with the last process in it.',
  ])
  expect(ipFor({ ...netns, pid: null })).toBeNull()
})

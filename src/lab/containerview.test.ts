import { expect, it } from 'vitest'
import type { Lab } from './lab.ts'
import { fullLab } from './full.ts'
import { ViewBuilder } from './viewbuilder.ts'

function containers(lab: Lab, builder: ViewBuilder): unknown[] {
  lab.runReady()
  builder.update(false)
  return builder.view.machines[0]!.namespaces.map((n) => n.container).filter((c) => c !== null)
}

it('names the containers of namespaces, and the ports that lead to them, as long as they run', () => {
  const lab = fullLab('docker')
  const builder = new ViewBuilder(lab)
  expect(containers(lab, builder)).toEqual([])
  lab.exec('host', 'docker run -d --name web -p 8080:80 nginx')
  lab.exec('host', 'docker run -d --name tools alpine sleep 1000')
  expect(containers(lab, builder)).toEqual([
    {
      kind: 'container',
      name: 'web',
      image: 'nginx',
      ports: [{ host: 8080, container: 80, protocol: 'tcp' }],
      sharing: [],
    },
    { kind: 'container', name: 'tools', image: 'alpine', ports: [], sharing: [] },
  ])
  lab.exec('host', 'docker run -d --name side --network container:tools busybox sleep 1000')
  lab.exec('host', 'docker run -d --name lonely --network none alpine sleep 1000')
  lab.exec('host', 'docker run -d --network host alpine sleep 1000; docker rm -f web')
  expect(containers(lab, builder)).toEqual([
    {
      kind: 'container',
      name: 'tools',
      image: 'alpine',
      ports: [],
      sharing: [{ name: 'side', image: 'busybox' }],
    },
    { kind: 'container', name: 'lonely', image: 'alpine', ports: [], sharing: [] },
  ])
})

it('names pods by their namespaces, with the images of all their containers', () => {
  const lab = fullLab()
  lab.exec('host', 'lab add cluster 1; kubectl create ns team')
  lab.exec(
    'host',
    'kubectl run web --image=nginx -n team; kubectl wait -n team --for=condition=Ready pod/web',
  )
  const builder = new ViewBuilder(lab)
  lab.runReady()
  builder.update(false)
  const node = builder.view.machines.find(({ name }) => name === 'control-plane')
  const pods = (node?.namespaces ?? []).flatMap(({ container }) => container ?? [])
  expect(pods).toContainEqual({ kind: 'pod', name: 'team/web', image: 'nginx', ports: [], sharing: [] })
})

it("names the daemon's own namespaces of a swarm, and where their tunnels lead", () => {
  const lab = fullLab('docker')
  const builder = new ViewBuilder(lab)
  lab.exec('pc', 'systemctl start docker')
  lab.exec('host', 'docker swarm init')
  const token = lab.exec('host', 'docker swarm join-token -q worker').output.trim()
  lab.exec('pc', `docker swarm join --token ${token} 192.168.1.10`)
  lab.exec('host', 'docker network create -d overlay --attachable shop')
  lab.exec('host', 'docker run -d --name web --network shop nginx')
  lab.exec('pc', 'docker run -d --name shell --network shop busybox sleep 1000')
  lab.exec('pc', 'sleep 1')
  expect(containers(lab, builder).map((c) => (c as { name: string }).name)).toEqual([
    'ingress-sbox',
    'overlay ingress',
    'web',
    'lb-shop',
    'overlay shop',
  ])
  const [host] = builder.view.machines
  const devices = host!.namespaces.flatMap((n) => n.devices)
  const under = host!.namespaces[0]!.id
  expect(devices.filter((d) => d.tunnel).map((d) => d.tunnel)).toEqual([
    { vni: 4096, remotes: ['192.168.1.11'], under },
    { vni: 4097, remotes: ['192.168.1.11'], under },
  ])
})

it('says what a machine has to run containers from, once its daemon runs', () => {
  const lab = fullLab('bare')
  const builder = new ViewBuilder(lab)
  const docker = (): unknown => {
    lab.runReady()
    builder.update(false)
    return builder.view.machines[0]!.docker
  }
  expect(docker()).toBeNull()
  lab.exec('host', 'systemctl start docker; docker network create app')
  lab.exec('host', 'docker run --name once busybox true')
  expect(docker()).toEqual({
    images: ['alpine', 'busybox', 'nginx'],
    networks: ['app', 'bridge', 'host', 'none'],
    stopped: ['once'],
  })
})

it('a namespace without a name is known by a process in it', () => {
  const lab = fullLab('bare')
  lab.exec('host', 'unshare -n sleep 1000 & sleep 0.1')
  lab.runReady()
  const builder = new ViewBuilder(lab)
  builder.update(false)
  const [, unnamed] = builder.view.machines[0]!.namespaces
  expect([unnamed?.name, typeof unnamed?.pid]).toEqual([null, 'number'])
  expect(lab.exec('host', `nsenter -t ${unnamed?.pid} -n ip -br link`).output).toMatch(/^lo +DOWN/)
})

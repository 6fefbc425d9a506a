import { describe, expect, it } from 'vitest'
import type { Provenance } from '../sim/provenance.ts'
import { fullLab } from './full.ts'
import type { Lab } from './lab.ts'
import { insideOf } from './netfilterview.ts'
import { PacketLog } from './packetlog.ts'
import { ruleText } from '../commands/iptables/ruletext.ts'
import { storyOf } from './story.ts'
import { ViewBuilder } from './viewbuilder.ts'

function words(provenance: Provenance | null): string {
  if (!provenance) return '-'
  const { by, kind, name, detail } = provenance
  return [by, kind, name, detail].filter((word) => word !== '').join(' ')
}

/** Links, addresses and routes of all namespaces, and by whom they were made. */
function things(lab: Lab, machine: string = 'host'): string[] {
  lab.runReady()
  const builder = new ViewBuilder(lab)
  builder.update(false)
  const host = builder.view.machines.find(({ name }) => name === machine)!
  return host.namespaces.flatMap(({ root, devices, routes }) => {
    const at = root ? 'host' : 'container'
    return [
      ...devices.flatMap((d) => [
        `${at} link ${d.name.replace(/^veth.*/, 'veth')}: ${words(d.provenance)}`,
        ...d.addresses
          .filter(({ family }) => family === 4)
          .map((a) => `${at} addr ${a.text}: ${words(a.provenance)}`),
      ]),
      ...routes
        .filter(({ text }) => !text.includes(':'))
        .map((r) => `${at} route ${r.text}: ${words(r.provenance)}`),
    ]
  })
}

/** Neighbours and FDB entries that somebody wrote down, of all namespaces. */
function entries(lab: Lab, machine: string): string[] {
  lab.runReady()
  const builder = new ViewBuilder(lab)
  builder.update(false)
  const view = builder.view.machines.find(({ name }) => name === machine)!
  return view.namespaces.flatMap(({ neighbours, fdb }) => [
    ...neighbours.flatMap((n) =>
      n.provenance ? [`${n.address} dev ${n.device} ${n.state}: ${words(n.provenance)}`] : [],
    ),
    ...fdb.flatMap((f) => (f.provenance ? [`${f.text.replace(f.mac, 'MAC')}: ${words(f.provenance)}`] : [])),
  ])
}

function rules(lab: Lab, machine: string = 'host'): string[] {
  const node = lab.nodes.get(machine)
  if (node?.kind !== 'machine') throw new Error('no host')
  return insideOf(node, node.kernel.initNet, ruleText).firewall.flatMap(({ family, name, chains }) =>
    family === 'ip6'
      ? []
      : chains.flatMap((chain) =>
          chain.rules.map((rule) => `${name} ${chain.name} ${rule.text}: ${words(rule.provenance)}`),
        ),
  )
}

describe('what Docker makes', () => {
  const lab = fullLab('docker')
  lab.exec('host', 'docker network create --subnet 10.5.0.0/24 -o com.docker.network.bridge.name=shop0 shop')
  lab.exec('host', 'docker run -d --name web -p 8080:80 nginx')
  lab.exec('host', 'docker run -d --name db --network shop alpine sleep 1000')
  lab.exec('host', 'iptables -A DOCKER-USER -s 10.9.9.9 -j DROP; ip addr add 10.7.0.1/24 dev docker0')

  it('says for which network, container and port, and what a person makes says nothing', () => {
    expect(things(lab)).toEqual([
      'host link lo: -',
      'host addr 127.0.0.1/8: -',
      'host link eth0: -',
      'host addr 192.168.1.10/24: -',
      'host link docker0: Docker network bridge',
      'host addr 172.17.0.1/16: Docker network bridge',
      'host addr 10.7.0.1/24: -',
      'host link shop0: Docker network shop',
      'host addr 10.5.0.1/24: Docker network shop',
      'host link veth: Docker container web',
      'host link veth: Docker container db --network shop',
      'host route default via 192.168.1.1 dev eth0: -',
      'host route 10.5.0.0/24 dev shop0 proto kernel scope link src 10.5.0.1: Docker network shop',
      'host route 10.7.0.0/24 dev docker0 proto kernel scope link src 10.7.0.1: -',
      'host route 172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1: Docker network bridge',
      'host route 192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10: -',
      'container link lo: -',
      'container addr 127.0.0.1/8: -',
      'container link eth0: Docker container web',
      'container addr 172.17.0.2/16: Docker container web',
      'container route default via 172.17.0.1 dev eth0: Docker container web',
      'container route 172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2: Docker container web',
      'container link lo: -',
      'container addr 127.0.0.1/8: -',
      'container link eth0: Docker container db --network shop',
      'container addr 10.5.0.2/24: Docker container db --network shop',
      'container route default via 10.5.0.1 dev eth0: Docker container db --network shop',
      'container route 10.5.0.0/24 dev eth0 proto kernel scope link src 10.5.0.2: Docker container db --network shop',
    ])
    expect(rules(lab)).toEqual([
      'raw PREROUTING -d 172.17.0.2/32 ! -i docker0 -j DROP: Docker container web',
      'raw PREROUTING -d 10.5.0.2/32 ! -i shop0 -j DROP: Docker container db --network shop',
      'nat DOCKER -i shop0 -j RETURN: Docker network shop',
      'nat DOCKER -i docker0 -j RETURN: Docker network bridge',
      'nat DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80: Docker container web -p 8080:80',
      'nat PREROUTING -m addrtype --dst-type LOCAL -j DOCKER: Docker engine',
      'nat OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER: Docker engine',
      'nat POSTROUTING -s 10.5.0.0/24 ! -o shop0 -j MASQUERADE: Docker network shop',
      'nat POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE: Docker network bridge',
      'filter DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT: Docker container web -p 8080:80',
      'filter DOCKER ! -i docker0 -o docker0 -j DROP: Docker network bridge',
      'filter DOCKER ! -i shop0 -o shop0 -j DROP: Docker network shop',
      'filter DOCKER-FORWARD -j DOCKER-CT: Docker engine',
      'filter DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1: Docker engine',
      'filter DOCKER-FORWARD -j DOCKER-BRIDGE: Docker engine',
      'filter DOCKER-FORWARD -i docker0 -j ACCEPT: Docker network bridge',
      'filter DOCKER-FORWARD -i shop0 -j ACCEPT: Docker network shop',
      'filter DOCKER-BRIDGE -o docker0 -j DOCKER: Docker network bridge',
      'filter DOCKER-BRIDGE -o shop0 -j DOCKER: Docker network shop',
      'filter DOCKER-CT -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT: Docker network bridge',
      'filter DOCKER-CT -o shop0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT: Docker network shop',
      'filter DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2: Docker network bridge',
      'filter DOCKER-ISOLATION-STAGE-1 -i shop0 ! -o shop0 -j DOCKER-ISOLATION-STAGE-2: Docker network shop',
      'filter DOCKER-ISOLATION-STAGE-2 -o shop0 -j DROP: Docker network shop',
      'filter DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP: Docker network bridge',
      'filter FORWARD -j DOCKER-USER: Docker engine',
      'filter FORWARD -j DOCKER-FORWARD: Docker engine',
      'filter DOCKER-USER -s 10.9.9.9/32 -j DROP: -',
    ])
  })

  it('tells it in the story of a packet', () => {
    const log = new PacketLog(lab.trace)
    lab.exec('pc', 'curl -s 192.168.1.10:8080')
    const syn = log.take().find(({ label }) => label.startsWith('TCP'))!
    const story = log.story(syn.skb, lab.names, storyOf)!
    const told = story.steps.filter(({ provenance }) => provenance !== null)
    expect(told.map((s) => `${s.title} ${s.detail}: ${words(s.provenance)}`)).toEqual([
      'raw PREROUTING 1 no: -d 172.17.0.2, but it is 192.168.1.10: Docker container web',
      'raw PREROUTING 2 no: -d 10.5.0.2, but it is 192.168.1.10: Docker container db --network shop',
      'nat PREROUTING 1 matches: DOCKER: Docker engine',
      'nat DOCKER 1 no: -i shop0, but it is eth0: Docker network shop',
      'nat DOCKER 2 no: -i docker0, but it is eth0: Docker network bridge',
      'nat DOCKER 3 matches: DNAT --to-destination 172.17.0.2:80: Docker container web -p 8080:80',
      'route 172.17.0.2: dev docker0: Docker network bridge',
      'filter FORWARD 1 matches: DOCKER-USER: Docker engine',
      'filter FORWARD 2 matches: DOCKER-FORWARD: Docker engine',
      'filter DOCKER-FORWARD 1 matches: DOCKER-CT: Docker engine',
      'filter DOCKER-CT 1 no: --ctstate RELATED,ESTABLISHED, but it is state is NEW,DNAT: Docker network bridge',
      'filter DOCKER-CT 2 no: -o shop0, but it is docker0: Docker network shop',
      'filter DOCKER-FORWARD 2 matches: DOCKER-ISOLATION-STAGE-1: Docker engine',
      'filter DOCKER-ISOLATION-STAGE-1 1 no: -i docker0, but it is eth0: Docker network bridge',
      'filter DOCKER-ISOLATION-STAGE-1 2 no: -i shop0, but it is eth0: Docker network shop',
      'filter DOCKER-FORWARD 3 matches: DOCKER-BRIDGE: Docker engine',
      'filter DOCKER-BRIDGE 1 matches: DOCKER: Docker network bridge',
      'filter DOCKER 1 matches: ACCEPT: Docker container web -p 8080:80',
      'nat POSTROUTING 1 no: -s 10.5.0.0/24, but it is 192.168.1.11: Docker network shop',
      'nat POSTROUTING 2 no: -s 172.17.0.0/16, but it is 192.168.1.11: Docker network bridge',
      'route 172.17.0.2: local dev eth0: Docker container web',
    ])
  })

  it('goes by the name a container has', () => {
    lab.exec('host', 'docker rename web shopfront; docker rm -f db')
    const left = [...things(lab), ...rules(lab)].map((line) => line.replace(/.*: /, ''))
    expect([...new Set(left)]).toEqual([
      '-',
      'Docker network bridge',
      'Docker network shop',
      'Docker container shopfront',
      'Docker container shopfront -p 8080:80',
      'Docker engine',
    ])
  })
})

describe('what a cluster makes', () => {
  const lab = fullLab()
  lab.exec('host', 'lab add cluster 2 vxlan')
  lab.exec(
    'host',
    'kubectl run web --image=nginx --labels=app=web; kubectl wait --for=condition=Ready pod/web',
  )
  lab.exec('host', 'kubectl expose pod web --port=80; sleep 1')
  const node = lab.exec('host', 'kubectl get pod web -o jsonpath={.spec.nodeName}').output
  const other = node === 'node1' ? 'control-plane' : 'node1'

  it('says for which pod, node and service', () => {
    const all = things(lab, node).filter((line) => /default\/web|flannel/.test(line))
    expect(all.map((line) => line.replace(/10\.244\.\d\.\d+/g, 'POD'))).toEqual([
      'host link flannel.1: flannel engine',
      'host addr POD/32: flannel engine',
      'host link veth: CNI bridge pod default/web',
      `host route POD/24 via POD dev flannel.1 onlink: flannel node ${other}`,
      'container addr 127.0.0.1/8: CNI loopback pod default/web',
      'container link eth0: CNI bridge pod default/web',
      'container addr POD/24: CNI bridge pod default/web',
      'container route default via POD dev eth0: CNI bridge pod default/web',
      'container route POD/24 dev eth0 proto kernel scope link src POD: CNI bridge pod default/web',
      'container route POD/16 via POD dev eth0: CNI bridge pod default/web',
    ])
    const [there = ''] = lab.exec(other, 'ip -4 -br addr show eth0').output.match(/\d+\.\d+\.\d+\.\d+/) ?? []
    expect(entries(lab, node).map((line) => line.replace(/10\.244\.\d\.0/g, 'NET'))).toEqual([
      `NET dev flannel.1 PERMANENT: flannel node ${other}`,
      `MAC dev flannel.1 dst ${there} self permanent: flannel node ${other}`,
    ])
    const written = rules(lab, other).filter((line) => /kube-proxy service default\/web/.test(line))
    expect(written.map((line) => line.replace(/^(nat KUBE-[A-Z]+).*$/, '$1'))).toEqual([
      'nat KUBE-SERVICES',
      'nat KUBE-SEP',
      'nat KUBE-SEP',
      'nat KUBE-SVC',
      'nat KUBE-SVC',
    ])
  })
})

it('what a swarm gossips of its endpoints is written down for the network, and is in the story of what goes there', () => {
  const lab = fullLab('docker')
  const on = (machine: string, command: string): string => lab.exec(machine, command).output
  on('pc', 'systemctl start docker')
  on('host', 'docker swarm init')
  on('pc', `docker swarm join --token ${on('host', 'docker swarm join-token -q worker').trim()} 192.168.1.10`)
  on(
    'host',
    'docker network create -d overlay --attachable shop; docker run -d --name web --network shop nginx',
  )
  on('pc', 'docker run -d --name shell --network shop busybox sleep 1000; sleep 1')
  const web = on('host', 'docker inspect -f "{{.NetworkSettings.Networks.shop.IPAddress}}" web').trim()
  expect(entries(lab, 'pc')).toContain(`${web} dev vxlan0 PERMANENT: Docker network shop`)
  expect(entries(lab, 'pc')).toContain('MAC dev vxlan0 dst 192.168.1.10 self permanent: Docker network shop')

  const log = new PacketLog(lab.trace)
  on('pc', `docker exec shell ping -c 1 ${web}`)
  const echo = log.take().find(({ label }) => label.startsWith('ICMP'))!
  const { steps } = log.story(echo.skb, lab.names, storyOf)!
  const told = steps.filter((s) => s.title === 'FDB' && s.device === 'vxlan0' && s.provenance)
  expect(new Set(told.map((s) => words(s.provenance)))).toEqual(new Set(['Docker network shop']))

  // Written anew by a person it is a person's.
  const pid = on('pc', 'docker inspect -f "{{.State.Pid}}" shell').trim()
  expect(pid).toMatch(/^\d+$/)
  const hidden = on('pc', 'ls /var/run/docker/netns')
    .split(/\s+/)
    .find((name) => name.startsWith('1-') && !name.includes('ingress'))
  const [mac = ''] =
    on('pc', `nsenter --net=/var/run/docker/netns/${hidden} ip neigh show ${web}`).match(/(..:){5}../) ?? []
  on(
    'pc',
    `nsenter --net=/var/run/docker/netns/${hidden} ip neigh replace ${web} lladdr ${mac} dev vxlan0 nud permanent`,
  )
  expect(entries(lab, 'pc')).not.toContain(`${web} dev vxlan0 PERMANENT: Docker network shop`)
})

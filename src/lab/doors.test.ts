import { expect, it } from 'vitest'
import { fullLab } from './full.ts'
import type { Lab } from './lab.ts'
import { ViewBuilder } from './viewbuilder.ts'

/** `8080 → 172.17.0.2:80 (DOCKER, Docker web)`, one for each door of a machine. */
function doors(lab: Lab, machine = 'host'): string[] {
  lab.runReady()
  const builder = new ViewBuilder(lab)
  builder.update(false)
  const root = builder.view.machines.find(({ name }) => name === machine)!.namespaces[0]!
  return root.doors.map(({ address, port, protocol, to, chain, provenance: made }) => {
    const who = made ? `, ${made.by} ${made.name}` : ''
    const names = chain.replace(/^(CNI-DN)-.*/, '$1')
    return `${address}:${port}/${protocol} → ${to.join(' ')} (${names}${who})`
  })
}

it('published ports are doors as long as their rules are met', () => {
  const lab = fullLab('docker')
  const run = (command: string): string => lab.exec('host', command).output
  run('docker run -d --name web -p 8080:80 -p 127.0.0.1:5353:53/udp nginx')
  expect(doors(lab)).toEqual([
    '127.0.0.1:5353/udp → 172.17.0.2:53 (DOCKER, Docker web)',
    ':8080/tcp → 172.17.0.2:80 (DOCKER, Docker web)',
  ])
  run('iptables -t nat -D PREROUTING -m addrtype --dst-type LOCAL -j DOCKER')
  expect(doors(lab)).toEqual([])
})

it('rules that a person wrote are too; what is for another address is not', () => {
  const lab = fullLab('lan')
  const run = (command: string): string => lab.exec('router', command).output
  run('iptables -t nat -A PREROUTING -i wan0 -p tcp --dport 2222 -j DNAT --to-destination 192.168.1.10:22')
  run(
    'iptables -t nat -A PREROUTING -p tcp -m multiport --dports 80,8000:8010 -j DNAT --to-destination 192.168.1.11',
  )
  run('iptables -t nat -A PREROUTING -p tcp --dport 443 -j REDIRECT --to-ports 8443')
  run('iptables -t nat -A PREROUTING -d 203.0.113.1 -p tcp --dport 25 -j DNAT --to-destination 192.168.1.11')
  run('iptables -t nat -A PREROUTING -d 203.0.113.9 -p tcp --dport 26 -j DNAT --to-destination 192.168.1.11')
  run(
    'iptables -t nat -A PREROUTING -p tcp ! --dport 27 -j ACCEPT; iptables -t nat -A OUTPUT -p tcp --dport 28 -j DNAT --to-destination 192.168.1.11',
  )
  expect(doors(lab, 'router')).toEqual([
    ':2222/tcp → 192.168.1.10:22 (PREROUTING)',
    ':80,8000-8010/tcp → 192.168.1.11:80,8000-8010 (PREROUTING)',
    ':443/tcp → :8443 (PREROUTING)',
    '203.0.113.1:25/tcp → 192.168.1.11:25 (PREROUTING)',
  ])
})

it("a Service's node port is a door on every node, a pod's host port on its own", () => {
  const lab = fullLab()
  lab.exec('host', 'lab add cluster 2')
  lab.exec(
    'host',
    `kubectl apply -f - <<EOF
apiVersion: v1
kind: Pod
metadata: {name: edge, labels: {app: edge}}
spec:
  nodeName: node1
  containers:
  - {name: app, image: nginx, ports: [{containerPort: 80, hostPort: 8080}]}
EOF
kubectl wait --for=condition=Ready pod/edge; kubectl create service nodeport edge --tcp=80 --node-port=30080; sleep 1`,
  )
  const pod = lab.exec('host', 'kubectl get pod edge -o jsonpath={.status.podIP}').output
  const service = `:30080/tcp → ${pod}:80 (KUBE-NODEPORTS, kube-proxy default/edge)`
  expect(doors(lab, 'control-plane')).toEqual([service])
  expect(doors(lab, 'node1')).toEqual([service, `:8080/tcp → ${pod}:80 (CNI-DN, CNI portmap default/edge)`])
})

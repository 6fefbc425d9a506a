import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

function machines() {
  const lab = fullLab('docker')
  const host = (command: string) => lab.exec('host', command).output
  const pc = (command: string) => lab.exec('pc', command).output
  pc('systemctl start docker')
  host('docker swarm init')
  pc(`docker swarm join --token ${host('docker swarm join-token -q worker').trim()} 192.168.1.10`)
  return { host, pc }
}

const TASKS = "--format '{{.Name}} {{.Node}} {{.DesiredState}} {{.Error}}'"

it('spreads over the nodes, is found by its name on all, and moves from a node that is drained', () => {
  const { host, pc } = machines()
  host('docker network create -d overlay --attachable ov')
  host(
    'docker service create -d --name rr --network ov --endpoint-mode dnsrr --replicas 2 busybox sleep 3600',
  )
  host('sleep 2')
  expect(host("docker service ls --format '{{.Name}} {{.Replicas}}'")).toBe('rr 2/2\n')
  expect(host(`docker service ps rr ${TASKS}`)).toBe('rr.1 host Running \nrr.2 pc Running \n')
  expect(pc('docker ps -q | wc -l')).toBe('1\n')
  pc('docker run -d --name shell --network ov busybox sleep 3600; sleep 1')
  expect(pc('docker exec shell nslookup rr | grep -v :53 | grep Address | sort')).toBe(
    'Address: 10.0.1.2\nAddress: 10.0.1.3\n',
  )
  expect(pc('docker exec shell ping -c 1 -q 10.0.1.2 | grep -c " 0% packet loss"')).toBe('1\n')
  host('docker node update --availability drain pc; sleep 14')
  expect(host(`docker service ps rr ${TASKS}`)).toBe(
    'rr.1 host Running \nrr.2 host Running \nrr.2 pc Shutdown \n',
  )
  host('docker service rm rr; sleep 14')
  expect([host('docker ps -aq'), pc("docker ps -a --format '{{.Names}}'")]).toEqual(['', 'shell\n'])
})

it('a task that ended is followed by another after five seconds; what is not there is said', () => {
  const { host } = machines()
  host('docker service create -d --name once --restart-condition none busybox true')
  host('docker service create -d --name lost nosuchimage')
  host('docker service create -d --name web --mode global busybox sleep 3600')
  host('sleep 2; docker rm -f $(docker ps -q --filter name=web.)')
  host('sleep 1')
  expect(host('docker service ps web --format "{{.DesiredState}} {{.Error}}" | sort')).toBe(
    'Ready \nRunning \nShutdown "task: non-zero exit (137)"\n',
  )
  host('sleep 5')
  expect(host("docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'")).toBe(
    'lost replicated 0/1\nonce replicated 0/1\nweb global 2/2\n',
  )
  expect(host('docker service ps once --format "{{.DesiredState}} {{.CurrentState}}"')).toMatch(
    /^Shutdown Complete \d+ seconds ago\n$/,
  )
  expect(host('docker service ps lost --format "{{.Error}}" | head -2 | tail -1')).toBe(
    '"No such image: nosuchimage:la…"\n',
  )
})

it('shows how far it is, and that it has converged', () => {
  const { host } = machines()
  expect(
    host('docker service create --name a --no-resolve-image busybox sleep 3600 | sort | uniq -c | sort -n'),
  ).toMatch(
    /^ {6}1 1\/1: {2}\n {6}1 \w{25}\n {6}1 overall progress: 1 out of 1 tasks\n {6}1 verify: Service \w{25} converged\n(?: +\d+ overall progress: 0 out of 1 tasks\n)(?: {6}5 verify: Waiting \d seconds to verify that tasks are stable\.\.\.\n){5}$/,
  )
})

import { beforeEach, describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

type Run = (command: string) => string

/** Two machines of a swarm; in host's sandboxes as `ingress` and `balancer` of the network ov. */
function machines(): { readonly host: Run; readonly pc: Run; readonly ingress: Run; readonly balancer: Run } {
  const lab = fullLab('docker')
  const host: Run = (command) => lab.exec('host', command).output
  const pc: Run = (command) => lab.exec('pc', command).output
  pc('systemctl start docker')
  host('docker swarm init')
  pc(`docker swarm join --token ${host('docker swarm join-token -q worker').trim()} 192.168.1.10`)
  host('docker network create -d overlay --attachable ov')
  const inside =
    (file: string): Run =>
    (command) =>
      host(`nsenter --net=$(echo /var/run/docker/netns/${file}) ${command}`)
  return { host, pc, ingress: inside('ingress_sbox'), balancer: inside('lb_*') }
}

const TITLE = 'Welcome to nginx!'
const rules = (text: string) => text.split('\n').filter((line) => line.startsWith('-A'))

describe('a service with an address and a port of the mesh', () => {
  let both: ReturnType<typeof machines>

  beforeEach(() => {
    both = machines()
    both.host('docker service create -d --name web --replicas 1 --network ov -p 8080:80 nginx; sleep 3')
  })

  it('is reached at every machine, by name at its address, and shown so', () => {
    const { host, pc } = both
    expect(host("docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}'")).toBe(
      'web 1/1 *:8080->80/tcp\n',
    )
    expect(pc('docker ps -q')).toBe('')
    for (const run of [host, pc])
      for (const at of ['192.168.1.10', '192.168.1.11', '127.0.0.1'])
        expect(run(`curl -s -m 5 ${at}:8080`)).toContain(TITLE)
    const shown = (network: string) =>
      host(`docker network inspect -v ${network} -f '{{json .Services}}'`).replaceAll(/[0-9a-f]{64}/g, 'E')
    expect(shown('ov').replace(/web\.1\.\w{25}/, 'T')).toBe(
      '{"web":{"VIP":"10.0.1.2","Ports":[],"LocalLBIndex":257,"Tasks":[{"Name":"T","EndpointID":"E","EndpointIP":"10.0.1.3","Info":{"Host IP":"192.168.1.10"}}]}}\n',
    )
    expect(shown('ingress')).toContain('"Ports":["Target: 80, Publish: 8080"],"LocalLBIndex":256')
    const vips = host("docker service inspect web -f '{{json .Endpoint.VirtualIPs}}'")
    expect(vips.replace(/"NetworkID":"\w{25}"/g, 'N')).toBe(
      '[{N,"Addr":"10.0.0.4/24"},{N,"Addr":"10.0.1.2/24"}]\n',
    )
    pc('docker run -d --name shell --network ov busybox sleep 3600; sleep 1')
    expect(pc('docker exec shell nslookup web | grep -v :53 | grep Address')).toBe('Address: 10.0.1.2\n')
    expect(pc('docker exec shell nslookup tasks.web | grep -v :53 | grep Address')).toBe(
      'Address: 10.0.1.3\n',
    )
    expect(pc('docker exec shell wget -q -O - web')).toContain(TITLE)
    expect(pc('docker exec shell ping -c 1 -q web | grep -c " 0% packet loss"')).toBe('1\n')
  })

  // As Docker's own description of its rules has them.
  it('is made of rules and of IPVS', () => {
    const { host, ingress, balancer } = both
    expect(rules(host('iptables -t nat -S; iptables -S DOCKER-FORWARD; iptables -S DOCKER-INGRESS'))).toEqual(
      [
        '-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER-INGRESS',
        '-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER',
        '-A OUTPUT -m addrtype --dst-type LOCAL -j DOCKER-INGRESS',
        '-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER',
        '-A POSTROUTING -o docker_gwbridge -m addrtype --src-type LOCAL -j MASQUERADE',
        '-A POSTROUTING -s 172.18.0.0/16 ! -o docker_gwbridge -j MASQUERADE',
        '-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE',
        '-A DOCKER -i docker_gwbridge -j RETURN',
        '-A DOCKER -i docker0 -j RETURN',
        '-A DOCKER-INGRESS -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.18.0.2:8080',
        '-A DOCKER-INGRESS -j RETURN',
        '-A DOCKER-FORWARD -j DOCKER-INGRESS',
        '-A DOCKER-FORWARD -j DOCKER-CT',
        '-A DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1',
        '-A DOCKER-FORWARD -j DOCKER-BRIDGE',
        '-A DOCKER-FORWARD -i docker0 -j ACCEPT',
        '-A DOCKER-FORWARD -i docker_gwbridge -o docker_gwbridge -j DROP',
        '-A DOCKER-FORWARD -i docker_gwbridge ! -o docker_gwbridge -j ACCEPT',
        '-A DOCKER-INGRESS -p tcp -m tcp --dport 8080 -j ACCEPT',
        '-A DOCKER-INGRESS -p tcp -m tcp --sport 8080 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
        '-A DOCKER-INGRESS -j RETURN',
      ],
    )
    expect(rules(ingress('iptables-save -t mangle'))).toEqual([
      '-A PREROUTING -p tcp -m tcp --dport 8080 -j MARK --set-xmark 0x100/0xffffffff',
      '-A INPUT -d 10.0.0.4/32 -j MARK --set-xmark 0x100/0xffffffff',
    ])
    expect(ingress('ipvsadm -S -n')).toBe('-A -f 256 -s rr\n-a -f 256 -r 10.0.0.5:0 -m -w 1\n')
    expect(balancer('ipvsadm -S -n')).toBe('-A -f 257 -s rr\n-a -f 257 -r 10.0.1.3:0 -m -w 1\n')
    expect(balancer('ip -4 -br addr show eth0')).toMatch(/ 10\.0\.1\.4\/24 10\.0\.1\.2\/32 \n$/)
    expect(balancer('iptables -t nat -S POSTROUTING').split('\n').at(-2)).toBe(
      '-A POSTROUTING -d 10.0.1.0/24 -m ipvs --ipvs -j SNAT --to-source 10.0.1.4',
    )
    expect(balancer('sysctl -n net.ipv4.vs.conntrack net.ipv4.vs.expire_nodest_conn')).toBe('1\n1\n')
    expect(host('ss -Hlnt sport = :8080')).toMatch(/^LISTEN 0 {6}4096 +\*:8080 /)
    const pid = host("docker inspect -f '{{.State.Pid}}' $(docker ps -q)").trim()
    expect(rules(host(`nsenter -t ${pid} -n iptables -S`))).toEqual([
      '-A INPUT -d 10.0.0.5/32 -p tcp -m tcp --dport 80 -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT',
      '-A INPUT -d 10.0.0.5/32 -p sctp -j DROP',
      '-A INPUT -d 10.0.0.5/32 -p udp -j DROP',
      '-A INPUT -d 10.0.0.5/32 -p tcp -j DROP',
      '-A OUTPUT -s 10.0.0.5/32 -p tcp -m tcp --sport 80 -m conntrack --ctstate ESTABLISHED -j ACCEPT',
      '-A OUTPUT -s 10.0.0.5/32 -p sctp -j DROP',
      '-A OUTPUT -s 10.0.0.5/32 -p udp -j DROP',
      '-A OUTPUT -s 10.0.0.5/32 -p tcp -j DROP',
    ])
  })

  it('takes its tasks in turn, and none that is about to end', () => {
    const { host, ingress } = both
    host('docker service scale -d web=3; sleep 3')
    expect(ingress('ipvsadm -Ln | grep -c Masq')).toBe('3\n')
    host('for i in 1 2 3 4 5 6; do curl -s -m 5 127.0.0.1:8080 >/dev/null; done')
    expect(ingress("ipvsadm -Ln --stats | awk '/10.0.0/ {print $3}'")).toBe('2\n2\n2\n')
    host('docker service scale -d web=1; sleep 1')
    expect(ingress("ipvsadm -Ln | awk '/Masq/ {print $4}'")).toBe('1\n0\n0\n')
    host('sleep 4')
    expect(ingress('ipvsadm -Ln | grep -c Masq')).toBe('1\n')
  })

  it('leaves nothing when it is removed', () => {
    const { host, pc, ingress } = both
    host('docker service rm web; sleep 5')
    expect(ingress('ipvsadm -S -n') + ingress('iptables -t mangle -S INPUT')).toBe('-P INPUT ACCEPT\n')
    for (const run of [host, pc]) {
      expect(rules(run('iptables -S DOCKER-INGRESS'))).toEqual(['-A DOCKER-INGRESS -j RETURN'])
      expect(run('curl -s -m 5 127.0.0.1:8080; echo $?')).toBe('7\n')
    }
    expect(host('docker network rm ov')).toBe('ov\n')
  })
})

it('ports that clash are refused, those that nobody asked for by number are chosen', () => {
  const { host } = machines()
  const create = (options: string) => host(`docker service create -d ${options} nginx 2>&1 | tail -1`)
  create('--name a -p 8080:80')
  expect(create('--name b -p 8080:80').replace(/\w{25}/, 'ID')).toBe(
    "Error response from daemon: rpc error: code = InvalidArgument desc = port '8080' is already in use by service 'a' (ID) as an ingress port\n",
  )
  expect(create('--name b --endpoint-mode dnsrr -p 7070:80')).toBe(
    "Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode\n",
  )
  create('--name b -p 80')
  create('--name c')
  expect(host("docker service ls --format '{{.Name}} {{.Ports}}'")).toBe(
    'a *:8080->80/tcp\nb *:30000->80/tcp\nc \n',
  )
  expect(host("docker service inspect c -f '{{json .Endpoint}}'")).toBe('{"Spec":{}}\n')
})

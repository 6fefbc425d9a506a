import { describe, expect, it } from 'vitest'
import { DockerBench } from './testbench.ts'

// What Docker 28.5.2 left in the tables, recorded; counters and comments aside.
const FILTER_AT_FIRST = `-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N DOCKER
-N DOCKER-BRIDGE
-N DOCKER-CT
-N DOCKER-FORWARD
-N DOCKER-ISOLATION-STAGE-1
-N DOCKER-ISOLATION-STAGE-2
-N DOCKER-USER
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-FORWARD
-A DOCKER ! -i docker0 -o docker0 -j DROP
-A DOCKER-BRIDGE -o docker0 -j DOCKER
-A DOCKER-CT -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -j DOCKER-CT
-A DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1
-A DOCKER-FORWARD -j DOCKER-BRIDGE
-A DOCKER-FORWARD -i docker0 -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
`

const NAT_AT_FIRST = `-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-N DOCKER
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A DOCKER -i docker0 -j RETURN
`

const WEB = {
  exposedPorts: ['80/tcp', '81/udp'],
  portBindings: {
    '80/tcp': [{ HostIp: '', HostPort: '8080' }],
    '81/udp': [{ HostIp: '127.0.0.1', HostPort: '9000' }],
  },
}

describe('a daemon that starts', () => {
  it('makes docker0, its chains, and forwards', () => {
    const bench = new DockerBench()
    expect(bench.failure).toBe(null)
    expect(bench.sh('iptables -S')).toBe(FILTER_AT_FIRST)
    expect(bench.sh('iptables -t nat -S')).toBe(NAT_AT_FIRST)
    expect(bench.sh('ip -br -4 a show docker0')).toBe('docker0          DOWN           172.17.0.1/16 \n')
    expect(bench.sh('sysctl net.ipv4.ip_forward')).toBe('net.ipv4.ip_forward = 1\n')
    expect(bench.sh('ip6tables -S FORWARD')).toBe(
      '-P FORWARD ACCEPT\n-A FORWARD -j DOCKER-USER\n-A FORWARD -j DOCKER-FORWARD\n',
    )
  })

  it('starts again over what it left', () => {
    const bench = new DockerBench()
    bench.network('appnet', { Options: { 'com.docker.network.bridge.name': 'br-app' } })
    bench.stop()
    bench.start()
    expect(bench.sh('iptables -t nat -S DOCKER')).toBe(
      '-N DOCKER\n-A DOCKER -i docker0 -j RETURN\n-A DOCKER -i br-app -j RETURN\n',
    )
    expect(bench.sh('iptables -S DOCKER')).toBe(
      '-N DOCKER\n-A DOCKER ! -i br-app -o br-app -j DROP\n-A DOCKER ! -i docker0 -o docker0 -j DROP\n',
    )
    expect(bench.run('app', { networkMode: 'appnet' })).toBe('')
    expect(bench.inside('app', 'ip -br -4 a show eth0')).toMatch(/^eth0@if\d+ +UP +172\.18\.0\.2\/16 \n$/)
  })

  it('is told another address, or does not start', () => {
    const bench = new DockerBench({ bip: '10.200.0.1/24' })
    expect(bench.sh('ip -br -4 a show docker0')).toBe('docker0          DOWN           10.200.0.1/24 \n')
    bench.stop()
    bench.start({ bip: 'nonsense' })
    expect(bench.failure).toBe('invalid CIDR address: nonsense')
  })
})

describe('a container that publishes ports', () => {
  it('has its rules, its proxies and its way out, and leaves nothing', () => {
    const bench = new DockerBench()
    expect(bench.run('web', WEB)).toBe('')
    expect(bench.sh('iptables -t raw -S PREROUTING')).toBe(`-P PREROUTING ACCEPT
-A PREROUTING -d 172.17.0.2/32 ! -i docker0 -j DROP
-A PREROUTING -d 127.0.0.1/32 ! -i lo -p udp -m udp --dport 9000 -j DROP
`)
    expect(bench.sh('iptables -S DOCKER')).toBe(`-N DOCKER
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p udp -m udp --dport 81 -j ACCEPT
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER ! -i docker0 -o docker0 -j DROP
`)
    expect(bench.sh('iptables -t nat -S DOCKER')).toBe(`-N DOCKER
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
-A DOCKER -d 127.0.0.1/32 ! -i docker0 -p udp -m udp --dport 9000 -j DNAT --to-destination 172.17.0.2:81
`)
    const proxy = '/usr/sbin/docker-proxy -proto'
    const to = '-container-ip 172.17.0.2 -container-port'
    expect(bench.sh('ps -eo args | grep [d]ocker-proxy')).toBe(
      `${proxy} tcp -host-ip 0.0.0.0 -host-port 8080 ${to} 80 -use-listen-fd
${proxy} tcp -host-ip :: -host-port 8080 ${to} 80 -use-listen-fd
${proxy} udp -host-ip 127.0.0.1 -host-port 9000 ${to} 81 -use-listen-fd
`,
    )
    expect(bench.inside('web', 'ip route')).toBe(
      'default via 172.17.0.1 dev eth0 \n172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2 \n',
    )
    expect(bench.inside('web', 'ping -qc 1 8.8.8.8')).toContain('1 received')
    bench.kill('web')
    expect(bench.sh('iptables -S')).toBe(FILTER_AT_FIRST)
    expect(bench.sh('iptables -t nat -S')).toBe(NAT_AT_FIRST)
    expect(bench.sh('iptables -t raw -S')).toBe('-P PREROUTING ACCEPT\n-P OUTPUT ACCEPT\n')
    expect(bench.sh('ss -Hltnu; ls /run/docker/netns; ip -br link | wc -l')).toBe('3\n')
  })

  it('is reached by DNAT from others and by the proxy from 127.0.0.1', () => {
    const bench = new DockerBench()
    bench.run('web', WEB)
    bench.inside('web', 'nc -lk 80 >/dev/null &')
    expect(bench.sh('echo hello | nc -N -w 1 127.0.0.1 8080; echo $?')).toBe('0\n')
    expect(bench.sh('echo hello | nc -N -w 1 192.168.1.10 8080; echo $?', 'pc')).toBe('0\n')
    expect(bench.sh('iptables -t nat -nvL DOCKER | grep -c "    1    60 DNAT"')).toBe('1\n')
  })

  it('cannot have what another has', () => {
    const bench = new DockerBench()
    bench.run('web', WEB)
    expect(bench.run('web2', WEB)).toMatch(
      /^failed to set up container networking: driver failed programming external connectivity on endpoint web2 \([0-9a-f]{64}\): Bind for 0\.0\.0\.0:8080 failed: port is already allocated$/,
    )
    bench.sh('nc -lk 3000 >/dev/null &')
    const taken = { portBindings: { '80/tcp': [{ HostIp: '', HostPort: '3000' }] } }
    expect(bench.run('web3', taken)).toContain(
      'failed to bind host port for 0.0.0.0:3000:172.17.0.3:80/tcp: address already in use',
    )
    expect(bench.sh('ip -br link | grep -c veth; iptables -S DOCKER | wc -l')).toBe('1\n4\n')
  })
})

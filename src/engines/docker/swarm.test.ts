import { beforeEach, describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

/** Two machines with Docker; host is the manager. */
function machines() {
  const lab = fullLab('docker')
  const on = (machine: string) => (command: string) => lab.exec(machine, command)
  const host = on('host')
  const pc = on('pc')
  pc('systemctl start docker')
  host('docker swarm init')
  const token = host('docker swarm join-token -q worker').output.trim()
  const join = (options = '') => pc(`docker swarm join ${options} --token ${token} 192.168.1.10:2377`)
  return { lab, host, pc, token, join }
}

const DIAL = 'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: '

describe('joining a swarm', () => {
  it('is a connection to the manager', () => {
    const { host, pc, join } = machines()
    expect(join()).toEqual({ output: 'This node joined a swarm as a worker.\n', status: 0 })
    expect(host("docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'").output).toBe(
      'host Ready Leader\npc Ready \n',
    )
    expect(host('ss -tn | grep -c 2377').output).toBe('1\n')
    expect(pc('docker node ls').output).toBe(
      "Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.\n",
    )
  })

  it('fails in time when the manager cannot be reached', () => {
    const { lab, host, pc, join, token } = machines()
    const timed = (run: () => { output: string; status: number }) => {
      const before = lab.now
      return { ...run(), seconds: Math.round((lab.now - before) / 1e9) }
    }
    expect(timed(() => pc(`docker swarm join --token ${token} 192.168.1.10:2378`))).toEqual({
      output: `Error response from daemon: ${DIAL}dial tcp 192.168.1.10:2378: connect: connection refused"\n`,
      status: 1,
      seconds: 10,
    })
    expect(timed(() => pc(`docker swarm join --token ${token.slice(0, -2)}00 192.168.1.10`))).toEqual({
      output:
        'Error response from daemon: rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster\n',
      status: 1,
      seconds: 10,
    })
    host('iptables -I INPUT -p tcp --dport 2377 -j DROP')
    expect(timed(join)).toMatchObject({
      output: expect.stringMatching(/daemon: Timeout was reached before node joined\. The attempt/) as string,
      seconds: 20,
    })
    expect(pc("docker info --format '{{.Swarm.LocalNodeState}}' 2>&1").output).toBe('pending\n')
    host('iptables -D INPUT 1')
    pc('sleep 20')
    expect(pc("docker info --format '{{.Swarm.LocalNodeState}}' 2>&1").output).toBe('active\n')
  })

  it('a node that falls silent is down after three heartbeats, and can be removed', () => {
    const { host, pc, join } = machines()
    join()
    pc('docker swarm leave')
    expect(host("docker node ls --format '{{.Status}}'").output).toBe('Ready\nReady\n')
    expect(host('docker node rm pc').output).toMatch(/node \w{25} is not down and can't be removed\n$/)
    host('sleep 16')
    expect(host("docker node ls --format '{{.Status}}'").output).toBe('Ready\nDown\n')
    expect(host('docker node rm pc')).toEqual({ output: 'pc\n', status: 0 })
  })
})

describe('an overlay network over two machines', () => {
  let both: ReturnType<typeof machines>

  beforeEach(() => {
    const made = machines()
    both = made
    made.join()
    made.host('docker network create -d overlay --attachable ov')
    made.host('docker run -d --name c1 --network ov busybox sleep 3600')
    made.pc('docker run -d --name c2 --network ov busybox sleep 3600')
    made.host('sleep 1')
  })

  it('carries packets in VXLAN, to where each address is written down to live', () => {
    const { host, pc } = both
    const dump = 'tcpdump -nn -l -c 1 -i eth0 udp port 4789 >/tmp/seen 2>/dev/null'
    const ping = 'docker exec c1 ping -c 1 -q c2 | grep transmitted'
    expect(host(`${dump} & sleep 1; ${ping}; sleep 1`).output).toContain(
      '1 packets transmitted, 1 packets received, 0% packet loss\n',
    )
    expect(host('cat /tmp/seen').output).toMatch(
      /IP 192\.168\.1\.10\.\d+ > 192\.168\.1\.11\.4789: VXLAN, flags \[I\] \(0x08\), vni 4097\nIP 10\.0\.1\.2 > 10\.0\.1\.4: ICMP echo request/,
    )
    const inside = (command: string) =>
      pc(
        `id=$(docker network inspect -f '{{.Id}}' ov); nsenter --net=/var/run/docker/netns/1-\${id:0:10} ${command}`,
      )
    expect(inside('ip -br link').output.replace(/[0-9a-f]{2}(:[0-9a-f]{2}){5}/g, 'MAC')).toBe(
      'lo               UNKNOWN        MAC <LOOPBACK,UP,LOWER_UP> \n' +
        'br0              UP             MAC <BROADCAST,MULTICAST,UP,LOWER_UP> \n' +
        'vxlan0@if10      UNKNOWN        MAC <BROADCAST,MULTICAST,UP,LOWER_UP> \n' +
        'veth0@if11       UP             MAC <BROADCAST,MULTICAST,UP,LOWER_UP> \n' +
        'veth1@if13       UP             MAC <BROADCAST,MULTICAST,UP,LOWER_UP> \n',
    )
    expect(inside('ip neigh').output.split('\n').toSorted().join('\n')).toBe(
      '\n10.0.1.2 dev vxlan0 lladdr 02:42:0a:00:01:02 PERMANENT \n10.0.1.3 dev vxlan0 lladdr 02:42:0a:00:01:03 PERMANENT ',
    )
    expect(inside('bridge fdb show dev vxlan0 | grep 01:02.*dst').output).toBe(
      '02:42:0a:00:01:02 dst 192.168.1.10 link-netnsid 0 self permanent\n',
    )
  })

  it('names are known on both, and gone with their container', () => {
    const { host, pc } = both
    expect(pc('docker exec c2 nslookup c1.ov | grep Address:').output).toBe(
      'Address:\t127.0.0.11:53\nAddress: 10.0.1.2\n',
    )
    host('docker rm -f c1; sleep 1')
    expect(pc('docker exec c2 ping -c 1 c1').output).toBe("ping: bad address 'c1'\n")
    expect(pc('docker network inspect -f "{{len .Peers}}" ov').output).toBe('1\n')
    expect(host('docker network inspect -f "{{json .Containers}}" ov').output).toBe('null\n')
  })

  it('a firewall at 4789 stops data and not control', () => {
    const { host, pc } = both
    host('iptables -I INPUT -p udp --dport 4789 -j DROP')
    expect(host('docker exec c1 ping -c 1 -W 1 -q c2 | grep transmitted').output).toBe(
      '1 packets transmitted, 0 packets received, 100% packet loss\n',
    )
    expect(pc('docker run -d --name c3 --network ov busybox sleep 3600').output).toMatch(/^[0-9a-f]{64}\n$/)
    expect(host("docker node ls --format '{{.Status}}'").output).toBe('Ready\nReady\n')
  })

  it('a firewall at 7946 keeps names and addresses of new containers from the other machine', () => {
    const { host, pc } = both
    host('iptables -I INPUT -p udp --dport 7946 -j DROP; iptables -I INPUT -p tcp --dport 7946 -j DROP')
    pc('docker run -d --name late --network ov busybox sleep 3600; sleep 2')
    expect(host('docker exec c1 ping -c 1 -W 1 late').output).toBe("ping: bad address 'late'\n")
    expect(host('docker exec c1 ping -c 1 -q c2 | grep -c " 0% packet loss"').output).toBe('1\n')
    host('iptables -D INPUT 1; iptables -D INPUT 1; sleep 31')
    expect(host('docker exec c1 ping -c 1 -q late | grep -c " 0% packet loss"').output).toBe('1\n')
  })

  it('a daemon that starts again finds its swarm, and its containers their network', () => {
    const { host, pc } = both
    host('systemctl restart docker; sleep 1')
    pc('systemctl restart docker; sleep 6')
    expect(host("docker node ls --format '{{.Hostname}} {{.Status}}'").output).toBe('host Ready\npc Ready\n')
    host('docker start c1')
    pc('docker start c2')
    host('sleep 1')
    expect(host('docker exec c1 ping -c 1 -q c2 | grep -c " 0% packet loss"').output).toBe('1\n')
  })
})

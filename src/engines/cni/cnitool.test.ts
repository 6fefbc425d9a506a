import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

const LIST = JSON.stringify({
  cniVersion: '0.4.0',
  name: 'my',
  plugins: [
    {
      type: 'bridge',
      bridge: 'cni0',
      isGateway: true,
      ipam: { type: 'host-local', subnet: '10.1.0.0/24', routes: [{ dst: '0.0.0.0/0' }] },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
})
const PORTS = `CAP_ARGS='{"portMappings":[{"hostPort":8080,"containerPort":80,"protocol":"tcp"}]}'`

function labWithNetwork() {
  const lab = fullLab()
  lab.exec('host', 'mkdir -p /etc/cni/net.d; ip netns add c1; export CNI_PATH=/opt/cni/bin')
  lab.exec('host', `cat > /etc/cni/net.d/10.conflist <<'EOF'\n${LIST}\nEOF`)
  return lab
}

it('calls the plugins of a list one after the other, and back', () => {
  const lab = labWithNetwork()
  expect(lab.exec('host', `${PORTS} cnitool add my /var/run/netns/c1`).status).toBe(0)
  expect(lab.exec('host', 'ip -n c1 -br -4 addr show eth0').output).toContain('10.1.0.2/24')
  expect(lab.exec('host', 'iptables-save -t nat | grep -c "to-destination 10.1.0.2:80"').output).toBe('1\n')
  expect(lab.exec('host', 'cnitool check my /var/run/netns/c1')).toEqual({ output: '', status: 0 })
  expect(lab.exec('host', `${PORTS} cnitool del my /var/run/netns/c1`)).toEqual({ output: '', status: 0 })
  expect(lab.exec('host', 'iptables-save -t nat | grep -c DNAT.*10.1.0.2').output).toBe('0\n')
  expect(lab.exec('host', 'ls /var/lib/cni/networks/my').output).toBe('last_reserved_ip.0\nlock\n')
})

it('keeps what it was called with and what came of it, as libcni writes it', () => {
  const lab = labWithNetwork()
  lab.exec('host', `CNI_ARGS='IgnoreUnknown=1;K8S_POD_NAME=z' ${PORTS} cnitool add my /var/run/netns/c1`)
  const text = lab.exec('host', 'cat /var/lib/cni/results/my-*').output
  const kept = JSON.parse(text) as { config: string; result: object }
  expect(Object.keys(kept)).toEqual(
    'kind containerId config ifName networkName netns cniArgs capabilityArgs result'.split(' '),
  )
  expect(JSON.parse(atob(kept.config))).toEqual(JSON.parse(LIST))
  expect(kept).toMatchObject({
    cniArgs: [
      ['IgnoreUnknown', '1'],
      ['K8S_POD_NAME', 'z'],
    ],
  })
  expect(Object.keys(kept.result)).toEqual(['cniVersion', 'dns', 'interfaces', 'ips', 'routes'])
})

it('says what is missing or wrong', () => {
  const lab = labWithNetwork()
  expect(lab.exec('host', 'cnitool add nope /var/run/netns/c1')).toEqual({
    output: 'no net configuration with name "nope" in /etc/cni/net.d\n',
    status: 1,
  })
  lab.exec('host', 'cnitool add my /var/run/netns/c1')
  expect(lab.exec('host', 'cnitool add my /var/run/netns/c1')).toEqual({
    output: 'plugin type="bridge" failed (add): container veth name provided (eth0) already exists\n',
    status: 1,
  })
})

it('clears away what is kept of a network', () => {
  const lab = labWithNetwork()
  lab.exec('host', `${PORTS} cnitool add my /var/run/netns/c1`)
  expect(lab.exec('host', 'cnitool status my /var/run/netns/c1')).toEqual({ output: '', status: 0 })
  expect(lab.exec('host', 'cnitool gc my /var/run/netns/c1')).toEqual({ output: '', status: 0 })
  expect(lab.exec('host', 'ip -n c1 -br link show eth0').status).toBe(1)
  expect(lab.exec('host', 'iptables-save -t nat | grep -c DNAT.*10.1.0.2').output).toBe('0\n')
  expect(lab.exec('host', 'ls /var/lib/cni/results')).toEqual({ output: '', status: 0 })
})

it('asks plugins for what they do not know only when the network says 1.1.0', () => {
  const lab = labWithNetwork()
  lab.exec('host', 'mkdir -p /var/lib/cni/results; sed -i s/0.4.0/1.1.0/ /etc/cni/net.d/10.conflist')
  expect(lab.exec('host', 'cnitool status my /var/run/netns/c1')).toEqual({
    output: 'missing containerID\n',
    status: 1,
  })
  expect(lab.exec('host', 'cnitool gc my /var/run/netns/c1')).toEqual({
    output:
      'failed to GC plugin bridge: missing containerID\nfailed to GC plugin portmap: missing containerID\n',
    status: 1,
  })
  expect(lab.exec('host', 'CNI_ARGS="A=b;c" cnitool add my /var/run/netns/c1').output).toBe(
    'invalid CNI_ARGS pair "c"\n',
  )
})

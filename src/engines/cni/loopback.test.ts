import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

const ENV = 'CNI_CONTAINERID=c1 CNI_NETNS=/var/run/netns/c1 CNI_IFNAME=lo CNI_PATH=/opt/cni/bin'
const CONF = '{ "cniVersion": "0.4.0", "name": "lo", "type": "loopback" }'

function call(environment: string, config: string) {
  const lab = fullLab()
  lab.exec('host', 'ip netns add c1')
  return lab.exec('host', `env ${environment} /opt/cni/bin/loopback <<'EOF'\n${config}\nEOF`)
}

function error(code: number, msg: string, details?: string) {
  const body = details === undefined ? { code, msg } : { code, msg, details }
  return { output: JSON.stringify(body, null, 4), status: 1 }
}

describe('the loopback plugin of CNI', () => {
  it('brings lo up, checks it and takes it down', () => {
    const lab = fullLab()
    lab.exec('host', 'ip netns add c1')
    const run = (command: string) =>
      lab.exec('host', `CNI_COMMAND=${command} ${ENV} /opt/cni/bin/loopback <<< '${CONF}'`)
    expect(run('CHECK')).toEqual(error(999, 'loopback interface is down'))
    expect(JSON.parse(run('ADD').output)).toEqual({
      cniVersion: '0.4.0',
      interfaces: [{ name: 'lo', mac: '00:00:00:00:00:00', sandbox: '/var/run/netns/c1' }],
      ips: [
        { interface: 0, address: '127.0.0.1/8' },
        { interface: 0, address: '::1/128' },
      ],
      dns: {},
    })
    expect(run('CHECK')).toEqual({ output: '', status: 0 })
    expect(lab.exec('host', 'ip -n c1 -br link').output).toContain('lo               UNKNOWN')
    expect(run('DEL')).toEqual({ output: '', status: 0 })
    expect(lab.exec('host', 'ip -n c1 -br link').output).toContain('lo               DOWN')
  })

  it('refuses in the words of the real one (recorded)', () => {
    expect(call('CNI_COMMAND=ADD', CONF)).toEqual(
      error(4, 'required env variables [CNI_CONTAINERID,CNI_NETNS,CNI_IFNAME,CNI_PATH] missing'),
    )
    expect(call(`CNI_COMMAND=FOO ${ENV}`, CONF)).toEqual(error(4, 'unknown CNI_COMMAND: FOO'))
    const path = 'CNI_PATH=/opt/cni/bin'
    expect(call(`CNI_COMMAND=GC ${path}`, CONF)).toEqual(error(3, 'missing containerID'))
    expect(call(`CNI_COMMAND=STATUS CNI_CONTAINERID=c1 ${path}`, CONF)).toEqual(
      error(4, 'interface name is empty'),
    )
    expect(call(`CNI_COMMAND=ADD ${ENV}`, '')).toEqual(
      error(6, 'error unmarshall network config: unexpected end of JSON input'),
    )
    expect(call(`CNI_COMMAND=ADD ${ENV}`, '{ x')).toEqual(
      error(
        6,
        "error unmarshall network config: invalid character 'x' looking for beginning of object key string",
      ),
    )
    expect(call(`CNI_COMMAND=ADD ${ENV}`, '{ "type": "loopback" }')).toEqual(error(7, 'missing network name'))
    expect(call(`CNI_COMMAND=ADD ${ENV}`, '{ "cniVersion": "9.4.0", "name": "lo" }')).toEqual(
      error(
        1,
        'incompatible CNI versions',
        'config is "9.4.0", plugin supports ["0.1.0" "0.2.0" "0.3.0" "0.3.1" "0.4.0" "1.0.0"]',
      ),
    )
    expect(call(`CNI_COMMAND=ADD ${ENV.replace('netns/c1', 'netns/zz')}`, CONF)).toEqual(
      error(999, 'failed to Statfs "/var/run/netns/zz": no such file or directory'),
    )
    expect(call(`CNI_COMMAND=DEL ${ENV.replace('netns/c1', 'netns/zz')}`, CONF)).toEqual({
      output: '',
      status: 0,
    })
  })
})

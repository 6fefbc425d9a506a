import { describe, expect, it } from 'vitest'
import { SECOND } from '../sim/clock.ts'
import { fullLab } from './full.ts'

describe('commands on host', () => {
  it('share one shell', () => {
    const lab = fullLab()
    expect(lab.exec('host', 'x=1; f() { echo f $x; }')).toEqual({ output: '', status: 0 })
    expect(lab.exec('host', 'f; false')).toEqual({ output: 'f 1\n', status: 1 })
    expect(lab.exec('host', 'echo $?; cd /tmp')).toEqual({ output: '1\n', status: 0 })
    expect(lab.exec('host', 'pwd')).toEqual({ output: '/tmp\n', status: 0 })
  })

  it('outlive an exit', () => {
    const lab = fullLab()
    expect(lab.exec('host', 'echo a; exit 3; echo b')).toEqual({ output: 'a\n', status: 3 })
    expect(lab.exec('host', 'echo c')).toEqual({ output: 'c\n', status: 0 })
  })

  it('have an empty input, and errors among the output', () => {
    const lab = fullLab()
    expect(lab.exec('host', 'cat; echo out; nosuch')).toEqual({
      output: 'out\nbash: nosuch: command not found\n',
      status: 127,
    })
  })

  it('leave jobs behind, whose output comes with what is printed next', () => {
    const lab = fullLab()
    expect(lab.exec('host', '(sleep 1; echo late) &').output).toBe('')
    expect(lab.exec('host', 'sleep 2; echo after').output).toBe('late\nafter\n')
  })
})

describe('commands on another machine', () => {
  it('have a bash of their own each', () => {
    const lab = fullLab('lan')
    expect(lab.exec('pc', 'x=1; hostname')).toEqual({ output: 'pc\n', status: 0 })
    expect(lab.exec('pc', 'echo "[$x]"; exit 4')).toEqual({ output: '[]\n', status: 4 })
  })

  it('that is not there', () => {
    expect(fullLab().exec('pc', 'ls')).toEqual({
      output: 'vethlab: there is no machine named pc\n',
      status: 127,
    })
  })
})

describe('every command ends', () => {
  it('one that is interrupted says goodbye', () => {
    const lab = fullLab()
    lab.exec('host', 'ip link set lo up')
    const { output, status } = lab.exec('host', 'ping 127.0.0.1', 3.2 * SECOND)
    expect(output).toContain('4 packets transmitted, 4 received, 0% packet loss, time 3')
    expect(status).toBe(0)
  })

  it('one that would go on for ever is interrupted after ten minutes', () => {
    const lab = fullLab()
    lab.exec('host', 'ip link set lo up')
    const { output } = lab.exec('host', 'ping -i 60 127.0.0.1')
    expect(output).toContain('10 packets transmitted, 10 received')
  })

  it('one that waits for nothing at all is killed, and the next finds a shell', () => {
    const lab = fullLab()
    expect(lab.exec('host', 'trap "" INT; while :; do sleep 1; done').status).toBe(130)
    expect(lab.exec('host', 'echo here')).toEqual({ output: 'here\n', status: 0 })
  })

  it('one that never waits', () => {
    const lab = fullLab()
    expect(lab.exec('host', 'while :; do :; done').status).toBe(130)
    expect(lab.exec('host', 'echo here')).toEqual({ output: 'here\n', status: 0 })
  })
})

describe('world lan', () => {
  it('is as on real Linux', () => {
    const lab = fullLab('lan')
    expect([...lab.nodes.keys()]).toEqual(['host', 'pc', 'router', 'internet'])
    expect(lab.exec('host', 'ip -br addr | cut -c1-48').output).toBe(
      'lo               UNKNOWN        127.0.0.1/8 ::1/\n' +
        'eth0@if2         UP             192.168.1.10/24 \n',
    )
    expect(lab.exec('host', 'ip route; cat /etc/resolv.conf; ip neigh').output).toBe(
      'default via 192.168.1.1 dev eth0 \n' +
        '192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 \n' +
        'nameserver 8.8.8.8\n',
    )
    expect(lab.exec('router', 'ip -4 -br addr').output).toBe(
      'lo               UNKNOWN        127.0.0.1/8 \n' +
        'wan0@if2         UP             203.0.113.1/24 \n' +
        'lan0             UP             192.168.1.1/24 \n',
    )
    expect(lab.exec('pc', 'ping -c 1 203.0.113.80').output).toContain('1 received')
  })
})

it('the same commands make the same lab', () => {
  const run = (): string => {
    const lab = fullLab('lan')
    return ['ip link', 'ping -c 3 8.8.8.8', 'ip -s link', 'ip neigh']
      .map((c) => lab.exec('host', c).output)
      .join('')
  }
  expect(run()).toBe(run())
})

// Expected values are recorded from Debian's busybox-static 1.35.
import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'
import { humanReadable } from './human.ts'

function run(...lines: readonly string[]) {
  const lab = fullLab()
  let last = { output: '', status: 0 }
  for (const line of lines) {
    const { output, status } = lab.exec('host', line)
    last = { output, status }
  }
  return last
}

it('du counts blocks, or octets with -b, and has a decimal in every size', () => {
  const tree = ['mkdir -p /t/s', "printf '%05000d' 0 > /t/f", 'printf x > /t/s/g', 'cd /']
  expect(run(...tree, 'busybox du -a t').output).toBe('8\tt/f\n4\tt/s/g\n8\tt/s\n20\tt\n')
  expect(run(...tree, 'busybox du -hc t').output).toBe('8.0K\tt/s\n20.0K\tt\n20.0K\ttotal\n')
  expect(run(...tree, 'busybox du -s -m t nosuch')).toEqual({
    output: '1\tt\ndu: nosuch: No such file or directory\n',
    status: 1,
  })
  expect([1023, 1024, 1536, 1024 ** 2 - 1].map(humanReadable)).toEqual(['1023', '1.0K', '1.5K', '1024.0K'])
})

it('arping asks from eth0 and counts in its own way', () => {
  const pair = [
    'ip netns add p',
    'ip link add eth0 type veth peer name v netns p',
    'ip addr add 10.0.0.1/24 dev eth0; ip link set eth0 up',
    'ip -n p addr add 10.0.0.2/24 dev v; ip -n p link set v address 02:ab:00:00:00:0f up',
    'sleep 1',
  ]
  const told = (words: string) => {
    const { output, status } = run(...pair, `busybox arping ${words}`)
    return { output: output.replace(/\d+\.\d{3}ms/g, 'T'), status }
  }
  const head = 'ARPING 10.0.0.2 from 10.0.0.1 eth0\n'
  const reply = 'Unicast reply from 10.0.0.2 [02:ab:00:00:00:0f] T\n'
  const totals = (sent: number, broadcasts: number, received: number): string =>
    `Sent ${sent} probe(s) (${broadcasts} broadcast(s))\nReceived ${received} response(s) (0 request(s), 0 broadcast(s))\n`
  expect(told('-c 1 10.0.0.2')).toEqual({ output: head + reply + totals(1, 0, 1), status: 0 })
  expect(told('-w 2 10.0.0.2')).toEqual({
    output: head + reply + reply + reply + totals(3, 1, 3),
    status: 0,
  })
  expect(told('-D -w 1 10.0.0.2').status).toBe(1)
  expect(told('-w 1 10.0.0.9')).toEqual({
    output: 'ARPING 10.0.0.9 from 10.0.0.1 eth0\n' + totals(2, 2, 0),
    status: 1,
  })
  expect(told('-I nope 10.0.0.2')).toEqual({
    output: 'arping: interface nope not found: No such device\n',
    status: 2,
  })
  expect(told('-I lo 10.0.0.2').output).toBe('arping: interface lo is down\n')
  expect(told('-s bad 10.0.0.2').output).toBe('arping: invalid source address bad\n')
})

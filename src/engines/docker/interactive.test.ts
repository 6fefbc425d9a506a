import { expect, test } from 'vitest'
import { SECOND } from '../../sim/clock.ts'
import { fullLab } from '../../lab/full.ts'

/** A person at a terminal of the machine. */
function terminal() {
  const lab = fullLab('docker')
  let shown = ''
  const window = lab.openTerminal(
    'host',
    null,
    { columns: 80, rows: 24 },
    {
      output: (data) => (shown += data),
      command() {},
      prompt() {},
      ended() {},
    },
  )
  const type = (keys: string, seconds = 2) => {
    shown = ''
    window?.input(keys)
    const until = lab.clock.now + seconds * SECOND
    for (;;) {
      lab.runReady()
      if (lab.clock.next > until) break
      lab.clock.step()
    }
    lab.clock.advanceTo(until)
    return shown.replace(/\x1b\[[?0-9;]*[A-Za-z]|\r(?!\n)/g, '')
  }
  type('')
  return type
}

test('a shell in a container is used as one on the machine', () => {
  const type = terminal()
  expect(type('docker run -it --rm --hostname box busybox\r')).toMatch(/\/ # $/)
  expect(type('hostname\r')).toBe('hostname\r\nbox\r\n/ # ')
  expect(type('sleep 100\r')).toBe('sleep 100\r\n')
  expect(type('\x03')).toBe('^C\r\n/ # ')
  expect(type('exit 3\r')).toMatch(/^exit 3\r\n[^]*# $/)
  expect(type('echo $?; docker ps -aq\r')).toMatch(/\r\n3\r\n[^]*# $/)
})

test('the detach keys leave a container running', () => {
  const type = terminal()
  type('docker run -it --name c1 busybox\r')
  expect(type('\x10\x11')).toMatch(/# $/)
  expect(type("docker ps --format '{{.Names}} {{.State}}'\r")).toContain('c1 running')
  expect(type('docker attach c1\r')).toBe('docker attach c1\r\n')
  expect(type('echo hi\r')).toContain('hi\r\n/ # ')
})

test('Ctrl-C reaches a container without a terminal of its own', () => {
  const type = terminal()
  type('docker run --rm busybox ping 172.17.0.1\r')
  expect(type('\x03')).toContain('ping statistics')
})

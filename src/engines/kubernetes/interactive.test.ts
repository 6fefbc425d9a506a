import { expect, test } from 'vitest'
import { fullLab } from '../../lab/full.ts'
import { SECOND } from '../../sim/clock.ts'

/** A person at a terminal of the machine beside a cluster of one. */
function terminal() {
  const lab = fullLab()
  lab.exec('host', 'lab add cluster 1')
  let shown = ''
  const window = lab.openTerminal(
    'host',
    null,
    { columns: 100, rows: 30 },
    {
      output: (data) => (shown += data),
      command() {},
      prompt() {},
      ended() {},
    },
  )
  return (keys: string, seconds = 2) => {
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
}

test('a shell in a pod is used as one on the machine', () => {
  const type = terminal()
  type('')
  expect(type('kubectl run tmp --rm -it --image=busybox -- sh\r')).toMatch(
    /All commands and output from this session will be recorded[^]*\r\nIf you don't see a command prompt, try pressing enter\.[^]*\r\n(?:\/ # )+$/,
  )
  expect(type('hostname\r')).toBe('hostname\r\ntmp\r\n/ # ')
  expect(type('sleep 100\r')).toBe('sleep 100\r\n')
  expect(type('\x03')).toBe('^C\r\n/ # ')
  expect(type('exit\r', 40)).toMatch(
    /^exit\r\n[^]*Session ended, resume using 'kubectl attach tmp -c tmp -i -t' command when the pod is running\r\npod "tmp" deleted from default namespace\r\n[^]*# $/,
  )
  type('kubectl run box --image=busybox -- sleep 3600\r')
  expect(type('kubectl exec -it box -- sh\r')).toMatch(/\r\n(?:\/ # )+$/)
  expect(type('tty; exit 3\r')).toMatch(
    /^tty; exit 3\r\n\/dev\/pts\/\d\r\n[^]*command terminated with exit code 3\r\n[^]*# $/,
  )
})

import { expect, test } from 'vitest'
import { Page } from './testing.ts'

const PROMPT = 'root@host:~# '

test('commands given to a terminal run one after the other, each when the one before has ended', () => {
  const page = new Page().open('')
  page.send({
    type: 'terminal-run',
    commands: [
      { id: 'host', command: 'sleep 1' },
      { id: 'host', command: "cat <<'E'\n$ a\tb\nE" },
      { id: 'host', command: 'for n in 1 2\ndo echo $n\ndone' },
    ],
  })
  expect(page.screen()).toBe(`${PROMPT}sleep 1\n`)
  page.pass(1500)
  expect(page.screen()).toContain('$ a\tb\n')
  expect(page.screen()).toMatch(/\n1\n2\nroot@host:~# $/)
  expect(page.text).toBe("$ sleep 1\n$ cat <<'E'\n> $ a\tb\n> E\n$ for n in 1 2\n> do echo $n\n> done\n")
  page.send({ type: 'undo' })
  expect(page.text).toBe("$ sleep 1\n$ cat <<'E'\n> $ a\tb\n> E\n")
})

test('in order over machines and namespaces', () => {
  const page = new Page().open('#! world: lan\n$ ip netns add red\n')
  page.send({ type: 'terminal-open', id: 'host/red', machine: 'host', netns: 'red' })
  page.send({
    type: 'terminal-run',
    commands: [
      { id: 'host', command: 'sleep 1; ip link add va type veth peer name vb netns red' },
      { id: 'host/red', command: 'ip link set vb up' },
      { id: 'pc', command: 'hostname' },
    ],
  })
  expect(page.screen('pc')).toBe('root@pc:~# ')
  page.pass(1500)
  expect(page.screen('pc')).toBe('root@pc:~# hostname\npc\nroot@pc:~# ')
  expect(page.text.split('\n').slice(-4)).toEqual([
    '$ sleep 1; ip link add va type veth peer name vb netns red',
    '$ ip netns exec red ip link set vb up',
    'pc$ hostname',
    '',
  ])
})

test('Ctrl-C takes back those that are still to come', () => {
  const page = new Page().open('')
  page.send({
    type: 'terminal-run',
    commands: [
      { id: 'host', command: 'sleep 100' },
      { id: 'host', command: 'echo never' },
    ],
  })
  page.pass(1000).type('\x03').pass(100)
  expect(page.screen()).toBe(`${PROMPT}sleep 100\n^C\n${PROMPT}`)
})

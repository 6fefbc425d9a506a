// What a terminal's shell does for the lab it is in.
import type { NetnsRef } from '../uapi/netns.ts'
import { expect, test } from 'vitest'
import { TerminalBench } from './testing/terminal.ts'

function opened(
  columns?: number,
  completions?: ConstructorParameters<typeof TerminalBench>[1],
): TerminalBench {
  const bench = new TerminalBench(columns, completions)
  bench.open()
  return bench
}

test('the prompt is the one of Debian’s root, in colour', () => {
  const bench = opened()
  expect(bench.take()).toBe('\x1b[?2004h\x1b[1;32mroot@host\x1b[0m:\x1b[1;34m~\x1b[0m# ')
})

test('each command line is told, whole, before it runs; and each prompt', () => {
  const bench = opened()
  bench.type('echo a; false\rfor i in 1 2\rdo echo $i\rdone\r\r# nothing\r  \r')
  expect(bench.accepted).toEqual(['echo a; false', 'for i in 1 2\ndo echo $i\ndone', '# nothing'])
  expect(bench.prompts).toBe(6)
})

test('commands pasted together are told one by one', () => {
  const bench = opened()
  bench.type('\x1b[200~echo a\rif true; then\recho b; fi\recho c\r\x1b[201~\r')
  expect(bench.accepted).toEqual(['echo a', 'if true; then\necho b; fi', 'echo c'])
  expect(bench.screen.text).toBe(
    'root@host:~# echo a\nif true; then\necho b; fi\necho c\na\nb\nc\nroot@host:~#',
  )
})

test('a line from outside appears as though typed', () => {
  const bench = opened()
  bench.lines.push('# put a bridge')
  bench.lines.push('for i in 1 2; do\n  echo $i\ndone')
  bench.lines.push('echo end')
  bench.pass(0)
  expect(bench.screen.text).toBe(
    'root@host:~# # put a bridge\nroot@host:~# for i in 1 2; do\n>   echo $i\n> done\n1\n2\n' +
      'root@host:~# echo end\nend\nroot@host:~#',
  )
  expect(bench.accepted).toEqual(['# put a bridge', 'for i in 1 2; do\n  echo $i\ndone', 'echo end'])
  bench.type('history\r')
  expect(bench.screen.text).toBe(
    'root@host:~# # put a bridge\nroot@host:~# for i in 1 2; do\n>   echo $i\n> done\n1\n2\n' +
      'root@host:~# echo end\nend\nroot@host:~# history\n' +
      '    1  # put a bridge\n    2  for i in 1 2; do   echo $i; done\n    3  echo end\n    4  history\nroot@host:~#',
  )
})

test('what a person was typing comes back after it', () => {
  const bench = opened()
  bench.type('echo dra')
  bench.lines.push('echo injected')
  bench.pass(0)
  expect(bench.type('ft\r')).toBe(
    'root@host:~# echo injected\ninjected\nroot@host:~# echo draft\ndraft\nroot@host:~#',
  )
})

test('a line from outside waits for the command that runs', () => {
  const bench = opened()
  bench.type('sleep 1; echo slept\r')
  bench.lines.push('echo next')
  bench.pass(0.5)
  expect(bench.screen.text).toBe('root@host:~# sleep 1; echo slept\n')
  bench.pass(1)
  expect(bench.screen.text).toBe(
    'root@host:~# sleep 1; echo slept\nslept\nroot@host:~# echo next\nnext\nroot@host:~#',
  )
})

test('a shell within a namespace says which, and exiting gives the terminal back', () => {
  const bench = opened()
  const { fs, net } = bench.machine.init
  fs.writeFile('/run/netns/red', '')
  fs.mountNetns('/run/netns/red', net.createNetns() as NetnsRef)
  bench.machine.install('/usr/bin/enter', function* (p) {
    const red = p.net.openNetns('/run/netns/red')
    if ('inode' in red) p.net.setns(red)
    const status = yield* p.procs.exec('/usr/bin/bash', ['bash'])
    return typeof status === 'number' ? status : 1
  })
  for (const line of ['enter', 'false', 'exit']) bench.type(`${line}\r`, 0.1)
  expect(bench.type('echo $?\r')).toBe(
    'root@host:~# enter\n(red)root@host:~# false\n(red)root@host:~# exit\nexit\nroot@host:~# echo $?\n1\nroot@host:~#',
  )
  expect(bench.accepted).toEqual(['enter', 'false', 'exit', 'echo $?'])
})

test('a command’s own completer is asked, and file names are the rest', () => {
  const asked: (readonly string[])[] = []
  const bench = opened(60, (name) =>
    name === 'ip'
      ? (_, words) => {
          asked.push(words)
          return words.length === 2
            ? ['addr', 'link', 'netns', 'neigh']
            : words.length === 3
              ? ['add', 'show']
              : []
        }
      : undefined,
  )
  bench.type('touch file\r', 0.1)
  expect(bench.type('ip ne\t\t')).toBe(
    'root@host:~# touch file\nroot@host:~# ip ne\nneigh  netns\nroot@host:~# ip ne',
  )
  expect(bench.type('t\ts\tf\t\x15')).toBe(
    'root@host:~# touch file\nroot@host:~# ip ne\nneigh  netns\nroot@host:~#',
  )
  expect(asked.slice(0, 3)).toEqual([
    ['ip', 'ne'],
    ['ip', 'ne'],
    ['ip', 'net'],
  ])
  bench.take()
  bench.type('sudo ip li\tsh\tfi\t')
  expect(bench.type('')).toBe(
    'root@host:~# touch file\nroot@host:~# ip ne\nneigh  netns\nroot@host:~# sudo ip link show file',
  )
})

test('many completions are listed only when one says yes', () => {
  const many = Array.from({ length: 120 }, (_, i) => `w${String(i).padStart(3, '0')}`)
  const bench = opened(40, () => () => many)
  expect(bench.type('x w\t\t')).toBe('root@host:~# x w\nDisplay all 120 possibilities? (y or n)')
  expect(bench.type('n')).toBe('root@host:~# x w\nDisplay all 120 possibilities? (y or n)\nroot@host:~# x w')
  const shown = bench.type('\t\ty').split('\n')
  expect(shown[4]).toBe('w000  w020  w040  w060  w080  w100')
  expect(shown.at(-2)).toBe('w019  w039  w059  w079  w099  w119')
  expect(shown.at(-1)).toBe('root@host:~# x w')
})

test('the line is drawn anew when the window changes', () => {
  const bench = opened(40)
  bench.type('echo a b c')
  bench.take()
  bench.resize(30)
  expect(bench.take()).toBe('\r\x1b[J\r\x1b[1;32mroot@host\x1b[0m:\x1b[1;34m~\x1b[0m# echo a b c\x1b[J')
  expect(bench.type('\recho $COLUMNS\r')).toBe(
    'root@host:~# echo a b c\na b c\nroot@host:~# echo $COLUMNS\n30\nroot@host:~#',
  )
})

test('history outlives the shell', () => {
  const bench = opened()
  bench.type('echo one\rexit 3\r')
  expect(bench.ended).toBe(3)
  expect(bench.machine.init.fs.readText('/root/.bash_history')).toBe('echo one\nexit 3\n')
})

// What never ends, or never stops growing: it is told of in the words of Linux, Ctrl-C ends it, and the lab stands.
import { expect, test, vi } from 'vitest'
import { FULL } from '../lab/full.ts'
import { BRIDGE, Page } from './testing.ts'

// Much is to be made before it is too much.
vi.setConfig({ testTimeout: 60_000 })

/** A page whose lab takes time to work. */
function busyPage(): Page {
  return new Page(FULL, 0.5)
}

/** What a line shows until it is interrupted; the lab must be as it was. */
function interrupted(line: string, milliseconds = 300): string {
  const page = busyPage().open(BRIDGE).send({ type: 'speed', speed: 1 })
  const before = page.screen().length
  page.type(`${line}\r`).pass(milliseconds).type('\x03').pass(300)
  const shown = page.screen().slice(before)
  page.run('echo back $((40 + 2))')
  expect(page.screen()).toContain('\nback 42\n')
  expect(page.view.machines[0]?.namespaces.map((n) => n.name)).toEqual([null, 'blue', 'red'])
  return shown
}

/** What a line shows that ends by itself. */
function ended(line: string): string {
  const page = busyPage().open(BRIDGE)
  const before = page.screen().length
  return page.run(line).screen().slice(before)
}

const ENDLESS = [
  'yes',
  'cat /dev/urandom',
  'seq 1 100000000',
  'while :; do :; done',
  'for ((;;)); do x=1; done',
  'for ((;;)); do echo hi; done',
  'yes | while read -r x; do :; done',
  'tail -f /dev/null',
  "echo a | sed ':a;ba'",
  "awk 'BEGIN { while (1); }'",
  "jq -n 'reduce range(1e9) as $i (0; . + $i)'",
  "jq -n 'def f: f; f'",
]
test.each(ENDLESS)('Ctrl-C ends %s', (line) => {
  const shown = interrupted(line)
  expect(shown).toContain('^C')
  expect(shown).toMatch(/# $/)
})

const READING = [
  'sha512sum /dev/zero',
  'md5sum /dev/urandom',
  'base64 /dev/zero > /dev/null',
  'wc /dev/urandom',
  'tr a b < /dev/zero | wc -c',
]
test.each(READING)('Ctrl-C ends %s, which reads without end', (line) => {
  expect(interrupted(line, 30)).toMatch(/\^C\n.*# $/)
})

test('a fork bomb finds no more processes, and the shell goes on', () => {
  const page = busyPage().open(BRIDGE).send({ type: 'speed', speed: 1 })
  page.type(':(){ :|:& };:\r').pass(2000)
  expect(page.screen()).toContain('bash: fork: retry: Resource temporarily unavailable\n')
  page.run('echo back $((40 + 2))')
  expect(page.screen()).toContain('back 42\n')
  expect(page.view.machines[0]?.namespaces.map((n) => n.name)).toEqual([null, 'blue', 'red'])
})

test('a command that no process can be made for is given up', () => {
  const page = busyPage().open('').send({ type: 'speed', speed: 1 })
  page.type('for ((i = 0; i < 600; i++)); do sleep 1000 & done 2> /dev/null\r').pass(20_000)
  const before = page.screen().length
  page.type('hostname\r').pass(16_000).type('echo $?\r').pass(100)
  expect(page.screen().slice(before)).toBe(
    `hostname\n${'bash: fork: retry: Resource temporarily unavailable\n'.repeat(4)}` +
      'bash: fork: Resource temporarily unavailable\nroot@host:~# echo $?\n254\nroot@host:~# ',
  )
})

test('words beyond all bounds are not made', () => {
  expect(ended('echo {1..100000000} | wc')).toBe(
    'echo {1..100000000} | wc\n' +
      'bash: brace expansion: failed to allocate memory for 100000000 elements\n      1       1      15\nroot@host:~# ',
  )
})

const GROWING: readonly (readonly [string, string])[] = [
  ['(a=$(yes))', 'bash: xrealloc: cannot allocate 1073741824 bytes'],
  ['(a=x; while :; do a=$a$a; done)', 'bash: xrealloc: cannot allocate 1073741824 bytes'],
  [`(echo ${'{a,b}'.repeat(30)})`, 'bash: xrealloc: cannot allocate 1073741824 bytes'],
  ['yes | sort', 'sort: memory exhausted'],
]
test.each(GROWING)('%s takes no more memory than there is', (line, complaint) => {
  expect(ended(`${line}; echo $?`)).toBe(`${line}; echo $?\n${complaint}\n2\nroot@host:~# `)
})

test('a hostile pattern is decided at once', () => {
  expect(ended(`[[ ${'a'.repeat(50)}b == ${'*a'.repeat(20)}*c ]]; echo $?`)).toMatch(/\n1\nroot@host:~# $/)
})

const HOSTILE: readonly (readonly [string, string])[] = [
  ["echo $x | grep -E '^(a+)+$'", '1'],
  ["echo $x | grep -P '^(a+)+$'", "grep: (standard input): exceeded PCRE's backtracking limit\n2"],
  ["echo $x | sed -nE '/^(a+)+$/p'", '0'],
  ["echo $x | awk '/^(a+)+$/'", '0'],
  ["expr $x : '\\(a*\\)*$'", '\n1'],
  ['[[ $x =~ ^(a+)+$ ]]', '1'],
  ['shopt -s extglob; [[ $x == +(+(a)) ]]', '1'],
  ["find /etc -name '*a*a*a*a*a*a*a*a*b'", '0'],
]
test.each(HOSTILE)('%s is decided at once', (line, shown) => {
  const command = `x=${'a'.repeat(40)}b; ${line}; echo $?`
  expect(ended(command)).toBe(`${command}\n${shown}\nroot@host:~# `)
})

test('namespaces and devices have an end', () => {
  expect(ended('for i in {1..1100}; do ip netns add n$i || break; done; unshare -n true')).toContain(
    'Failed to create a new network namespace "n1022": No space left on device\n' +
      'unshare: unshare failed: No space left on device\n',
  )
  expect(ended('for i in {1..2100}; do ip link add d$i type dummy || break; done')).toContain(
    '\nRTNETLINK answers: Cannot allocate memory\n',
  )
})

test('a page that does not show what it was sent is sent no more for a while', () => {
  const page = busyPage().open('').send({ type: 'speed', speed: 1 })
  page.type('yes\r').pass(9)
  expect(page.screen().length).toBeLessThan(40_000)
})

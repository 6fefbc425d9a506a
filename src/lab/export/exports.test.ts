import { expect, test } from 'vitest'
import { fullLab } from '../full.ts'
import { parseText, type LabText } from '../text.ts'
import { exportLab } from './exports.ts'

const TEXT = `#! title: Two boxes, one cable
# A box
# named red.
$ ip netns add red
$ ip netns exec red sh -c 'echo "it is $(hostname)"'

# Interrupted after a while.
#! ran 1.500s
$ sleep 100
$ ls nosuch
# The end.
`

function read(source: string): LabText {
  const { text, error } = parseText(source)
  if (text === null) throw new Error(error)
  return text
}

test('Markdown has the comments as prose and the terminal in blocks', () => {
  const { name, data } = exportLab('markdown', read(TEXT), {
    link: 'https://lab.example/#1.AAAA',
    fresh: fullLab,
  })
  expect(name).toBe('two-boxes-one-cable.md')
  expect(data).toBe(`# Two boxes, one cable

A box
named red.

\`\`\`console
$ ip netns add red
$ ip netns exec red sh -c 'echo "it is $(hostname)"'
it is host
\`\`\`

Interrupted after a while.

\`\`\`console
$ sleep 100
[130]
$ ls nosuch
ls: cannot access 'nosuch': No such file or directory
[2]
\`\`\`

The end.

[Open this lab](https://lab.example/#1.AAAA)
`)
})

test('a transcript is the text with what was printed', () => {
  const { name, data } = exportLab('transcript', read('$ echo hi\n$ false\n'), { link: null, fresh: fullLab })
  expect([name, data]).toEqual(['lab.t', '$ echo hi\nhi\n$ false\n[1]\n'])
})

test('a script has the commands as they are, others’ on their machine, and what was interrupted under timeout', () => {
  const { name, data } = exportLab('bash', read(`${TEXT}pc$ echo 'it''s pc'\n`), {
    link: null,
    fresh: fullLab,
  })
  expect(name).toBe('two-boxes-one-cable.sh')
  expect(data.slice(0, 12)).toBe('#!/bin/bash\n')
  expect(data).toContain(`
# A box
# named red.
ip netns add red

ip netns exec red sh -c 'echo "it is $(hostname)"'


# Interrupted after a while.
timeout --foreground -s INT 1.500s bash -c 'sleep 100'
`)
  expect(data).toContain(String.raw`on pc 'echo '\''it'\'''\''s pc'\'''`)
  expect(data).not.toContain('lab() {')
})

test('the world that it starts from comes first', () => {
  const { data } = exportLab('bash', read('#! world: lan\n$ ping -c 1 8.8.8.8\n'), {
    link: null,
    fresh: fullLab,
  })
  const [world = '', steps = ''] = data.split('\nping -c 1 8.8.8.8\n')
  expect(steps).toContain('exec bash')
  expect(world).toContain('\nmachine router\n')
  expect(world).toContain('\nplug host eth0 router lan1\n')
  expect(world).toContain(`\non router 'ip link add lan0 type bridge' >/dev/null 2>&1\n`)
})

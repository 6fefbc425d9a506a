import { expect, test } from 'vitest'
import { encodeLink } from '../link.ts'
import { bashScript } from '../export/bashscript.ts'
import { markdown } from '../export/markdown.ts'
import { parseText } from '../text.ts'
import { importText } from './imported.ts'

/** The lab that a text becomes. */
function labOf(source: string, name = ''): string {
  const imported = importText(source, name)
  return 'text' in imported ? imported.text : JSON.stringify(imported.refusal)
}

const LAB = `#! title: Two
# Two namespaces.
$ ip netns add red
$ cat > /tmp/x <<'E'
> it's $here
> E
`
const LAN = `#! world: lan
$ sysctl -w net.ipv4.ip_forward=1
# From the other side:
pc$ ping -c 1 192.168.1.1
#! ran 3.000s
pc$ ping 192.168.1.1
`

test('a lab’s own text, and its link, open as they are', () => {
  expect(labOf(LAB)).toBe(LAB)
  expect(labOf(`https://example.com/${encodeLink(LAB)}&step=2`)).toBe(LAB)
  const session = '$ ip netns add red\n$ ip netns\nred\n'
  expect(labOf(session)).toBe(session)
})

test.each([LAB, LAN])('what was exported comes back, from a script and from a page', (source) => {
  const { text } = parseText(source)
  expect(labOf(bashScript(text!), 'lab.sh')).toBe(source)
  const untimed = source.replace('#! ran 3.000s\n', '')
  expect(labOf(markdown(text!, 'https://example.com/#1.abc'), 'lab.md')).toBe(untimed)
})

test('a bash script: what would end the shell is a comment, functions and loops stay whole', () => {
  const script = `#!/bin/bash
set -euo pipefail
NS=red
add() {
  ip netns add "$1"
}
add $NS # the first
exit 0
`
  expect(labOf(script, 'setup.sh')).toBe(
    `#! title: setup
#!/bin/bash
# set -euo pipefail
$ NS=red
$ add() {
>   ip netns add "$1"
> }
$ add $NS # the first
# exit 0
`.replace('#!/bin/bash', '#/bin/bash'),
  )
})

test('a session of one machine is the host’s; prompts of a lan’s machines bring the lan', () => {
  expect(labOf('pi@master:~ $ sudo -i\nroot@master:~# ip link\n1: lo:\nroot@8f3c2d1e0a9b:/# ip addr')).toBe(
    '# sudo -i\n$ ip link\n$ ip addr\n',
  )
  expect(labOf('root@host:~# ip link\nroot@pc:~# ip addr')).toBe('#! world: lan\n$ ip link\npc$ ip addr\n')
  expect(labOf('(red)root@host:~# ip link')).toBe('$ ip netns exec red ip link\n')
})

test('several machines stand on one switch', () => {
  expect(labOf('root@node1:~# ip link\nroot@node2:~# ip addr'))
    .toBe(`# The machines of this session, on one switch.
$ lab add switch lan-switch
$ lab cable host lan-switch
$ lab add machine node2
$ lab cable node2 lan-switch
$ ip link
node2$ ip addr
`)
})

test('a page’s console blocks, with its prose as comments', () => {
  const page = `# Bridges

First a bridge.
It is a switch.

\`\`\`console
# ip link add br0 type bridge
# brctl show
bridge name	bridge id
\`\`\`

\`\`\`yaml
a: $ b
\`\`\`

\`\`\`bash
ip link set br0 up
\`\`\`
`
  expect(labOf(page, 'post.md')).toBe(`#! title: Bridges
# First a bridge.
# It is a switch.
$ ip link add br0 type bridge
$ brctl show
$ ip link set br0 up
`)
})

test('what is no lab is refused', () => {
  expect(importText(' \n', '')).toEqual({ refusal: { key: 'empty' } })
  expect(importText('PK\0\0', 'a.zip')).toEqual({ refusal: { key: 'binary' } })
  expect(importText('Dear all,\nwe met on Monday.\n', '')).toEqual({ refusal: { key: 'noCommands' } })
  expect(importText('```yaml\na: 1\n```\n', 'a.md')).toEqual({ refusal: { key: 'noBlocks' } })
  expect(importText('#! world: moon\n', '')).toEqual({
    refusal: { key: 'badLab', why: expect.stringContaining('there is no world “moon”') as string },
  })
  expect(importText(`${encodeLink(LAB).slice(0, -8)}`, '')).toEqual({
    refusal: { key: 'badLink', why: expect.stringContaining('damaged') as string },
  })
})

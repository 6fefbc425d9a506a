import { describe, expect, it } from 'vitest'
import { BRIDGE, Page } from './testing.ts'

const PROMPT = 'root@host:~# '

/** Lines of a text that are commands. */
function commands(page: Page): string[] {
  return page.text.split('\n').filter((line) => line !== '' && !line.startsWith('#! title'))
}

function netnsNames(page: Page): (string | null)[] {
  return page.view.machines[0]!.namespaces.map((n) => n.name)
}

describe('opening a lab', () => {
  it('shows it, its terminal, its past packets and its text', () => {
    const page = new Page().open(`${BRIDGE}$ ip netns exec red ping -c 1 10.0.0.2\n`)
    expect(netnsNames(page)).toEqual([null, 'blue', 'red'])
    expect(page.screen()).toContain(`${PROMPT}ip -n blue link set eth0 up\n`)
    expect(page.screen()).toMatch(/rtt min\/avg\/max\/mdev = .*\n\nroot@host:~# $|mdev = .*\nroot@host:~# $/)
    expect(page.hops.length).toBe(8)
    expect(page.messages.filter((m) => m.type === 'hops').every((m) => m.replay)).toBe(true)
    expect(page.text).toBe(`${BRIDGE}$ ip netns exec red ping -c 1 10.0.0.2\n`)
    expect(page.player).toMatchObject({ playing: true, speed: 1, busy: false, hops: 8 })
    expect(page.messages[0]?.type).toBe('opened')
  })

  it('of world lan has a terminal for each machine', () => {
    const page = new Page().open('#! world: lan\npc$ hostname\n')
    expect([...page.terminals.keys()]).toEqual(['host', 'pc', 'router', 'internet'])
    expect(page.screen('pc')).toBe('root@pc:~# hostname\npc\nroot@pc:~# ')
  })

  it('that cannot be read leaves the one that stands', () => {
    const page = new Page().open(BRIDGE).open('hello\n')
    expect(page.refused).toBe('This lab cannot be read: line 1: output before the first command: “hello”.')
    expect(netnsNames(page)).toEqual([null, 'blue', 'red'])
    expect(page.run('ip netns').screen()).toContain('blue (id: 1)\nred (id: 0)\n')
  })

  it('takes no notice of output, and keeps comments and placements', () => {
    const text = '#! at host/red 120 80\n# make it\n$ ip netns add red\nold output\n[1]\n# the end\n'
    const page = new Page().open(text)
    expect(page.text).toBe('#! at host/red 120 80\n# make it\n$ ip netns add red\n# the end\n')
    const [opened] = page.messages
    expect(opened).toMatchObject({
      type: 'opened',
      sheet: { placements: [{ path: 'host/red', x: 120, y: 80 }] },
    })
  })

  it('with commands that would never end ends', () => {
    const page = new Page().open(
      '$ ip link set lo up\n$ ping 127.0.0.1\n$ cat\n$ ip netns add red\n$ echo "open\n',
    )
    expect(netnsNames(page)).toEqual([null, 'red'])
    expect(page.text).toContain('#! ran 60.000s\n$ ping 127.0.0.1\n')
    expect(page.screen()).toContain('60 packets transmitted')
  })

  it('with commands for a machine that is not there says so', () => {
    const page = new Page().open('web9$ ls\n$ ip netns add red\n')
    expect(page.screen()).toContain('vethlab: there is no machine named web9\n')
    expect(page.text).toBe('web9$ ls\n$ ip netns add red\n')
  })

  it('is not needed before something else is asked', () => {
    const page = new Page().run('echo hello')
    expect(page.screen()).toBe(`${PROMPT}echo hello\nhello\n${PROMPT}`)
    expect(page.text).toBe('$ echo hello\n')
  })
})

describe('what is typed', () => {
  it('moves the view, and goes into the text', () => {
    const page = new Page()
      .open('')
      .run('ip netns add red')
      .run('# now a bridge')
      .run('ip link add br0 type bridge')
    expect(netnsNames(page)).toEqual([null, 'red'])
    expect(page.view.machines[0]!.namespaces[0]!.devices.map((d) => d.name)).toEqual(['lo', 'br0'])
    expect(page.text).toBe('$ ip netns add red\n# now a bridge\n$ ip link add br0 type bridge\n')
  })

  it('in several lines is one command', () => {
    const page = new Page().open('').run('for n in a b; do\rip netns add $n\rdone')
    expect(page.text).toBe('$ for n in a b; do\n> ip netns add $n\n> done\n')
    expect(netnsNames(page)).toEqual([null, 'a', 'b'])
  })

  it('in a terminal of a namespace is written from outside', () => {
    const page = new Page()
      .open(BRIDGE)
      .send({ type: 'terminal-open', id: 'red', machine: 'host', netns: 'red' })
    page.run('ip link set lo up', 'red').run('ping -c 1 10.0.0.2 | tail -1', 'red')
    expect(commands(page).slice(-2)).toEqual([
      '$ ip netns exec red ip link set lo up',
      "$ ip netns exec red bash -c 'ping -c 1 10.0.0.2 | tail -1'",
    ])
    expect(page.hops.length).toBe(8)
  })

  it('in a shell inside the shell as well', () => {
    const page = new Page()
      .open(BRIDGE)
      .run('ip netns exec red bash')
      .run('ip link set lo up')
      .run('exit')
      .run('pwd')
    expect(commands(page).slice(-2)).toEqual(['$ ip netns exec red ip link set lo up', '$ pwd'])
    page.run('ip netns exec blue bash').type('\x04').pass(100).run('hostname')
    expect(commands(page).slice(-2)).toEqual(['$ pwd', '$ hostname'])
  })

  it('for a terminal of a namespace that is not there closes it', () => {
    const page = new Page()
      .open('')
      .send({ type: 'terminal-open', id: 'x', machine: 'host', netns: 'nosuch' })
    expect(page.messages.at(-1)).toEqual({ type: 'terminal-closed', id: 'x' })
  })

  it('may leave the shell: the machine gets another', () => {
    const page = new Page().open('').run('exit').run('echo again')
    expect(page.screen()).toBe(`${PROMPT}exit\nexit\n${PROMPT}echo again\nagain\n${PROMPT}`)
    expect(page.text).toBe('$ echo again\n')
  })

  it('and interrupted is remembered for the time it ran', () => {
    const page = new Page().open('$ ip link set lo up\n').send({ type: 'speed', speed: 1 })
    page.type('ping 127.0.0.1\r').pass(2500).type('\x03').pass(100)
    expect(page.screen()).toContain('3 packets transmitted, 3 received')
    expect(page.text).toBe('$ ip link set lo up\n#! ran 2.501s\n$ ping 127.0.0.1\n')
    const again = new Page().open(page.text)
    expect(again.screen()).toBe(page.screen())
    expect(again.text).toBe(page.text)
  })
})

describe('gestures', () => {
  it('type their commands, and leave the same text as typing', () => {
    const typed = new Page()
      .open('')
      .run('ip netns add red')
      .run('ip link add br0 type bridge')
      .run('ip link set br0 up')
    const moved = new Page().open('').gesture(['ip netns add red'], 'add a namespace').pass(50)
    moved.gesture(['ip link add br0 type bridge', 'ip link set br0 up'], 'add a bridge').pass(50)
    expect(moved.text).toBe(typed.text)
    expect(moved.screen()).toBe(
      `${PROMPT}# add a namespace\n${PROMPT}ip netns add red\n${PROMPT}# add a bridge\n` +
        `${PROMPT}ip link add br0 type bridge\n${PROMPT}ip link set br0 up\n${PROMPT}`,
    )
  })

  it('are undone as one', () => {
    const page = new Page().open('').gesture(['ip netns add red', 'ip netns add blue'], 'two').pass(50)
    page.send({ type: 'undo' })
    expect([netnsNames(page), page.text, page.canRedo]).toEqual([[null], '', true])
    page.send({ type: 'redo' })
    expect([netnsNames(page), page.canUndo, page.canRedo]).toEqual([[null, 'blue', 'red'], true, false])
    page.send({ type: 'undo' })
    expect(netnsNames(page)).toEqual([null])
  })

  it('do not wait for a ping to end', () => {
    const page = new Page().open(BRIDGE).type('ip netns exec red ping 10.0.0.2\r').pass(3000)
    page.gesture(['ip netns add green'], 'add a namespace').pass(100)
    expect(netnsNames(page)).toEqual([null, 'blue', 'green', 'red'])
    expect(page.screen('host 2')).toContain('ip netns add green\n')
    expect(page.player.busy).toBe(true)
  })

  it('do not fall into a command that is half entered', () => {
    const page = new Page().open('').type('for n in a b; do\r').gesture(['ip netns add red']).pass(50)
    expect(netnsNames(page)).toEqual([null, 'red'])
    expect(page.screen('host 2')).toContain('ip netns add red\n')
    page.type('ip netns add $n\rdone\r').pass(50)
    expect(netnsNames(page)).toEqual([null, 'a', 'b', 'red'])
  })

  it('keep what was half typed', () => {
    const page = new Page().open('').type('ip ne').gesture(['ip netns add red']).pass(50)
    expect(page.screen().endsWith(`${PROMPT}ip ne`)).toBe(true)
    expect(page.type('tns\r').pass(50).text).toBe('$ ip netns add red\n$ ip netns\n')
  })

  it('bring machines, each with its terminal', () => {
    const page = new Page()
      .open('')
      .gesture(['lab add machine web1', 'lab cable host:eth0 web1:eth0'])
      .pass(50)
    expect(page.order).toEqual(['host', 'web1'])
    expect(page.run('hostname', 'web1').screen('web1')).toContain('web1\n')
    expect(page.text).toBe('$ lab add machine web1\n$ lab cable host:eth0 web1:eth0\nweb1$ hostname\n')
    page.gesture(['lab del web1']).pass(50)
    expect([page.order, [...page.terminals.keys()]]).toEqual([['host'], ['host']])
  })
})

describe('places and titles', () => {
  it('stand in the text while what they are of stands', () => {
    const page = new Page().open('$ ip netns add red\n')
    page.send({ type: 'title', title: 'My lab' })
    page.send({
      type: 'place',
      placements: [
        { path: 'host/red', x: 10.4, y: 20 },
        { path: 'host/gone', x: 1, y: 1 },
      ],
    })
    expect(page.text).toBe('#! title: My lab\n#! at host/red 10 20\n$ ip netns add red\n')
    expect(page.run('ip netns del red').text).toBe(
      '#! title: My lab\n$ ip netns add red\n$ ip netns del red\n',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { coreSuffices } from '../commands/core.ts'
import { CORE, coreOpens } from '../lab/core.ts'
import { FULL } from '../lab/full.ts'
import { LESSONS } from '../labs/registry.ts'
import { Page } from './testing.ts'

const WELCOME = LESSONS[0]!.text

describe('what the page starts with', () => {
  it('opens the first lab as the full software does', () => {
    const [few, all] = [new Page(CORE).open(WELCOME), new Page().open(WELCOME)]
    few.pass(3000)
    all.pass(3000)
    expect(few.text).toBe(all.text)
    expect(few.screen()).toBe(all.screen())
    expect(JSON.stringify(few.view)).toBe(JSON.stringify(all.view))
  })

  it('runs a gesture, and undoes it', () => {
    const page = new Page(CORE).open(WELCOME)
    page.gesture(['ip netns exec red ping -c 1 10.0.0.2'], 'ping red → blue').pass(10_000)
    expect(page.screen()).toContain('root@host:~# # ping red → blue\nroot@host:~# ip netns exec red ping')
    expect(page.screen()).toContain('1 packets transmitted, 1 received, 0% packet loss')
    page.send({ type: 'undo' }).pass(100)
    expect(page.text).not.toContain('ping')
  })

  it('gives way to bash, which has its lines in its history and $?', () => {
    const page = new Page(CORE).open(WELCOME)
    page.gesture(['ip link set nosuch up']).pass(1000)
    page.install(FULL).run('echo $? $(ls /run/netns)')
    expect(page.screen()).toContain('root@host:~# echo $? $(ls /run/netns)\n1 blue red\nroot@host:~# ')
    page.run('history | tail -3')
    expect(page.screen()).toMatch(/\d+ {2}ip link set nosuch up\n +\d+ {2}echo \$\?/)
    // One prompt a line: nothing is left of the one that was waiting.
    expect(page.screen().match(/root@host:~# root@host/)).toBeNull()
  })

  it('does with each line, right or wrong, what the full software does', () => {
    const lines = [
      'ip netns add red',
      'ip netns del green',
      'ip -n green link set lo up',
      'ip link add br1 type bridge',
      'ip link add br1 type bridge',
      'ip -n red link add a-name-that-is-too-long type bridge',
      'ip link add v1 type veth peer name v2',
      'ip link add v3 type veth peer name v3',
      'ip link add v3 type veth peer name eth1 netns green',
      'ip link set v1 master br1',
      'ip link set v1 master nosuch',
      'ip link set v1 nomaster',
      'ip link set v2 name eth1',
      'ip link set eth1 name br1',
      'ip link set eth1 netns red',
      'ip link set nosuch up',
      'ip -n red link set eth1 up',
      'ip link set v1 up',
      'ip addr add 10.1.0.1/24 dev v1',
      'ip addr add 10.1.0.1/24 dev v1',
      'ip addr add 10.1.0.1/33 dev v1',
      'ip addr add fd00::1/64 dev v1',
      'ip addr del 10.1.0.1 dev v1',
      'ip addr del 10.1.0.9/24 dev v1',
      'ip -n red addr add 10.1.0.2/24 dev eth1',
      'ip -n red route add default via 10.1.0.1',
      'ip -n red route add default via 10.1.0.1',
      'ip -n red route add 10.9.0.0/16 via 10.8.0.1',
      'ip -n red route add 10.9.0.0/16 dev eth1',
      'ip -n red route add 10.9.0.1/16 dev eth1',
      'ip -n red route del 10.9.0.0/16',
      'ip netns exec red ip link set lo up',
      'ip netns exec green ip link set lo up',
      'sysctl -w net.ipv4.ip_forward=1',
      'sysctl net.ipv4.ip_forward=0',
      'sysctl -w net.ipv4.ip_forward=99999999999999',
      'ping -c 2 10.1.0.2',
      'ping -c 1 10.1.0.300',
      'ping -c 1 9.9.9.9',
      'ip netns exec red ping -c 1 10.0.0.2',
      'ip netns exec red ping -c 1 10.0.0.255',
      'ip netns exec red ping -c 1 10.0.0.77',
      'ip link del br1',
      'ip link del br1',
      'ip -n red link del eth1',
      'ip netns del red',
    ]
    expect(lines.filter((line) => !coreSuffices(line))).toEqual([])
    const [few, all] = [new Page(CORE).open(WELCOME), new Page().open(WELCOME)]
    for (const line of lines) {
      few.gesture([line]).pass(5000)
      all.gesture([line]).pass(5000)
    }
    expect(few.screen()).toBe(all.screen())
    expect(JSON.stringify(few.view)).toBe(JSON.stringify(all.view))
  })

  it('has bridges that know who listens to which group, as though they had snooped from the start', () => {
    const lines = [
      'ip link add br1 type bridge',
      'ip link set br1 up',
      'ip link add v1 type veth peer name eth1 netns red',
      'ip link set v1 master br1',
      'ip link set v1 up',
      'ip -n red link set eth1 up',
    ]
    const ends = [new Page(CORE), new Page()].map((page) => {
      page.open(WELCOME)
      for (const line of lines) page.gesture([line]).pass(3000)
      page.install(FULL).run('bridge -d mdb').run('bridge -s -d mdb').run('sleep 290; bridge mdb')
      return page.screen()
    })
    expect(ends[0]).toContain('dev br1 port v1 grp')
    const shown = ends.map((screen) => screen.slice(screen.lastIndexOf('bridge -d mdb\n')))
    expect(shown[0]).toBe(shown[1])
  })

  it('keeps a ping that runs while bash arrives, and Ctrl-C reaches it', () => {
    const page = new Page(CORE).open(WELCOME)
    page.gesture(['ip netns exec red ping 10.0.0.2']).pass(5000)
    page.install(FULL).type('\x03').pass(1000)
    expect(page.screen()).toContain('packet loss')
    page.run('echo here')
    expect(page.screen()).toContain('\nhere\n')
  })
})

describe('what needs more', () => {
  it('is anything but plain words of the first commands', () => {
    const plain = ['ip netns add red', 'ip -n red addr add 10.0.0.1/24 dev eth0', '# a comment', '']
    const more = [
      'ls',
      'ip a | head',
      'x=1 ip a',
      'ip help',
      'ip a',
      'ip netns add help',
      'ip l set eth0 up',
      'ip link set h up',
      'ip link set type up',
      'ip link add red type vrf table 1',
      'ip link add br0 type bridge stp_state 1',
      'ip link add v1 type veth peer',
      'ip -br link set v1 up',
      'ip netns exec red',
      'ping -6 10.0.0.1',
      'ping -c 0 10.0.0.1',
      'ping red',
      'sysctl -a',
      'sysctl -w net.ipv4.tcp_sack=0',
      'ip netns exec red bash',
      'echo hi',
      'ip link; ip a',
    ]
    expect(plain.map(coreSuffices)).toEqual(plain.map(() => true))
    expect(more.map(coreSuffices)).toEqual(more.map(() => false))
    expect(coreSuffices('ip netns exec red ping -c 1 10.0.0.2')).toBe(true)
  })

  it('is any world but the bare one', () => {
    expect(LESSONS.map((lab) => [lab.id, coreOpens(lab.text)])).toContainEqual(['welcome', true])
    expect(coreOpens('#! world: lan\n$ ip a\n')).toBe(false)
    expect(coreOpens('#! at host/red 10 20\npc$ ip netns add red\n')).toBe(true)
    expect(coreOpens('$ ls\n')).toBe(false)
  })
})

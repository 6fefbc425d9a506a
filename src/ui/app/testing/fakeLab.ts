// A lab that is not there, for work on the screen: the canvas's fake world behind terminals that echo, packets that
// are made up, and a text that only grows. In development, by `?fake`.
import type { Connect, FromLab, Hop, Story, ToLab } from '../../../store/lab.ts'
import { World } from '../../canvas/testing/build.ts'
import { type } from '../../canvas/testing/typed.ts'

const PROMPT = '\x1b[01;32mroot@host\x1b[00m:\x1b[01;34m~\x1b[00m# '

export const connectFake: Connect = (receive) => {
  let world = new World()
  let texts = ['']
  let at = 0
  let playing = true
  let speed = 1
  let hops = 0
  const line = new Map<string, string>()

  const say = (message: FromLab): void => queueMicrotask(() => receive(message))
  const print = (id: string, data: string): void => say({ type: 'terminal-output', id, data })
  const lab = (): void => {
    const text = texts[at] ?? ''
    const title = /^#! title: (.*)$/m.exec(text)?.[1] ?? ''
    say({ type: 'lab', lab: { text, title, world: 'bare', canUndo: at > 0, canRedo: at < texts.length - 1 } })
  }
  const player = (): void =>
    say({ type: 'player', player: { playing, speed, now: hops * 1e6, hops, busy: false } })
  const run = (machine: string, text: string): void => {
    texts = [...texts.slice(0, at + 1), `${texts[at] ?? ''}$ ${text}\n`]
    at += 1
    type(world, machine, text)
    const ping = /ping .*?([\d.]+)$/.exec(text)?.[1]
    if (ping !== undefined) {
      print(machine, `PING ${ping} (${ping}) 56(84) bytes of data.\r\n`)
      print(machine, `64 bytes from ${ping}: icmp_seq=1 ttl=64 time=0.061 ms\r\n`)
      fly()
    }
  }
  const fly = (): void => {
    const cables = world.all().filter((d) => d.peer !== null)
    const made = cables.flatMap((d, n): Hop[] => {
      const protocol = n % 4 === 0 ? 'ARP' : 'ICMP'
      hops += 1
      const summary =
        protocol === 'ARP'
          ? 'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28'
          : `IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq ${hops}, length 64`
      const label = protocol === 'ARP' ? 'ARP who-has 10.0.0.2' : 'ICMP echo request'
      const skb = Math.ceil(hops / 2)
      return [
        {
          id: hops,
          time: hops * 1e6,
          delay: 1000,
          from: d.id,
          to: d.peer,
          skb,
          root: skb,
          protocol,
          label,
          summary,
          length: 98,
        },
      ]
    })
    say({ type: 'hops', hops: made, replay: false, hopMilliseconds: 500 })
    player()
  }
  const show = (): void => {
    const changed = world.views()
    say({ type: 'view', changed, order: changed.map((m) => m.id) })
    lab()
  }
  const open = (text: string): void => {
    world = new World()
    world.machine('host')
    for (const command of text.split('\n')) {
      if (command.startsWith('$ ')) type(world, 'host', command.slice(2))
    }
    texts = [text]
    at = 0
    hops = 0
    say({ type: 'hops-cut', last: 0 })
    say({ type: 'opened', view: { machines: world.views() }, placements: [] })
    say({ type: 'terminal-opened', id: 'host', machine: 'host', netns: null })
    say({ type: 'terminal-reset', id: 'host' })
    print('host', PROMPT)
    lab()
    player()
  }

  return (message: ToLab): void => {
    switch (message.type) {
      case 'open':
        return open(message.text)
      case 'gesture':
        print(message.machine, `\r\x1b[90m# ${message.note}\x1b[0m\r\n`)
        for (const text of message.lines) {
          print(message.machine, `${PROMPT}${text}\r\n`)
          run(message.machine, text)
        }
        print(message.machine, PROMPT)
        return show()
      case 'terminal-open':
        return print(message.id, PROMPT)
      case 'terminal-input': {
        if (message.data !== '\r') {
          line.set(message.id, (line.get(message.id) ?? '') + message.data)
          return print(message.id, message.data)
        }
        print(message.id, '\r\n')
        run('host', line.get(message.id) ?? '')
        line.delete(message.id)
        print(message.id, PROMPT)
        return show()
      }
      case 'undo':
      case 'redo':
        at += message.type === 'undo' ? -1 : 1
        return lab()
      case 'reset':
        return open('#! world: bare\n')
      case 'title':
        texts = [
          ...texts.slice(0, at + 1),
          `#! title: ${message.title}\n${(texts[at] ?? '').replace(/^#! title: .*\n/m, '')}`,
        ]
        at += 1
        return lab()
      case 'play':
        playing = message.playing
        return player()
      case 'speed':
        speed = message.speed
        return player()
      case 'step':
        return fly()
      case 'story':
        return say({ type: 'story', story: storyOf(message.skb, world) })
      default:
    }
  }
}

function storyOf(skb: number, world: World): Story {
  const device = world.all().find((d) => d.peer !== null)
  const step = (time: number, netns: string | null, title: string, detail: string) => ({
    time,
    machine: 'host',
    netns,
    device: device?.name ?? null,
    deviceId: device?.id ?? null,
    title,
    detail,
  })
  return {
    skb,
    title: `Packet ${skb} · ICMP echo request`,
    subtitle: '10.0.0.1 → 10.0.0.2 · 98 bytes',
    steps: [
      { ...step(0, 'red', 'ipLocalOut', 'route: 10.0.0.0/24 dev eth0, link scope'), outcome: 'step' },
      { ...step(0, 'red', 'neighOutput', '10.0.0.2 is 02:00:00:00:00:08 (REACHABLE)'), outcome: 'step' },
      { ...step(1000, null, 'brHandleFrame', 'learns 02:00:00:00:00:06 on veth-red'), outcome: 'step' },
      { ...step(2500, 'blue', 'ipLocalDeliver', 'icmpRcv answers with an echo reply'), outcome: 'delivered' },
      { ...step(12_500, 'blue', 'drop', 'NO_SOCKET: nobody listens'), outcome: 'drop' },
    ],
    layers: [
      {
        name: 'Ethernet',
        fields: [
          { name: 'Destination', value: '02:00:00:00:00:08' },
          { name: 'Source', value: '02:00:00:00:00:06' },
          { name: 'Type', value: 'IPv4 (0x0800)' },
        ],
      },
      { name: 'IPv4', fields: [{ name: 'Source', value: '10.0.0.1' }] },
    ],
    hex: '0200000000080200000000060800450000540001400040010a000a0000010a0000020800',
  }
}

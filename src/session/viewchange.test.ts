import { expect, it } from 'vitest'
import { fullLab } from '../lab/full.ts'
import type { MachineView } from '../lab/view.ts'
import { ViewBuilder } from '../lab/viewbuilder.ts'
import { changed, changeOf, type MachineChange } from './viewchange.ts'

const START = `ip link add br0 type bridge; ip link set br0 up
for n in red blue; do
  ip netns add $n; ip link add v-$n type veth peer name eth0 netns $n; ip link set v-$n master br0 up
  ip -n $n link set eth0 up
done
ip -n red addr add 10.0.0.1/24 dev eth0; ip addr add 10.0.0.2/24 dev br0; sleep 9`

/** What is told of a command, and the machine before and after it as the page has it. */
function tell(command: string): { change: MachineChange; before: MachineView; after: MachineView } {
  const lab = fullLab()
  const views = new ViewBuilder(lab)
  lab.exec('host', START)
  views.update(true)
  const before = views.view.machines[0]!
  lab.exec('host', command)
  const [news] = views.update(true).changed
  const change = changeOf(news!.known, news!.machine)
  const after = changed(before, structuredClone(change))
  expect(after).toEqual(news!.machine)
  return { change, before, after }
}

/** Names for what is told whole; `=` for what is only named, `#` for counters. */
function parts({ namespaces }: MachineChange): readonly string[] {
  return namespaces.map((netns) => {
    if (typeof netns === 'string') return '='
    const devices = netns.devices.map((d) => (typeof d === 'string' ? '=' : 'netns' in d ? d.name : '#'))
    const lists = (['routes', 'neighbours', 'fdb'] as const).filter((list) => netns[list] !== null)
    return [netns.name ?? 'host', ...devices, ...lists].join(' ')
  })
}

it('tells of a namespace what has changed in it, and of others nothing', () => {
  expect(parts(tell('ip netns add green').change)).toEqual(['=', '=', 'green lo routes neighbours fdb', '='])
  expect(parts(tell('ip -n red link set lo up').change)).toEqual(['=', '=', 'red lo ='])
})

it('tells counters alone of devices that only counted packets', () => {
  const { change, before, after } = tell('ip netns exec red ping -c 1 10.0.0.2; ip link del v-blue')
  expect(parts(change)).toEqual(['host = br0 # fdb', 'blue = fdb', 'red = # neighbours'])
  expect(after.namespaces[2]!.routes).toBe(before.namespaces[2]!.routes)
})

it('is a whole machine for a page that knows none', () => {
  const { before } = tell('ip netns add green')
  expect(changeOf(undefined, before)).toBe(before)
  expect(changed(undefined, before)).toEqual(before)
})

// A lab that is not there: answers the store as the worker would, without a kernel.
import type { FromLab, Hop, ToLab } from '../../../session/protocol.ts'
import type { World } from './build.ts'
import { type } from './typed.ts'

export interface FakeLab {
  readonly connect: (receive: (message: FromLab) => void) => (message: ToLab) => void
  /** Everything the page said. */
  readonly said: readonly ToLab[]
  /** Puts frames on cables: pairs of device ids, as one batch. */
  readonly fly: (frames: readonly FakeFrame[], milliseconds: number) => void
}

export interface FakeFrame {
  readonly from: string
  readonly to: string | null
  readonly protocol: Hop['protocol']
  readonly label: string
}

export function fakeLab(world: World): FakeLab {
  const said: ToLab[] = []
  let receive: (message: FromLab) => void = () => undefined
  let id = 0
  const show = (): void => {
    const views = world.views()
    receive({ type: 'view', changed: views, order: views.map((m) => m.id) })
  }
  return {
    said,
    connect: (to) => {
      receive = to
      receive({ type: 'opened', view: { machines: world.views() }, sheet: { placements: [], notes: [] } })
      return (message) => {
        said.push(message)
        if (message.type !== 'gesture') return
        for (const line of message.lines) type(world, message.machine, line)
        show()
      }
    },
    fly: (frames, hopMilliseconds) => {
      const hops = frames.map((frame): Hop => {
        const number = ++id
        return {
          id: number,
          time: number * 1000,
          delay: 1000,
          skb: number,
          root: number,
          inner: null,
          management: false,
          summary: frame.label,
          length: 98,
          ...frame,
        }
      })
      receive({ type: 'hops', hops, replay: false, hopMilliseconds })
    },
  }
}

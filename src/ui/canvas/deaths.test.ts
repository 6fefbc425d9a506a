import { describe, expect, it } from 'vitest'
import type { Drop } from '../../store/lab.ts'
import { deathsOf } from './deaths.ts'
import { draw, NO_DRAWING } from './drawing.ts'
import { deviceNamed, viewOf } from './testing/view.ts'
import { bridgeLab } from './testing/worlds.ts'

const view = viewOf(bridgeLab())
const drawing = draw(view, new Map(), NO_DRAWING)
const eth0 = view.devices.get(deviceNamed(view, 'red', 'eth0'))!

function drop(id: number, device: string | null, netns = eth0.netns): Drop {
  return { id, after: 0, time: 0, device, netns, skb: id, reason: 'NETFILTER_DROP', rule: null, words: '' }
}

describe('marks of deaths', () => {
  it('stand at the interface, one for all that died there', () => {
    const [mark, ...more] = deathsOf([drop(1, eth0.id), drop(2, eth0.id)], drawing)
    expect(more).toEqual([])
    expect(mark).toMatchObject({ id: eth0.id, count: 2, drop: { id: 2 } })
  })

  it('stand at the namespace when the interface is not drawn', () => {
    const [mark] = deathsOf([drop(1, 'host#999')], drawing)
    expect(mark?.id).toBe(`netns:${eth0.netns}`)
  })

  it('are left out when nothing of the place is drawn', () => {
    expect(deathsOf([drop(1, null, 'nowhere/1')], drawing)).toEqual([])
  })
})

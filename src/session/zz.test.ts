import { it } from 'vitest'
import { BRIDGE, Page } from './testing.ts'
it('x', () => {
  const p = new Page().open(BRIDGE)
  console.log(p.refused, p.terminals, p.screen(), p.text === BRIDGE)
  p.run('ip netns exec red ping -c 2 10.0.0.2')
  console.log(p.screen().slice(-700), p.hops.length, p.time, p.text.slice(-100), p.player)
  p.send({ type: 'undo' })
  console.log(p.screen().slice(-300), p.hops.length, p.canUndo, p.canRedo)
  p.send({ type: 'redo' })
  console.log(p.screen().slice(-300), p.hops.length, p.canUndo, p.canRedo)
  p.send({ type: 'step-back' })
  console.log(p.screen().slice(-300), p.hops.length, p.player)
  p.send({ type: 'step' })
  console.log(p.screen().slice(-300), p.hops.length, p.player)
  p.send({ type: 'play', playing: true }).pass(20000)
  console.log(p.screen().slice(-300), p.hops.length, p.player, p.idle)
})

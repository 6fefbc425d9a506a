// Keeps the drawing up to date. New things leave the old where they were; where much is new at once, as when a large lab
// is opened, it is laid out in a worker, and the last drawing stands until that is done.
import type { LabStoreState } from '../../store/lab.ts'
import { MOST_ROUTED, type Router, routesOf } from './cables.ts'
import { drawn, layoutBefore, NO_DRAWING, type Drawing } from './drawing.ts'
import type { View } from './gestures/gesture.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Scene, sceneOf } from './scene.ts'

type Placements = LabStoreState['placements']
/** Lays out elsewhere. */
type LayOut = (scene: Scene, placements: Placements, before: Layout) => Promise<Layout>

/** More boxes without a place than this are not laid out on the page. */
const MUCH = 200
/** Among more boxes than this a cable may have to go around one. */
const FEW = 8

/** What a drawing is made from. `words`: in another language it is another. */
interface Drawn {
  readonly view: View
  readonly placements: Placements
  readonly words: object
}

interface Asked {
  readonly from: Drawn
  readonly scene: Scene
}

export class Drawer {
  #last = NO_DRAWING
  /** What was to be drawn last: it has been, or is being laid out elsewhere. */
  #seen: Drawn | null = null
  #asked: Asked | null = null
  #helped = true
  #router: Router = routesOf
  #routing = false
  readonly #layOut: LayOut
  readonly #onLanded: () => void

  /** `onLanded`: what was laid out elsewhere can be drawn now. */
  constructor(layOut: LayOut, onLanded: () => void) {
    this.#layOut = layOut
    this.#onLanded = onLanded
  }

  draw(from: Drawn): Drawing {
    if (this.#seen && isSame(this.#seen, from)) return this.#last
    this.#seen = from
    const scene = sceneOf(from.view, this.#last.scene)
    const before = layoutBefore(scene, this.#last)
    if (this.#helped && isMuch(scene, before)) {
      if (!this.#asked || isOther(scene, this.#asked.scene)) void this.#ask({ from, scene }, before)
      return this.#last
    }
    if (scene.boxes.size > FEW && scene.boxes.size <= MOST_ROUTED && !this.#routing) void this.#learnWays()
    this.#asked = null
    this.#last = drawn(from.view, scene, layoutOf(scene, from.placements, before), this.#last, this.#router)
    return this.#last
  }

  /** Cables that cross boxes go around them from now on. */
  async #learnWays(): Promise<void> {
    this.#routing = true
    try {
      this.#router = (await import('./routing.ts')).routesAround
    } catch {
      this.#routing = false
      return
    }
    // The short ways that were taken until now are no ways of this router's, to be kept.
    this.#last = { ...this.#last, routes: new Map() }
    this.#seen = null
    this.#onLanded()
  }

  async #ask(asked: Asked, before: Layout): Promise<void> {
    this.#asked = asked
    const { from, scene } = asked
    const layout = await this.#layOut(scene, from.placements, before).catch(() => null)
    // Something else stands by now: it was drawn, or is being laid out itself.
    if (this.#asked !== asked) return
    this.#asked = null
    if (layout) this.#last = drawn(from.view, scene, layout, this.#last, this.#router)
    else this.#helped = false
    if (!layout || this.#seen !== from) this.#seen = null
    this.#onLanded()
  }
}

/** In the worker, which is loaded when it is first needed. */
export async function layOut(...what: Parameters<LayOut>): Promise<Layout> {
  return (await import('./layoutAsk.ts')).layOut(...what)
}

/** Too much is new for the page to lay out by itself. */
export function isMuch(scene: Scene, { boxes }: Layout): boolean {
  if (scene.boxes.size - boxes.size > MUCH) return true
  let fresh = 0
  for (const id of scene.boxes.keys()) if (!boxes.has(id)) fresh++
  return fresh > MUCH
}

function isSame(a: Drawn, b: Drawn): boolean {
  return a.view === b.view && a.placements === b.placements && a.words === b.words
}

/** Most of what is being laid out is gone. */
function isOther(scene: Scene, asked: Scene): boolean {
  let left = 0
  for (const id of asked.boxes.keys()) if (scene.boxes.has(id)) left++
  return left * 2 < asked.boxes.size
}

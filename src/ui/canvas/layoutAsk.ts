// Has a scene laid out in a worker. It is started when first needed, or when it can be foreseen that it will be, and stays.
import type { LabStoreState } from '../../store/lab.ts'
import type { Layout, Plan } from './layout.ts'
import { planOf } from './plan.ts'
import type { Scene } from './scene.ts'

export interface ToLayOut {
  readonly id: number
  readonly plan: Plan
  readonly placements: LabStoreState['placements']
  readonly before: Layout
}

export interface LaidOut {
  readonly id: number
  readonly layout: Layout
}

interface Wait {
  readonly resolve: (layout: Layout) => void
  readonly reject: (reason: Error) => void
}

let worker: Worker | null = null
let ids = 0
const waiting = new Map<number, Wait>()

export function layOut(
  scene: Scene,
  placements: LabStoreState['placements'],
  before: Layout,
): Promise<Layout> {
  return new Promise((resolve, reject) => {
    const id = ++ids
    waiting.set(id, { resolve, reject })
    prepare().postMessage({ id, plan: planOf(scene), placements, before } satisfies ToLayOut)
  })
}

/** Starts the worker, unless it stands. */
export function prepare(): Worker {
  worker ??= start()
  return worker
}

function start(): Worker {
  const fresh = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
  fresh.onmessage = ({ data: { id, layout } }: MessageEvent<LaidOut>) => {
    waiting.get(id)?.resolve(layout)
    waiting.delete(id)
  }
  fresh.onerror = (event) => {
    event.preventDefault()
    fresh.terminate()
    worker = null
    for (const { reject } of waiting.values()) reject(new Error('The layout worker died.'))
    waiting.clear()
  }
  return fresh
}

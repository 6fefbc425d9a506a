import { expect, it } from 'vitest'
import { LESSONS } from '../../labs/registry.ts'
import { cablePath } from './cables.ts'
import { cuts } from './detour.ts'
import { draw, NO_DRAWING, type Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import { titleWidth } from './metrics.ts'
import { routesAround } from './routing.ts'
import type { Rect } from './space.ts'
import { played } from './testing/played.ts'
import { wayOf } from './ways.ts'

const LABS: Record<string, string> = {
  ...Object.fromEntries(LESSONS.map((l) => [l.id, l.text])),
  lan: '#! world: lan\n',
  docker: '#! world: docker\n',
  'two networks': `#! world: docker
$ docker network create front
$ docker network create back
${[1, 2, 3].map((n) => `$ docker run -d --name f${n} --network front nginx\n$ docker run -d --name b${n} --network back nginx\n`).join('')}$ docker network connect back f1
$ docker network connect front b3
`,
  cluster: '#! world: cluster\n',
  'cluster with pods': `#! world: cluster\n$ kubectl create deployment web --image=nginx --replicas=6\n$ sleep 20\n`,
}

function crossings({ scene, layout, routes }: Drawing): string[] {
  const around = (id: string): string[] => {
    const ids: string[] = []
    for (let at: string | null = id; at; at = scene.boxes.get(at)?.parent ?? null) ids.push(at)
    return ids
  }
  const found: string[] = []
  for (const route of routes.values()) {
    const own = new Set([...around(route.a.box), ...around(route.b.box)])
    const corner = (id: string): Rect => absolute(scene, layout.boxes, id)
    const way = wayOf(cablePath(route, corner(route.a.box), corner(route.b.box)))
    for (const box of scene.boxes.values()) {
      const { x, y, w, h } = corner(box.id)
      if (own.has(box.id) && box.kind === 'interface') continue
      const rect = own.has(box.id)
        ? { x: x + 8, y: y - 8, w: titleWidth(box.title), h: box.kind === 'machine' ? 48 : 18 }
        : { x, y, w, h }
      if (way.some((p, i) => i > 0 && cuts(way[i - 1]!, p, rect)))
        found.push(`${route.kind} ${scene.boxes.get(route.a.box)!.path}:${route.id} over ${box.path}`)
    }
  }
  return found
}

it.each(Object.entries(LABS))(
  'no cable crosses a box that holds neither of its ends, nor a title: %s',
  (_, text) => {
    expect(crossings(draw(played(text), new Map(), NO_DRAWING, routesAround))).toEqual([])
  },
)

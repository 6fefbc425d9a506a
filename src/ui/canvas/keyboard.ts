// The keyboard's way over the canvas.

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Which of the places is next in a direction: nearest along it, with what lies aside counted double. -1 when none is.
 */
export function neighbour(places: readonly Place[], from: Place, direction: Direction): number {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
    direction
  ] as [number, number]
  const [x, y] = centre(from)
  let best = -1
  let least = Infinity
  for (const [i, place] of places.entries()) {
    const [px, py] = centre(place)
    const along = (px - x) * dx + (py - y) * dy
    const aside = Math.abs((px - x) * dy) + Math.abs((py - y) * dx)
    if (along < 1 || aside > along * 4) continue
    const cost = along + 2 * aside
    if (cost < least) {
      least = cost
      best = i
    }
  }
  return best
}

function centre({ x, y, width, height }: Place): readonly [number, number] {
  return [x + width / 2, y + height / 2]
}

export function isArrow(key: string): key is Direction {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown'
}

/** Moves the focus to the thing next to the one that has it. */
export function moveFocus(root: Element, from: Element, direction: Direction): void {
  const all = [...root.querySelectorAll<HTMLElement | SVGElement>('.react-flow [tabindex]')].filter(
    (e) => e !== from && e.getAttribute('aria-label') !== null && e.closest('.react-flow__panel') === null,
  )
  const next =
    all[
      neighbour(
        all.map((e) => e.getBoundingClientRect()),
        from.getBoundingClientRect(),
        direction,
      )
    ]
  next?.focus()
}

import type { ReactNode } from 'react'

/** The corner of a box, where React Flow measures its cables from: classes and attribute are those of its handles. */
export function Anchor(): ReactNode {
  return (
    <span className="source target" data-handlepos="top" style={{ position: 'absolute', top: 0, left: 0 }} />
  )
}

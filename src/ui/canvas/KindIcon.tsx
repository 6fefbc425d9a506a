import type { ReactNode } from 'react'
import type { BoxKind } from './scene.ts'

/** The shapes of the palette, small: a kind is known by more than its colour. */
export function KindIcon({ kind }: { readonly kind: BoxKind }): ReactNode {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden
    >
      {shapeOf(kind)}
    </svg>
  )
}

function shapeOf(kind: BoxKind): ReactNode {
  if (kind === 'machine') return <path d="M1 2h10v6H1zM4 10.5h4" />
  if (kind === 'netns')
    return <rect x="1.2" y="1.2" width="9.6" height="9.6" rx="2.4" strokeDasharray="2.4 1.6" />
  if (kind === 'bridge') return <path d="M1 3.5h10v5H1zM3.5 6h.1M6 6h.1M8.5 6h.1" strokeLinecap="round" />
  return <path d="M2 2h8v5.5H2zM4 7.5v3M6 7.5v3M8 7.5v3" />
}

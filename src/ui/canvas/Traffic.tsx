import type { ReactNode } from 'react'
import { Deaths } from './Deaths.tsx'
import type { Drawing } from './drawing.ts'
import { Flights } from './Flights.tsx'

/** Packets under way, and where they died. */
export function Traffic({ drawing }: { readonly drawing: Drawing }): ReactNode {
  return (
    <>
      <Flights drawing={drawing} />
      <Deaths drawing={drawing} />
    </>
  )
}

// Parts of the screen that come after the first: each is loaded when a person first does something, or when it is shown.
import { lazy, Suspense, useState, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'

/** Loads of all parts that are not there yet. */
const waiting = new Set<() => Promise<unknown>>()

/** A component that need not be there at the start. One that has come by the time it is shown is there at once. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  let loaded: ComponentType<Props> | null = null
  const fetch = async (): Promise<{ readonly default: ComponentType<Props> }> => {
    loaded = await load()
    waiting.delete(fetch)
    return { default: loaded }
  }
  waiting.add(fetch)
  const Awaited: ComponentType<Props> = lazy(fetch)
  return function Later(props: Props): ReactNode {
    const [Part] = useState(() => loaded ?? Awaited)
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
}

/** A person has moved the pointer or pressed a key; until then these wait to be told. */
let touched = false
const untold = new Set<() => void>()

/** Whether a person has begun to do anything: what only answers to that is not drawn before. */
export function useTouched(): boolean {
  return useSyncExternalStore(subscribe, isTouched)
}

function subscribe(tell: () => void): () => void {
  untold.add(tell)
  return () => untold.delete(tell)
}

function isTouched(): boolean {
  return touched
}

/** Has all parts loaded as soon as a person moves the pointer or presses a key. */
export function loadAtFirstTouch(): void {
  const events = ['pointermove', 'pointerdown', 'keydown', 'dragover'] as const
  const load = (): void => {
    touched = true
    for (const tell of untold) tell()
    for (const event of events) window.removeEventListener(event, load, true)
    // What cannot be loaded now is tried again when it is shown.
    for (const part of waiting) void part().catch(() => {})
  }
  for (const event of events) window.addEventListener(event, load, true)
}

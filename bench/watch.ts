// What is run inside the page to see how it answers. Each function is sent to the page by itself: it knows no other.

/** Milliseconds from the start of the page to the frame in which namespaces stand on the canvas. */
export function firstBoxes(): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('[data-id^="netns:"], [data-layer="boxes"]')) resolve(performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Begins to note how long the page's thread is held at a time. */
export function watchGaps(): void {
  const watched = window as Window & { longestGap?: number }
  watched.longestGap = 0
  let last = performance.now()
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    const now = performance.now()
    watched.longestGap = Math.max(watched.longestGap ?? 0, now - last)
    last = now
    setTimeout(() => port2.postMessage(null), 4)
  }
  port2.postMessage(null)
}

/** The longest gap since this was last asked. */
export function takeGap(): number {
  const watched = window as Window & { longestGap?: number }
  const gap = watched.longestGap ?? Infinity
  watched.longestGap = 0
  return gap
}

/**
 * Begins to wait for what `selector` finds to hold `text`, from the next key that is `key` on; `typedToShown` tells.
 * What is found is shown when the frame that holds it has been painted.
 */
export function watchKey({ key, selector, text }: { key: string; selector: string; text: string }): void {
  const watched = window as Window & { shown?: Promise<number> }
  watched.shown = new Promise((resolve) => {
    const painted = (from: number): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - from)
        port2.postMessage(null)
      })
    }
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== key) return
      removeEventListener('keydown', pressed, true)
      const isThere = (): boolean =>
        [...document.querySelectorAll(selector)].some((e) => text === '' || e.textContent.includes(text))
      const observer = new MutationObserver(() => {
        if (!isThere()) return
        observer.disconnect()
        painted(event.timeStamp)
      })
      observer.observe(document.body, {
        attributeFilter: ['data-boxes'],
        childList: true,
        subtree: true,
        characterData: true,
      })
    }
    addEventListener('keydown', pressed, true)
  })
}

/** Milliseconds from the key to the frame in which it was shown. */
export function typedToShown(): Promise<number> {
  return (window as Window & { shown?: Promise<number> }).shown ?? Promise.resolve(Infinity)
}

/** Frames a second while the canvas is dragged back and forth, a step a frame. */
export function panned(milliseconds: number): Promise<number> {
  const pane = document.querySelector('.react-flow__pane')
  const { left, top, width, height } = pane?.getBoundingClientRect() ?? new DOMRect()
  let x = left + width / 2
  const send = (type: string, to: EventTarget | null): void => {
    const at = { clientX: x, clientY: top + height / 2, button: 0, buttons: 1 }
    to?.dispatchEvent(new MouseEvent(type, { ...at, bubbles: true, cancelable: true, view: window }))
  }
  send('mousedown', pane)
  return new Promise((resolve) => {
    const from = performance.now()
    let frames = 0
    const step = (now: number): void => {
      frames++
      if (now - from >= milliseconds) {
        send('mouseup', window)
        resolve((frames * 1000) / (now - from))
        return
      }
      x += frames % 60 < 30 ? 9 : -9
      send('mousemove', window)
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}

/** Frames a second while at least `fewest` frames of packets are on the canvas; null when there never were. */
export function flown({
  fewest,
  milliseconds,
}: {
  fewest: number
  milliseconds: number
}): Promise<number | null> {
  return new Promise((resolve) => {
    const from = performance.now()
    let [frames, time, last] = [0, 0, from]
    const step = (now: number): void => {
      const swarm = document.querySelector('canvas[data-frames]')?.getAttribute('data-frames')
      const single = document.querySelectorAll('[aria-label^="packet "]').length
      if (Number(swarm ?? single) >= fewest) {
        frames++
        time += now - last
      }
      last = now
      if (now - from < milliseconds) requestAnimationFrame(step)
      else resolve(frames === 0 ? null : (frames * 1000) / time)
    }
    requestAnimationFrame(step)
  })
}

/** Pastes a line many times over into what has the focus. */
export function paste({ line, times }: { line: string; times: number }): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', line.repeat(times))
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
}

// A paste on its way into a terminal. One line of plain characters without a prompt goes straight in.

/** Several lines, a character that no keyboard's key writes, or what may be a prompt. */
const WORTH_A_LOOK = /[\r\n]\s*\S|[^\0-\x7f]|^\s*\S{0,60} ?[#$%>] \S/

/** Hands to `take` what is worth a look before it is pasted. Returns how to stop. */
export function catchPastes(place: HTMLElement, take: (text: string) => void): () => void {
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!WORTH_A_LOOK.test(text)) return
    event.preventDefault()
    event.stopPropagation()
    take(text)
  }
  // Before xterm hears of it.
  place.addEventListener('paste', onPaste, true)
  return () => place.removeEventListener('paste', onPaste, true)
}

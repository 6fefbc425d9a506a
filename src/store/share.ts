// Links that carry a whole lab. Loaded when one is needed.
import { decodeLink, encodeLink } from '../session/link.ts'

/** Past this many characters some places a link is pasted into cut it. */
export const LONG_LINK = 2000

/** `page` without its fragment, and the lab's text as fragment. */
export function shareLink(page: string, text: string): string {
  return page.replace(/#.*$/, '') + encodeLink(text)
}

/** The text a fragment (`#1.…`) carries, or a plain sentence saying why there is none. */
export function readLink(fragment: string): { readonly text: string } | { readonly error: string } {
  return decodeLink(fragment)
}

/** HTML that shows the lab inside a page. */
export function embedCode(link: string, title: string): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${link}" title="${name}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`
}

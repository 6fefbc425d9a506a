// Links that carry a whole lab. Loaded when one is needed.
import { decodeLink, encodeLink } from '../session/link.ts'
import { joinFragment, NO_OPTIONS, type LinkOptions } from './linkOptions.ts'

/** Past this many characters some places a link is pasted into cut it. */
export const LONG_LINK = 2000

/** `page` without its fragment, and the lab's text as fragment, with what else the link asks for. */
export function shareLink(page: string, text: string, options: LinkOptions = NO_OPTIONS): string {
  return page.replace(/#.*$/, '') + joinFragment({ lab: encodeLink(text), options })
}

/** The text a fragment (`#1.…`) carries, or a plain sentence saying why there is none. */
export function readLink(fragment: string): { readonly text: string } | { readonly error: string } {
  return decodeLink(fragment)
}

/** Commands in a lab's text. */
export function countSteps(text: string): number {
  return text.match(/^(?:[a-z][a-z0-9-]*)?\$ /gm)?.length ?? 0
}

/** HTML that shows the lab inside a page. */
export function embedCode(link: string, title: string): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${link}" title="${name}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`
}

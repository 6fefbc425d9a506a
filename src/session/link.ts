// A lab as a link: what the page may ask about it without a lab of its own.
export { decodeLink, encodeLink } from '../lab/link.ts'

// What was pasted, told apart: what the page may ask about a text without a lab of its own.
export { insideNetns } from '../lab/inside.ts'
export { commandsOf, readPasted, type PastedLine } from '../lab/import/pasted.ts'
export { typographicIn, type Typographic } from '../lab/import/typographic.ts'

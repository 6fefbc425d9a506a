import { welcome } from '../session/welcome.ts'

/** What stands on the canvas at the very first start. */
export const WELCOME = welcome.text

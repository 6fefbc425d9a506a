// The lab of the very first start, for the page: it comes with the page, the library of labs later.
export { welcome } from '../labs/welcome.ts'

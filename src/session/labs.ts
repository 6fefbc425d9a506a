// The library of labs, for the page.
export { LESSONS } from '../labs/registry.ts'

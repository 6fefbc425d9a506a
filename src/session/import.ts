// A text from anywhere as a lab: what the page may ask without a lab of its own.
export { importText, type ImportRefusal } from '../lab/import/imported.ts'

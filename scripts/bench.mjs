// npm run bench: bench/main.ts in this process.
import { ensureInstalled } from './ensure.mjs'

ensureInstalled()
const { bundle } = await import('./bundle.mjs')
await import(await bundle('bench', 'bench/main.ts', ['src', 'bench']))

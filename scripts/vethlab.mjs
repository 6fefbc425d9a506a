// The headless vethlab: src/cli/main.ts in this process, bundled when it or anything below it has changed.
import { ensureInstalled } from './ensure.mjs'

ensureInstalled()
const { bundle } = await import('./bundle.mjs')
await import(await bundle('cli', 'src/cli/main.ts'))

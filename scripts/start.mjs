// npm start: builds the app and serves it on this machine.
import { ensureInstalled, ROOT } from './ensure.mjs'

ensureInstalled()
const { build, preview } = await import('vite')
try {
  await build({ root: ROOT, logLevel: 'warn' })
  const server = await preview({
    root: ROOT,
    preview: { host: '127.0.0.1', port: 4173, strictPort: false },
  })
  process.stdout.write(`vethlab is at ${server.resolvedUrls?.local[0]} (Ctrl-C ends it)\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

// npm run fix: formats everything and repairs what the linter can repair.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, ROOT } from './ensure.mjs'

ensureInstalled()
for (const [path, ...args] of [
  ['oxlint/bin/oxlint', '-c', 'oxlint.config.js', '--fix'],
  ['oxfmt/bin/oxfmt'],
]) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', path), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

// What is said of what was only tried. (Ref: kubectl/pkg/cmd/util/printing.go)
import type { Kubectl } from './context.ts'

/** ` (server dry run)`. */
export function dryWords(k: Kubectl): string {
  if (k.dryRun === null) return ''
  return k.dryRun === 'server' ? ' (server dry run)' : ' (dry run)'
}

// What each of BusyBox's programs is to the one that holds them all.
import type { Program } from '../../os/program.ts'

export interface Applet {
  readonly name: string
  /** What `--help` prints after `Usage: `, without its last newline; null: "No help available". */
  readonly usage: string | null
  readonly run: Program
}

export const BANNER = 'BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.\n'

/** Ref: libbb/appletlib.c:bb_show_usage() */
export function usageText(name: string, usage: string | null): string {
  if (usage === null) return `${BANNER}\nNo help available\n`
  return `${BANNER}\nUsage: ${name}${usage}\n`
}

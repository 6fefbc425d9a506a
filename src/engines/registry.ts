// Programs that own others, or are called by such: installed beside the commands, a line each.
import type { Command } from '../commands/command.ts'
import { loopbackPlugin } from './cni/loopback.ts'

export const engines: readonly Command[] = [loopbackPlugin]

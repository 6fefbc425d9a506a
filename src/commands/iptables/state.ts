// What a command line has said so far (Ref: struct xt_cmd_parse, struct iptables_command_state, struct xtables_args).
import type { XtInterface, XtMatch } from '../../uapi/xt_match.ts'
import type { XtTarget } from '../../uapi/xt_target.ts'
import type { Network } from './address.ts'
import type { ExtensionParser, MatchExtension, TargetExtension } from './extension.ts'
import type { CommandName } from './options.ts'

/** One use of an extension. */
export interface UsedMatch {
  readonly extension: MatchExtension
  readonly parser: ExtensionParser<XtMatch>
  readonly given: Set<string>
  /** Named again since: its options are complete. */
  completed: boolean
}

export interface UsedTarget {
  readonly extension: TargetExtension
  readonly parser: ExtensionParser<XtTarget>
  readonly given: Set<string>
}

export interface ParseState {
  commands: CommandName[]
  chain: string | null
  newName: string | null
  policy: string | null
  rulenum: number
  table: string
  verbose: number
  readonly options: Set<string>
  readonly inverted: Set<string>
  /** As it was written, in lower case. */
  protocolName: string | null
  protocol: number
  /** The protocol's own match was loaded. */
  protocolLoaded: boolean
  source: string | null
  destination: string | null
  in: XtInterface | null
  out: XtInterface | null
  jump: string | null
  goto: boolean
  matches: UsedMatch[]
  target: UsedTarget | null
  packets: number
  bytes: number
  waits: boolean
  waitInterval: boolean
}

export function emptyState(table: string): ParseState {
  return {
    commands: [],
    chain: null,
    newName: null,
    policy: null,
    rulenum: 0,
    table,
    verbose: 0,
    options: new Set(),
    inverted: new Set(),
    protocolName: null,
    protocol: 0,
    protocolLoaded: false,
    source: null,
    destination: null,
    in: null,
    out: null,
    jump: null,
    goto: false,
    matches: [],
    target: null,
    packets: 0,
    bytes: 0,
    waits: false,
    waitInterval: false,
  }
}

/** A command line that was read to its end. */
export interface ParsedCommand {
  readonly commands: readonly CommandName[]
  readonly table: string
  readonly chain: string | null
  readonly newName: string | null
  readonly policy: string | null
  /** Counted from 1; 0: none. */
  readonly rulenum: number
  readonly verbose: number
  readonly numeric: boolean
  readonly exact: boolean
  readonly lineNumbers: boolean
  readonly counters: { readonly packets: number; readonly bytes: number } | null
  readonly jump: string | null
  readonly goto: boolean
  readonly protocol: { readonly number: number; readonly invert: boolean } | null
  readonly fragment: { readonly invert: boolean } | null
  readonly in: XtInterface | null
  readonly out: XtInterface | null
  readonly sources: readonly Network[]
  readonly destinations: readonly Network[]
  readonly invertSource: boolean
  readonly invertDestination: boolean
  readonly matches: readonly XtMatch[]
  /** Null when `-j` names no extension: a chain, or nothing. */
  readonly target: XtTarget | null
}

// Words for what can be set on any link besides its name, addresses and flags (Ref: iproute2 ip/iplink.c:iplink_parse()).
import { OPERSTATES } from '../../uapi/if.ts'
import { ADDR_GEN_MODES, IF_LINK_MODE_DEFAULT, IF_LINK_MODE_DORMANT } from '../../uapi/if_link.ts'
import type { LinkRequest } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import type { IpContext } from './context.ts'
import { nsidOfName } from './nsid.ts'
import { parseInteger, parseUnsigned } from './utils.ts'

const MOST_SEGMENTS = 65535
const PROTODOWN_REASONS = 32

/** Whether the keyword may stand only once. */
const ONCE: ReadonlySet<string> = new Set(['numtxqueues', 'numrxqueues', 'link-netns', 'link-netnsid'])

function number(args: Args, keyword: string, word: string, max: number): number {
  const value = parseUnsigned(word, max)
  if (value === null) args.invarg(`Invalid "${keyword}" value\n`, word)
  return value
}

/** Reads the value `word` of a keyword into the request; false when the keyword is none of these. */
export function parseLinkSetting(
  ctx: IpContext,
  args: Args,
  request: LinkRequest,
  keyword: string,
  word: string,
  given: Set<string>,
): boolean {
  if (ONCE.has(keyword)) {
    if (given.has(keyword)) args.duparg(keyword, word)
    given.add(keyword)
  }
  switch (keyword) {
    case 'numtxqueues':
      request.numTxQueues = queues(args, keyword, word)
      return true
    case 'numrxqueues':
      request.numRxQueues = queues(args, keyword, word)
      return true
    case 'gso_max_size':
      request.gsoMaxSize = number(args, keyword, word, 0xffffffff)
      return true
    case 'gso_max_segs':
      request.gsoMaxSegs = number(args, keyword, word, 0xffffffff)
      if (request.gsoMaxSegs > MOST_SEGMENTS) args.invarg(`Invalid "${keyword}" value\n`, word)
      return true
    case 'gro_max_size':
      request.groMaxSize = number(args, keyword, word, 0xffffffff)
      return true
    case 'addrgenmode': {
      const mode = ADDR_GEN_MODES.find((name) => name === word.toLowerCase())
      if (mode === undefined) args.invarg('Invalid address generation mode\n', word)
      request.addrgenmode = mode
      return true
    }
    case 'state': {
      const state = OPERSTATES.find((name) => name === word.toUpperCase())
      if (state === undefined) args.invarg('Invalid operstate\n', word)
      request.operstate = state
      return true
    }
    case 'mode': {
      const mode = ['default', 'dormant'].indexOf(word.toLowerCase())
      if (mode < 0) args.invarg('Invalid link mode\n', word)
      request.linkmode = mode === 0 ? IF_LINK_MODE_DEFAULT : IF_LINK_MODE_DORMANT
      return true
    }
    case 'parentdev':
      // Only modems are made by it; the kernel looks at it for no other link.
      return true
    case 'xdp':
    case 'xdpgeneric':
    case 'xdpdrv':
    case 'xdpoffload':
      return word === 'off'
    case 'link-netnsid':
      request.linkNetnsid = integer(args, keyword, word)
      return true
    case 'link-netns': {
      const id = nsidOfName(ctx, word)
      if (id < 0) args.invarg(`Invalid "${keyword}" value\n`, word)
      request.linkNetnsid = id
      return true
    }
    default:
      return false
  }
}

function integer(args: Args, keyword: string, word: string): number {
  const value = parseInteger(word)
  if (value === null) args.invarg(`Invalid "${keyword}" value\n`, word)
  return value
}

function queues(args: Args, keyword: string, word: string): number {
  return integer(args, keyword, word) >>> 0
}

/** `protodown_reason N on`: 0, or the exit status. */
export function parseProtodownReason(args: Args, request: LinkRequest, word: string): number {
  const reason = parseUnsigned(word)
  if (reason === null || reason >= PROTODOWN_REASONS) args.invarg('invalid protodown reason\n', word)
  const on = args.oneOfOffOn('protodown_reason')
  if (on === null) return 22
  const bit = (1 << reason) >>> 0
  request.protoDownReasonMask = ((request.protoDownReasonMask ?? 0) | bit) >>> 0
  request.protoDownReason = (request.protoDownReason ?? 0) | (on ? bit : 0)
  return 0
}

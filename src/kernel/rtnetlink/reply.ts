// What a request is answered with.
import type { NsidMessage, RtnetlinkMessage, RtnetlinkReply } from '../../uapi/rtnetlink.ts'
import type { Net, Refusal } from '../core/net.ts'

const DONE: RtnetlinkReply = { messages: [] }

export function done(refused: Refusal | null): RtnetlinkReply {
  return refused ? { error: refused } : DONE
}

export function one(result: RtnetlinkMessage | Refusal): RtnetlinkReply {
  return 'errno' in result ? { error: result } : { messages: [result] }
}

export function many(result: RtnetlinkMessage[] | Refusal): RtnetlinkReply {
  return 'errno' in result ? { error: result } : { messages: result }
}

export function nsidMessage(peer: Net, nsid: number): NsidMessage {
  return { type: 'RTM_NEWNSID', nsid, netns: peer.inode }
}

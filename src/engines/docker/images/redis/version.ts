export const VERSION = '7.0.15'

/** Commands of that version which are not here. */
const OTHERS =
  'acl asking bgrewriteaof bgsave bitcount bitfield bitfield_ro bitop bitpos blmove blmpop blpop brpop brpoplpush bzmpop ' +
  'bzpopmax bzpopmin cluster copy dump eval eval_ro evalsha evalsha_ro expireat expiretime failover fcall fcall_ro function ' +
  'geoadd geodist geohash geopos georadius georadiusbymember geosearch geosearchstore getbit getex hincrbyfloat hrandfield ' +
  'hscan hsetnx hstrlen incrbyfloat latency lcs linsert lmove lmpop lpos lpushx lrem lset ltrim memory migrate module monitor ' +
  'move msetnx object pexpireat pexpiretime pfadd pfcount pfmerge psubscribe psync publish pubsub punsubscribe readonly ' +
  'readwrite renamenx replconf replicaof reset restore rpoplpush rpushx save script sdiff sdiffstore setbit setrange sinter ' +
  'sintercard sinterstore slaveof slowlog smismember smove sort sort_ro spop spublish srandmember sscan ssubscribe subscribe ' +
  'substr sunion sunionstore sunsubscribe swapdb sync touch unsubscribe unwatch wait watch xack xadd xautoclaim xclaim xdel ' +
  'xgroup xinfo xlen xpending xrange xread xreadgroup xrevrange xsetid xtrim zcount zdiff zdiffstore zincrby zinter zintercard ' +
  'zinterstore zlexcount zmpop zmscore zpopmax zpopmin zrandmember zrangebylex zrangebyscore zrangestore zrank zremrangebylex ' +
  'zremrangebyrank zremrangebyscore zrevrange zrevrangebylex zrevrangebyscore zrevrank zscan zunion zunionstore'

const KNOWN: ReadonlySet<string> = new Set(OTHERS.split(' '))

/** Redis has such a command. */
export function isKnown(name: string): boolean {
  return KNOWN.has(name)
}

// The order in which bash walks an associative array: that of its hash table, not that of the assignments.
import { encodeUtf8 } from '../wire/utf8.ts'

const BUCKETS = 1024
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1 over the octets as signed ones, as `char` is on x86. Ref: bash hashlib.c:hash_string() */
function bucketOf(key: string): number {
  let hash = FNV_OFFSET
  for (const octet of encodeUtf8(key)) hash = Math.imul(hash, FNV_PRIME) ^ ((octet << 24) >> 24)
  return hash & (BUCKETS - 1)
}

/**
 * The entries, given in the order of assignment, bucket by bucket; in a bucket the newest comes first. Bash makes the
 * table larger at 2048 keys, which is left out.
 */
export function inBashOrder(entries: Iterable<readonly [string, string]>): (readonly [string, string])[] {
  const placed = Array.from(entries, (entry) => ({ entry, bucket: bucketOf(entry[0]) }))
  return placed
    .reverse()
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ entry }) => entry)
}

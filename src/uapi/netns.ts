/**
 * A network namespace as a program holds it: an open file of /run/netns/NAME or /proc/PID/ns/net.
 * Opaque but for its inode number, by which two can be told apart.
 */
export interface NetnsRef {
  readonly inode: number
}

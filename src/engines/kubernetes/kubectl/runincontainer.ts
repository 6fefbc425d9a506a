// A program run in a pod for kubectl's own use: what it reads is given whole, what it prints is kept.
import type { Blocking } from '../../../os/program.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import { isApiError } from '../api/client.ts'
import { apiPath } from '../api/resources.ts'
import { CHANNEL, frameText, readFrame, writeFrame } from '../kubelet/streams.ts'
import type { Kubectl } from './context.ts'
import { execComplaint, execQuery, pods, upgradeError } from './exec.ts'

export interface InContainer {
  /** Of the pod's namespace. */
  readonly k: Kubectl
  readonly pod: string
  readonly container: string
}

export interface Ran {
  readonly status: number
  readonly stdout: Uint8Array
  readonly stdoutText: string
  readonly stderr: string
  /** Why it could not be run. */
  readonly complaint: string | null
}

const MOST = 32 * 1024

export function* runInContainer(
  { k, pod, container }: InContainer,
  argv: readonly string[],
  input: Uint8Array | null,
): Blocking<Ran> {
  const query = execQuery(argv, container, input !== null, false)
  const opened = yield* k.api.open('POST', `${apiPath(pods(k), k.namespace, pod)}/exec?${query}`, null)
  if (isApiError(opened)) return opened.code === 0 ? k.refuse(opened) : k.fail(upgradeError(opened))
  const { connection } = opened
  if (input) {
    for (let at = 0; at < input.length; at += MOST) {
      yield* writeFrame(connection, CHANNEL.stdin, input.subarray(at, at + MOST))
    }
    yield* writeFrame(connection, CHANNEL.stdin, '')
  }
  const stdout: number[] = []
  let stderr = ''
  let ended = '{"status":1}'
  for (;;) {
    const frame = yield* readFrame(connection)
    if (!frame) break
    if (frame.channel === CHANNEL.stdout) for (const octet of frame.data) stdout.push(octet)
    else if (frame.channel === CHANNEL.stderr) stderr += frameText(frame)
    else if (frame.channel === CHANNEL.status) {
      ended = frameText(frame)
      break
    }
  }
  connection.close()
  const { status, complaint } = JSON.parse(ended) as { status: number; complaint?: string | null }
  const octets = Uint8Array.from(stdout)
  return {
    status,
    stdout: octets,
    stdoutText: decodeUtf8(octets),
    stderr,
    complaint: complaint ? execComplaint(k, complaint) : null,
  }
}

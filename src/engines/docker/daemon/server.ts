// dockerd's side of the Engine API: a thread for each connection of /var/run/docker.sock.
import type { Blocking } from '../../../os/program.ts'
import { formatHttpDate } from '../../../commands/lib/http/date.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import { goJson } from '../../lib/gotemplate/json.ts'
import type { GoValue } from '../../lib/gotemplate/value.ts'
import { Channel } from '../http/channel.ts'
import { parseTarget, readBody, readHead, writeChunk, type Head } from '../http/message.ts'
import type { UnixSocket } from '../../../uapi/unix.ts'
import { acceptUnix } from '../http/unix.ts'
import { isApiError } from '../libnetwork/apiError.ts'
import type { Daemon } from './daemon.ts'
import { json, type ApiResponse } from './response.ts'
import { route } from './router.ts'

export const API_VERSION = '1.51'
const MIN_API_VERSION = '1.24'

/** Accepts until the listener is closed. */
export function* serve(d: Daemon, listener: UnixSocket): Blocking<void> {
  for (;;) {
    const socket = yield* acceptUnix(d.p, listener)
    if (isErrno(socket)) return
    d.start(connection(d, new Channel(d.p, socket)))
  }
}

function* connection(d: Daemon, channel: Channel): Blocking<void> {
  for (;;) {
    const head = yield* readHead(channel)
    if (!head) break
    const body = yield* readBody(channel, head.fields, false)
    const keep = yield* answer(d, channel, head, body)
    if (!keep) break
  }
  channel.close()
}

/** True when another request may follow on the connection. */
function* answer(d: Daemon, channel: Channel, head: Head, body: Uint8Array): Blocking<boolean> {
  const [method = '', target = ''] = head.start.split(' ')
  const { path, query } = parseTarget(target)
  const close = head.fields.get('connection')?.toLowerCase() === 'close'
  const versioned = /^\/v(\d+\.\d+)(\/.*)$/.exec(path)
  const upgrade = head.fields.get('upgrade') !== undefined
  const wrong = versioned ? versionError(versioned[1] ?? '') : null
  const response =
    wrong ?? (yield* route(d, { method, path: versioned?.[2] ?? path, query, body, params: {}, upgrade }))
  return yield* send(d, channel, response, { head: method === 'HEAD', close, upgrade })
}

function versionError(version: string): ApiResponse | null {
  const number = (text: string) => Number(text.split('.')[0]) * 1000 + Number(text.split('.')[1])
  if (number(version) > number(API_VERSION)) {
    return json(
      { message: `client version ${version} is too new. Maximum supported API version is ${API_VERSION}` },
      400,
    )
  }
  if (number(version) < number(MIN_API_VERSION)) {
    return json(
      {
        message: `client version ${version} is too old. Minimum supported API version is ${MIN_API_VERSION}, please upgrade your client to a newer version`,
      },
      400,
    )
  }
  return null
}

function* send(
  d: Daemon,
  channel: Channel,
  response: ApiResponse,
  options: { head: boolean; close: boolean; upgrade: boolean },
): Blocking<boolean> {
  const common = {
    'Api-Version': API_VERSION,
    'Docker-Experimental': 'false',
    Ostype: 'linux',
    Server: 'Docker/28.5.2+dfsg4 (linux)',
    Date: formatHttpDate(d.p.clock.epoch()),
  }
  if (isApiError(response)) {
    const text = encodeUtf8(`${goJson({ message: response.message })}\n`)
    return yield* whole(
      channel,
      response.status,
      { ...common, 'Content-Type': 'application/json' },
      text,
      options,
    )
  }
  switch (response.kind) {
    case 'json': {
      const text = encodeUtf8(`${goJson(response.value as GoValue)}\n`)
      return yield* whole(
        channel,
        response.status,
        { ...common, 'Content-Type': 'application/json' },
        text,
        options,
      )
    }
    case 'empty':
      return yield* whole(channel, response.status, common, new Uint8Array(0), options)
    case 'text': {
      const fields = {
        ...common,
        'Cache-Control': 'no-cache, no-store, must-revalidate',
        Pragma: 'no-cache',
        Swarm: swarmState(d),
        'Content-Type': 'text/plain; charset=utf-8',
      }
      return yield* whole(channel, 200, fields, encodeUtf8(response.text), options)
    }
    case 'octets':
      return yield* whole(channel, 200, { ...common, ...response.fields }, response.data, options)
    case 'hijack': {
      const start = options.upgrade
        ? `HTTP/1.1 101 UPGRADED\r\nContent-Type: ${response.type}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n`
        : `HTTP/1.1 200 OK\r\nContent-Type: ${response.type}\r\n`
      yield* channel.write(`${start}${fieldText(common)}\r\n`)
      yield* response.run(channel)
      return false
    }
    case 'stream': {
      const fields = { ...common, 'Content-Type': response.type, 'Transfer-Encoding': 'chunked' }
      yield* channel.write(`HTTP/1.1 200 OK\r\n${fieldText(fields)}\r\n`)
      yield* response.run((data) => (data.length === 0 ? truth() : writeChunk(channel, data)), channel)
      yield* channel.write('0\r\n\r\n')
      return !options.close
    }
  }
}

function* truth(): Blocking<boolean> {
  return true
}

function* whole(
  channel: Channel,
  status: number,
  fields: Readonly<Record<string, string>>,
  body: Uint8Array,
  { head, close }: { head: boolean; close: boolean },
): Blocking<boolean> {
  const length = status === 204 || status === 304 ? {} : { 'Content-Length': String(body.length) }
  yield* channel.write(
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'OK'}\r\n${fieldText({ ...fields, ...length })}\r\n`,
  )
  if (!head && body.length > 0) yield* channel.write(body)
  return !close
}

/** Ref: moby api/server/router/system/system_routes.go:pingHandler() */
function swarmState({ cluster }: Daemon): string {
  const { LocalNodeState, ControlAvailable } = cluster.info()
  return ControlAvailable
    ? `${LocalNodeState}/manager`
    : LocalNodeState === 'active'
      ? 'active/worker'
      : LocalNodeState
}

/** In Go's order: by name. */
function fieldText(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
}

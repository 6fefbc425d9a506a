// What Python 3.11 says when http.server comes to grief: the calls that led there, as its library has them.
import type { Errno } from '../../uapi/errno.ts'
import { EPIPE, ECONNREFUSED, ECONNRESET, ETIMEDOUT } from '../../uapi/errno.ts'
import type { NameError } from '../lib/hosts.ts'
import type { Failure } from './request.ts'

/** A line of a file, what stands there, and where in it the call is. */
type Frame = readonly [file: string, line: number, name: string, text?: string, marks?: string]

const SERVER = '/usr/lib/python3.11/http/server.py'
const SOCKETSERVER = '/usr/lib/python3.11/socketserver.py'
const CLIENT = '/usr/lib/python3.11/http/client.py'
const SOCKET = '/usr/lib/python3.11/socket.py'

const MAIN: readonly Frame[] = [
  ['<frozen runpy>', 198, '_run_module_as_main'],
  ['<frozen runpy>', 88, '_run_code'],
  [SERVER, 1309, '<module>', 'test('],
]

const NEW_SERVER: readonly Frame[] = [
  ...MAIN,
  [
    SERVER,
    1256,
    'test',
    'with ServerClass(addr, HandlerClass) as httpd:',
    '     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  ],
]

const BIND: readonly Frame[] = [
  ...NEW_SERVER,
  [SOCKETSERVER, 456, '__init__', 'self.server_bind()'],
  [SERVER, 1303, 'server_bind', 'return super().server_bind()', '       ^^^^^^^^^^^^^^^^^^^^^'],
  [SERVER, 136, 'server_bind', 'socketserver.TCPServer.server_bind(self)'],
  [SOCKETSERVER, 472, 'server_bind', 'self.socket.bind(self.server_address)'],
]

const LISTEN: readonly Frame[] = [
  ...NEW_SERVER,
  [SOCKETSERVER, 457, '__init__', 'self.server_activate()'],
  [SOCKETSERVER, 482, 'server_activate', 'self.socket.listen(self.request_queue_size)'],
]

const RESOLVE: readonly Frame[] = [
  ...MAIN,
  [
    SERVER,
    1254,
    'test',
    'ServerClass.address_family, addr = _get_best_family(bind, port)',
    '                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  ],
  [SERVER, 1237, '_get_best_family', 'infos = socket.getaddrinfo(', '        ^^^^^^^^^^^^^^^^^^^'],
  [
    SOCKET,
    962,
    'getaddrinfo',
    'for res in _socket.getaddrinfo(host, port, family, type, proto, flags):',
    '           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  ],
]

const HANDLE: readonly Frame[] = [
  [SOCKETSERVER, 691, 'process_request_thread', 'self.finish_request(request, client_address)'],
  [SERVER, 1306, 'finish_request', 'self.RequestHandlerClass(request, client_address, self,'],
  [SERVER, 667, '__init__', 'super().__init__(*args, **kwargs)'],
  [SOCKETSERVER, 755, '__init__', 'self.handle()'],
  [SERVER, 432, 'handle', 'self.handle_one_request()'],
]

const READ: Frame = [
  SOCKET,
  706,
  'readinto',
  'return self._sock.recv_into(b)',
  '       ^^^^^^^^^^^^^^^^^^^^^^^',
]

const READ_LINE: readonly Frame[] = [
  ...HANDLE,
  [
    SERVER,
    400,
    'handle_one_request',
    'self.raw_requestline = self.rfile.readline(65537)',
    '                       ^^^^^^^^^^^^^^^^^^^^^^^^^^',
  ],
  READ,
]

const READ_FIELDS: readonly Frame[] = [
  ...HANDLE,
  [SERVER, 410, 'handle_one_request', 'if not self.parse_request():', '       ^^^^^^^^^^^^^^^^^^^^'],
  [
    SERVER,
    342,
    'parse_request',
    'self.headers = http.client.parse_headers(self.rfile,',
    '               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  ],
  [CLIENT, 234, 'parse_headers', 'headers = _read_headers(fp)', '          ^^^^^^^^^^^^^^^^^'],
  [CLIENT, 214, '_read_headers', 'line = fp.readline(_MAXLINE + 1)', '       ^^^^^^^^^^^^^^^^^^^^^^^^^'],
  READ,
]

/** Subclasses of OSError. */
const CLASSES: ReadonlyMap<Errno, string> = new Map([
  [ECONNRESET, 'ConnectionResetError'],
  [ECONNREFUSED, 'ConnectionRefusedError'],
  [EPIPE, 'BrokenPipeError'],
  [ETIMEDOUT, 'TimeoutError'],
])

/** EAI_* by text. */
const GAI_NUMBERS: Readonly<Record<NameError | typeof NO_SERVICE, number>> = {
  'Name or service not known': -2,
  'Temporary failure in name resolution': -3,
  'No address associated with hostname': -5,
  'Servname not supported for ai_socktype': -8,
  'Address family for hostname not supported': -9,
}

export const NO_SERVICE = 'Servname not supported for ai_socktype'

export function bindTraceback(error: Errno): string {
  return traceback(BIND, osError(error))
}

export function listenTraceback(error: Errno): string {
  return traceback(LISTEN, osError(error))
}

export function resolveTraceback(error: NameError | typeof NO_SERVICE): string {
  return traceback(RESOLVE, `socket.gaierror: [Errno ${GAI_NUMBERS[error]}] ${error}`)
}

/** Ref: Lib/socketserver.py:handle_error() */
export function requestTraceback(failure: Failure, client: string): string {
  const rule = `${'-'.repeat(40)}\n`
  const frames = failure.call === 'headers' ? READ_FIELDS : failure.call === 'readline' ? READ_LINE : HANDLE
  const about = `Exception occurred during processing of request from ${client}\n`
  return rule + about + traceback(frames, osError(failure.error)) + rule
}

function osError(error: Errno): string {
  return `${CLASSES.get(error) ?? 'OSError'}: [Errno ${error.number}] ${error.text}`
}

function traceback(frames: readonly Frame[], last: string): string {
  const lines = frames.flatMap(([file, line, name, text, marks]) => [
    `  File "${file}", line ${line}, in ${name}`,
    ...(text === undefined ? [] : [`    ${text}`]),
    ...(marks === undefined ? [] : [`    ${marks}`]),
  ])
  return `Traceback (most recent call last):\n${lines.join('\n')}\n${last}\n`
}

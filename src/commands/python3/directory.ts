// The files below a directory, as pages. Ref: Lib/http/server.py:SimpleHTTPRequestHandler
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts'
import { modifiedAt } from '../lib/fileTime.ts'
import { formatHttpDate, parseHttpDate } from '../lib/http/date.ts'
import { fieldOf, type HttpField } from '../lib/http/fields.ts'
import { guessType } from './mimetypes.ts'
import type { Answer, Page } from './request.ts'
import { escapeHtml } from './text.ts'

const NOT_FOUND: Answer = { code: 404, message: 'File not found' }

/** Ref: send_head() */
export function findPage(p: Process, directory: string, url: string, fields: readonly HttpField[]): Answer {
  const path = translatePath(directory, url)
  const kind = kindOf(p, path)
  if (kind !== 'dir') return path.endsWith('/') ? NOT_FOUND : filePage(p, path, fields)
  const [bare = '', query] = splitUrl(url)
  if (!bare.endsWith('/')) return moved(`${bare}/${query}`)
  for (const index of ['index.html', 'index.htm']) {
    const file = join(path, index)
    if (kindOf(p, file) === 'file') return filePage(p, file, fields)
  }
  return listing(p, path, url)
}

/** Links followed. */
function kindOf(p: Process, path: string): 'file' | 'dir' | null {
  const stat = p.fs.stat(path)
  if (isErrno(stat)) return null
  return stat.kind === 'dir' ? 'dir' : stat.kind === 'file' ? 'file' : null
}

function join(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`
}

/** The path, and the query and fragment with their marks. */
function splitUrl(url: string): readonly [string, string] {
  const at = url.search(/[?#]/)
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)]
}

function moved(location: string): Page {
  const fields = [
    { name: 'Location', value: location },
    { name: 'Content-Length', value: '0' },
  ]
  return { code: 301, fields, body: null }
}

function filePage(p: Process, path: string, asked: readonly HttpField[]): Answer {
  const stat = p.fs.stat(path)
  const body = p.fs.readFile(path)
  if (isErrno(stat) || isErrno(body)) return NOT_FOUND
  const modified = modifiedAt(p, stat)
  const since = fieldOf(asked, 'If-Modified-Since')
  if (since !== null && fieldOf(asked, 'If-None-Match') === null) {
    const time = parseHttpDate(since)
    if (time !== null && Math.floor(modified) <= time) return { code: 304, fields: [], body: null }
  }
  const fields = [
    { name: 'Content-type', value: guessType(path) },
    { name: 'Content-Length', value: String(body.length) },
    { name: 'Last-Modified', value: formatHttpDate(modified) },
  ]
  return { code: 200, fields, body }
}

/** Ref: list_directory() */
function listing(p: Process, path: string, url: string): Answer {
  const names = p.fs.readdir(path)
  if (isErrno(names)) return { code: 404, message: 'No permission to list directory' }
  const title = `Directory listing for ${escapeHtml(unquote(url))}`
  const key = (name: string): string => name.toLowerCase()
  const items = [...names]
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
    .map((name) => {
      const full = join(path, name)
      const link = kindOf(p, full) === 'dir' ? `${name}/` : name
      const stat = p.fs.lstat(full)
      const shown = !isErrno(stat) && stat.kind === 'link' ? `${name}@` : link
      return `<li><a href="${quote(link)}">${escapeHtml(shown)}</a></li>`
    })
  const lines = [
    '<!DOCTYPE HTML>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${title}</title>\n</head>`,
    `<body>\n<h1>${title}</h1>`,
    '<hr>\n<ul>',
    ...items,
    '</ul>\n<hr>\n</body>\n</html>\n',
  ]
  const body = encodeUtf8(lines.join('\n'))
  const fields = [
    { name: 'Content-type', value: 'text/html; charset=utf-8' },
    { name: 'Content-Length', value: String(body.length) },
  ]
  return { code: 200, fields, body }
}

/** A file below the directory, whatever the URL says. Ref: translate_path() */
function translatePath(directory: string, url: string): string {
  const bare = url.split('?', 1)[0]?.split('#', 1)[0] ?? ''
  const words: string[] = []
  for (const word of unquote(bare).split('/')) {
    if (word === '' || word === '.') continue
    if (word === '..') words.pop()
    else words.push(word)
  }
  let path = directory
  for (const word of words) path = join(path, word)
  return bare.trimEnd().endsWith('/') ? `${path}/` : path
}

/** urllib.parse.unquote() */
function unquote(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    decodeUtf8(Uint8Array.from(run.slice(1).split('%'), (hex) => parseInt(hex, 16))),
  )
}

/** urllib.parse.quote() */
function quote(text: string): string {
  let out = ''
  for (const octet of encodeUtf8(text)) {
    const c = String.fromCharCode(octet)
    out += /[A-Za-z0-9_.~/-]/.test(c) ? c : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return out
}

// Media types by the end of a file's name: what mimetypes.guess_type() finds in /etc/mime.types of Debian's media-types,
// as far as files of a lab have such names.

const TYPES: Readonly<Record<string, string>> = {
  avi: 'video/x-msvideo',
  bin: 'application/octet-stream',
  bz2: 'application/x-bzip2',
  c: 'text/x-csrc',
  css: 'text/css',
  csv: 'text/csv',
  deb: 'application/vnd.debian.binary-package',
  doc: 'application/msword',
  exe: 'application/x-msdos-program',
  gif: 'image/gif',
  gz: 'application/gzip',
  h: 'text/x-chdr',
  htm: 'text/html',
  html: 'text/html',
  ico: 'image/vnd.microsoft.icon',
  iso: 'application/x-iso9660-image',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mjs: 'text/javascript',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pcap: 'application/vnd.tcpdump.pcap',
  pdf: 'application/pdf',
  png: 'image/png',
  py: 'text/x-python',
  rtf: 'application/rtf',
  sh: 'text/x-sh',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  tgz: 'application/x-tar',
  ts: 'text/vnd.trolltech.linguist',
  txt: 'text/plain',
  wasm: 'application/wasm',
  wav: 'audio/x-wav',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  xz: 'application/x-xz',
  zip: 'application/zip',
}

export function guessType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/^\.+/, '')
  const dot = name.lastIndexOf('.')
  const end = dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
  return TYPES[end] ?? 'application/octet-stream'
}

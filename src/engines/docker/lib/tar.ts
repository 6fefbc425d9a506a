// Archives as `docker cp` sends them: names are below the archive's root, without a slash before or behind them.
import { decodeArchive, encodeEntry, endArchive, type ArchiveEntry } from '../../../commands/lib/ustar.ts'

export type TarEntry = ArchiveEntry

export function emitTar(entries: readonly TarEntry[]): Uint8Array {
  const parts = entries.map((entry) => {
    const name = entry.kind === 'dir' ? `${entry.name}/` : entry.name
    return encodeEntry({ ...entry, name, mtime: Math.floor(entry.mtime) }, 'go')
  })
  return endArchive(parts, 1)
}

/** Null when it is no archive. */
export function parseTar(octets: Uint8Array): TarEntry[] | null {
  const entries = decodeArchive(octets)?.map((entry) => {
    return { ...entry, name: entry.name.replace(/^\.\//, '').replace(/\/$/, '') }
  })
  return entries?.filter(({ name }) => name !== '' && name !== '.') ?? null
}

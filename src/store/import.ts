// A file or a pasted text, opened as one's own lab. Loaded when somebody brings one.
import { importText, type ImportRefusal } from '../session/import.ts'
import type { Saving } from './saving.ts'

export type { ImportRefusal } from '../session/import.ts'

/** Octets past which a file is not read. */
const MOST_OCTETS = 16 * 1024 * 1024

export type OpenedImport =
  /** `leftOut`: devices of a real host that could not be rebuilt. */
  { readonly leftOut: readonly string[] } | { readonly refusal: ImportRefusal }

/** The lab that was open before stays with the earlier ones; of a text that is no lab nothing comes. */
export function openText(saving: Saving, source: string, name: string): OpenedImport {
  const imported = importText(source, name)
  if ('refusal' in imported) return imported
  saving.openAsMine(imported.text)
  return { leftOut: imported.leftOut }
}

export async function openFile(saving: Saving, file: File): Promise<OpenedImport> {
  if (file.size > MOST_OCTETS) return { refusal: { key: 'tooLong' } }
  return openText(saving, await file.text(), file.name)
}

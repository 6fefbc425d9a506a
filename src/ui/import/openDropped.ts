import { openFile } from '../../store/import.ts'
import type { Lab } from '../app/labContext.ts'
import { partWordsNow } from '../i18n/partWords.ts'
import { IMPORT_WORDS } from './importWords.ts'
import { sayImported } from './sayImported.ts'

/** Opens it, or says in one sentence why not. */
export async function openDropped({ store, saving }: Lab, file: File): Promise<void> {
  const result = await openFile(saving, file)
  store.notify(sayImported(result, (key, filling) => partWordsNow(IMPORT_WORDS, key, filling)))
}

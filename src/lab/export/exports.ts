// The forms in which a lab can be taken away, by name. A new one is its file and a line here.
import type { Lab } from '../lab.ts'
import { replay } from '../replay.ts'
import { formatText, type LabText } from '../text.ts'
import type { WorldName } from '../worlds/names.ts'
import { bashScript } from './bashscript.ts'
import { markdown } from './markdown.ts'

interface Form {
  readonly extension: string
  /** It says what commands print, so they are run. */
  readonly outputs: boolean
  readonly write: (text: LabText, link: string | null) => string
}

const FORMS = {
  bash: { extension: 'sh', outputs: false, write: bashScript },
  markdown: { extension: 'md', outputs: true, write: markdown },
  transcript: { extension: 't', outputs: true, write: formatText },
} as const satisfies Readonly<Record<string, Form>>

export type ExportForm = keyof typeof FORMS

export const EXPORT_FORMS = Object.keys(FORMS) as readonly ExportForm[]

export interface ExportedLab {
  /** Of the file, made from the title. */
  readonly name: string
  readonly data: string
}

export interface Outside {
  /** Opens the lab, for forms that say so; null: it is not known. */
  readonly link: string | null
  /** A fresh lab, for forms that say what commands print. */
  readonly fresh: (world: WorldName) => Pick<Lab, 'exec'>
}

export type Exporter = (form: ExportForm, text: LabText, outside: Outside) => ExportedLab

export function exportLab(form: ExportForm, text: LabText, { link, fresh }: Outside): ExportedLab {
  const { extension, outputs, write } = FORMS[form]
  const shown = outputs ? replay(text, fresh(text.world)) : text
  return { name: `${nameOf(text.title)}.${extension}`, data: write(shown, link) }
}

/** Letters and digits of any script, the rest as hyphens. */
function nameOf(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return name || 'lab'
}

import { useState, type ReactNode } from 'react'
import type { ExportForm, LabState } from '../../store/lab.ts'
import { shareLink } from '../../store/share.ts'
import { useLabContext } from '../app/labContext.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { Copied } from './Copied.tsx'
import { download } from '../parts/download.ts'
import { pngOf, shownColours, svgOf } from './picture.ts'
import styles from './Share.module.css'

const FORMS = ['bash', 'transcript', 'markdown'] as const satisfies readonly ExportForm[]
const PICTURES = ['svg', 'png'] as const

interface ExportTabProps {
  readonly lab: LabState
  readonly onSaid: (text: string) => void
}

/** The lab as files. */
export function ExportTab({ lab, onSaid }: ExportTabProps): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const [busy, setBusy] = useState(false)
  const run = async (make: () => Promise<{ readonly name: string; readonly data: Blob }>): Promise<void> => {
    setBusy(true)
    onSaid('')
    try {
      const { name, data } = await make()
      download(name, data)
      onSaid(t('share.saved', { name }))
    } catch {
      onSaid(t('share.notSaved'))
    }
    setBusy(false)
  }
  const form = async (name: ExportForm): Promise<{ readonly name: string; readonly data: Blob }> => {
    const link = shareLink(window.location.href, lab.text)
    const file = await store.ask({ type: 'export', form: name, link })
    return { name: file.name, data: new Blob([file.data], { type: 'text/plain;charset=utf-8' }) }
  }
  const picture = async (
    kind: (typeof PICTURES)[number],
  ): Promise<{ readonly name: string; readonly data: Blob }> => {
    const svg = svgOf(store.api.getState(), shownColours())
    const data = kind === 'svg' ? new Blob([svg.text], { type: 'image/svg+xml' }) : await pngOf(svg)
    return { name: `${lab.title || 'lab'}.${kind}`, data }
  }
  return (
    <>
      <ul className={styles.forms}>
        {FORMS.map((name) => (
          <li key={name}>
            <Button disabled={busy} onClick={() => void run(() => form(name))}>
              {t(`share.form.${name}`)}
            </Button>
            <span className={styles.note}>{t(`share.form.${name}.hint`)}</span>
          </li>
        ))}
        <li>
          {PICTURES.map((kind) => (
            <Button key={kind} disabled={busy} onClick={() => void run(() => picture(kind))}>
              {kind.toUpperCase()}
            </Button>
          ))}
          <span className={styles.note}>{t('share.form.picture.hint')}</span>
        </li>
      </ul>
      <Copied
        label={t('share.text')}
        button={t('share.copyText')}
        value={lab.text}
        onSaid={onSaid}
        rows={7}
      />
    </>
  )
}

import { useId, type ReactNode } from 'react'
import type { LinkOptions } from '../../store/linkOptions.ts'
import { useText } from '../i18n/text.ts'
import styles from './Share.module.css'

interface LinkOptionsFieldsProps {
  readonly options: LinkOptions
  /** Commands of the lab. */
  readonly steps: number
  readonly onOptions: (options: LinkOptions) => void
}

/** What a link asks for beside the lab. */
export function LinkOptionsFields({ options, steps, onOptions }: LinkOptionsFieldsProps): ReactNode {
  const t = useText()
  const id = useId()
  const { step, readOnly, language } = options
  return (
    <fieldset className={styles.options}>
      <legend>{t('share.options')}</legend>
      <label>
        <input
          type="checkbox"
          checked={step !== null}
          onChange={(event) => onOptions({ ...options, step: event.target.checked ? 0 : null })}
        />
        {t('share.step')}
        <input
          type="number"
          aria-label={t('share.stepField')}
          min={0}
          max={steps}
          value={step ?? steps}
          disabled={step === null}
          onChange={(event) => {
            const value = Math.round(Number(event.target.value))
            onOptions({ ...options, step: Math.min(steps, Math.max(0, value || 0)) })
          }}
        />
        <span className={styles.note}>{t('share.stepOf', { steps })}</span>
      </label>
      <label>
        <input
          type="checkbox"
          checked={readOnly}
          onChange={(event) => onOptions({ ...options, readOnly: event.target.checked })}
        />
        {t('share.readOnly')}
      </label>
      <label htmlFor={id}>
        {t('share.language')}
        <select
          id={id}
          value={language ?? ''}
          onChange={(event) => {
            const { value } = event.target
            onOptions({ ...options, language: value === 'en' || value === 'ko' ? value : null })
          }}
        >
          <option value="">{t('share.language.own')}</option>
          <option value="en">English</option>
          <option value="ko">한국어</option>
        </select>
      </label>
    </fieldset>
  )
}

import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog, DialogActions } from '../parts/Dialog.tsx'
import { useLabContext } from './labContext.ts'

export function ResetDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const reset = (): void => {
    store.send({ type: 'reset' })
    onClose()
  }
  return (
    <Dialog title={t('reset.title')} width={420} alert onClose={onClose}>
      <p>{t('reset.text')}</p>
      <DialogActions>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="danger" data-first onClick={reset}>
          {t('reset.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

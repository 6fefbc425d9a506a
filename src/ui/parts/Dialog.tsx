import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly width?: number
  readonly alert?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog; the browser's own keeps the focus inside, gives it back after, and closes by Escape. */
export function Dialog({ title, width = 520, alert = false, onClose, children }: DialogProps): ReactNode {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    // The browser would choose the first button, which closes it.
    element?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      style={{ width }}
      role={alert ? 'alertdialog' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      // The keys of the page behind stay quiet.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <Button look="quiet" square aria-label={t('dialog.close')} onClick={onClose}>
            <X size={16} aria-hidden />
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

/** The row of buttons at a dialog's end. */
export function DialogActions({
  children,
  className,
}: {
  children: ReactNode
  className?: string
}): ReactNode {
  return <div className={classes(styles.actions, className)}>{children}</div>
}

import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet'
  /** Only a picture: `aria-label` names it. */
  readonly square?: boolean
  readonly children: ReactNode
}

export function Button({ look = 'plain', square = false, className, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={classes(styles.button, styles[look], square && styles.square, className)}
      {...rest}
    />
  )
}

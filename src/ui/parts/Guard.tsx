import { Component, type ReactNode } from 'react'
import { textNow } from '../i18n/text.ts'
import { Button } from './Button.tsx'
import styles from './Guard.module.css'

interface GuardProps {
  readonly children: ReactNode
}

interface GuardState {
  readonly failed: boolean
}

/** Keeps a fault in one part of the screen from taking the others with it. */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { failed: false }

  static getDerivedStateFromError(): GuardState {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className={styles.failed} role="alert">
        <p>{textNow('guard.failed')}</p>
        <Button onClick={() => this.setState({ failed: false })}>{textNow('guard.again')}</Button>
      </div>
    )
  }
}

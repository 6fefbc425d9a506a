import { memo, type ReactNode } from 'react'
import type { Hop } from '../../store/lab.ts'
import { useText } from '../i18n/text.ts'
import { classes } from '../parts/classes.ts'
import styles from './Packets.module.css'
import { protocolColour } from './protocolColour.ts'

/** Pixels. */
export const ROW_HEIGHT = 25

interface PacketRowProps {
  readonly id: string
  readonly hop: Hop
  readonly top: number
  readonly position: number
  readonly total: number
  /** `red:eth0`; `to` is null when nothing is plugged in. */
  readonly from: string
  readonly to: string | null
  readonly selected: boolean
  /** Of the same story as the selected one. */
  readonly related: boolean
  readonly onChoose: () => void
}

export const PacketRow = memo(function PacketRow(props: PacketRowProps): ReactNode {
  const { id, hop, top, position, total, from, to, selected, related, onChoose } = props
  const t = useText()
  const lost = to === null
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      className={classes(styles.row, selected && styles.selected, related && styles.related)}
      style={{ transform: `translateY(${top}px)` }}
      title={`${from} → ${to ?? `✕ ${t('packets.unplugged')}`}\n${hop.summary}`}
      onClick={onChoose}
    >
      <span className={styles.time}>{seconds(hop.time)}</span>
      <span
        className={styles.protocol}
        style={{ color: lost ? 'var(--drop)' : protocolColour(hop.protocol) }}
      >
        {lost ? '✕ ' : ''}
        {hop.protocol}
      </span>
      <span className={styles.summary}>{short(hop.summary)}</span>
      <span className={styles.where}>
        {from} → {to ?? '✕'}
      </span>
    </div>
  )
}, same)

/** `onChoose` is another one at every rendering of the list, and does the same. */
function same(a: PacketRowProps, b: PacketRowProps): boolean {
  return (
    a.hop === b.hop &&
    a.top === b.top &&
    a.total === b.total &&
    a.from === b.from &&
    a.to === b.to &&
    a.selected === b.selected &&
    a.related === b.related
  )
}

/** Virtual time as tcpdump's -ttttt shows it: seconds and microseconds. */
function seconds(nanoseconds: number): string {
  return (nanoseconds / 1e9).toFixed(6)
}

/** The protocol stands in its own column already. */
function short(summary: string): string {
  return summary.replace(/^(IP6?|ARP,) /, '').replace(/: ICMP6?,? /, ': ')
}

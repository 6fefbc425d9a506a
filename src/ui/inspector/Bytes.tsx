import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { hexDump, type DumpPart, type LitOctets } from './hexdump.ts'
import styles from './Inspector.module.css'

/** Pixels that a dump of sixteen octets a line needs. */
const WIDE = 480

interface BytesProps {
  readonly hex: string
  readonly lit?: LitOctets | null
}

/** The frame's octets. */
export function Bytes({ hex, lit = null }: BytesProps): ReactNode {
  const t = useText()
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<8 | 16>(8)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth >= WIDE ? 16 : 8))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const from = lit?.[0] ?? null
  useEffect(() => {
    if (from !== null) place.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'nearest' })
  }, [from])
  return (
    <div ref={place}>
      <table className={styles.dump} aria-label={t('inspector.offsets')}>
        <tbody>
          {hexDump(hex, width, lit).map((line) => (
            <tr key={line.offset} data-lit={line.lit ? '' : undefined}>
              <th scope="row">{line.offset}</th>
              <td>
                <Parts parts={line.hex} />
              </td>
              <td className={styles.dim}>
                <Parts parts={line.text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Parts({ parts }: { readonly parts: readonly DumpPart[] }): ReactNode {
  return parts.map(({ text, lit }, n) =>
    lit ? (
      <mark key={n} className={styles.lit}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}

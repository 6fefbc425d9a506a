import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { hexDump } from './hexdump.ts'
import styles from './Inspector.module.css'

/** Pixels that a dump of sixteen octets a line needs. */
const WIDE = 480

/** The frame's octets. */
export function Bytes({ hex }: { readonly hex: string }): ReactNode {
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
  return (
    <div ref={place}>
      <table className={styles.dump} aria-label={t('inspector.offsets')}>
        <tbody>
          {hexDump(hex, width).map(({ offset, hex: row, text }) => (
            <tr key={offset}>
              <th scope="row">{offset}</th>
              <td>{row}</td>
              <td className={styles.dim}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

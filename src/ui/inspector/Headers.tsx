import { useState, type ReactNode } from 'react'
import type { HeaderLayer } from '../../store/lab.ts'
import { useText } from '../i18n/text.ts'
import { classes } from '../parts/classes.ts'
import { Bytes } from './Bytes.tsx'
import type { LitOctets } from './hexdump.ts'
import styles from './Inspector.module.css'

interface HeadersProps {
  readonly layers: readonly HeaderLayer[]
  readonly hex: string
}

/** The headers as a tree, outermost first, over the octets: those of the field that is pointed at are lit. */
export function Headers({ layers, hex }: HeadersProps): ReactNode {
  const t = useText()
  const [chosen, setChosen] = useState<LitOctets | null>(null)
  const [pointed, setPointed] = useState<LitOctets | null>(null)
  const isChosen = (octets: LitOctets): boolean => chosen?.[0] === octets[0] && chosen[1] === octets[1]
  const toggle = (octets: LitOctets): void => setChosen(isChosen(octets) ? null : octets)
  return (
    <>
      <div onPointerLeave={() => setPointed(null)}>
        {layers.map((layer, n) => (
          <details key={n} open className={styles.layer}>
            <summary onPointerEnter={() => setPointed(layer.octets)}>{layer.name}</summary>
            <table className={styles.fields}>
              <tbody>
                {layer.fields.map(({ name, value, octets }, m) => (
                  <tr
                    key={m}
                    className={classes(octets && isChosen(octets) && styles.chosenField)}
                    onPointerEnter={() => setPointed(octets)}
                  >
                    <th scope="row">{name}</th>
                    <td>
                      {octets ? (
                        <button
                          type="button"
                          className={styles.field}
                          aria-pressed={isChosen(octets)}
                          title={t('inspector.showOctets')}
                          onClick={() => toggle(octets)}
                          onFocus={() => setPointed(octets)}
                        >
                          {value}
                        </button>
                      ) : (
                        value
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        ))}
      </div>
      <div className={styles.under}>
        <Bytes hex={hex} lit={pointed ?? chosen} />
      </div>
    </>
  )
}

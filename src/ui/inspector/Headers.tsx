import type { ReactNode } from 'react'
import type { HeaderLayer } from '../../store/lab.ts'
import styles from './Inspector.module.css'

/** The headers as a tree, outermost first. */
export function Headers({ layers }: { readonly layers: readonly HeaderLayer[] }): ReactNode {
  return layers.map((layer, n) => (
    <details key={n} open className={styles.layer}>
      <summary>{layer.name}</summary>
      <table className={styles.fields}>
        <tbody>
          {layer.fields.map((field, m) => (
            <tr key={m}>
              <th scope="row">{field.name}</th>
              <td>{field.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ))
}

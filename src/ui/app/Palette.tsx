import { BookOpen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { beginToolDrag, toolsOf, type Tool } from '../canvas/tools.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { classes } from '../parts/classes.ts'
import type { LabStoreState } from '../../store/lab.ts'
import { useLabContext, useSlice } from './labContext.ts'
import styles from './Palette.module.css'

interface PaletteProps {
  readonly armed: Tool | null
  readonly onArm: (tool: Tool | null) => void
  readonly onLabs: () => void
}

interface Entry {
  readonly tool: Tool
  readonly name: TextKey
  readonly hint: TextKey
  readonly picture: ReactNode
}

const ENTRIES: readonly Entry[] = [
  {
    tool: 'Select',
    name: 'palette.select',
    hint: 'palette.select.hint',
    picture: (
      <rect x="3" y="4" width="16" height="14" rx="2" strokeDasharray="2.5 2.5" stroke="var(--accent)" />
    ),
  },
  {
    tool: 'Namespace',
    name: 'palette.namespace',
    hint: 'palette.namespace.hint',
    picture: <rect x="3" y="3" width="16" height="16" rx="4" strokeDasharray="3 2" stroke="var(--ns)" />,
  },
  {
    tool: 'Bridge',
    name: 'palette.bridge',
    hint: 'palette.bridge.hint',
    picture: (
      <g stroke="var(--bridge)">
        <rect x="2" y="7" width="18" height="8" rx="2" />
        <path d="M6 11h.1M11 11h.1M16 11h.1" strokeWidth="3" strokeLinecap="round" />
      </g>
    ),
  },
  {
    tool: 'Cable',
    name: 'palette.cable',
    hint: 'palette.cable.hint',
    picture: (
      <g stroke="var(--muted)">
        <circle cx="4" cy="17" r="2.4" />
        <circle cx="18" cy="5" r="2.4" />
        <path d="M6 16C12 14 10 8 16 6" />
      </g>
    ),
  },
  {
    tool: 'Machine',
    name: 'palette.machine',
    hint: 'palette.machine.hint',
    picture: (
      <g stroke="var(--machine)">
        <rect x="2" y="3" width="18" height="13" rx="2" />
        <path d="M8 20h6" />
      </g>
    ),
  },
  {
    tool: 'Switch',
    name: 'palette.switch',
    hint: 'palette.switch.hint',
    picture: (
      <g stroke="var(--nic)">
        <rect x="4" y="6" width="14" height="10" rx="2" />
        <path d="M8 16v3M11 16v3M14 16v3" />
      </g>
    ),
  },
  {
    tool: 'Container',
    name: 'palette.container',
    hint: 'palette.container.hint',
    picture: (
      <path d="M2 7l9-4 9 4v8l-9 4-9-4zM2 7l9 4 9-4M11 11v8" stroke="var(--ns)" strokeLinejoin="round" />
    ),
  },
  {
    tool: 'Pod',
    name: 'palette.pod',
    hint: 'palette.pod.hint',
    picture: (
      <g stroke="var(--ns)" strokeLinejoin="round">
        <path d="M11 2l8 4.5v9L11 20l-8-4.5v-9z" />
        <path d="M8 10h6v4H8z" />
      </g>
    ),
  },
  {
    tool: 'Note',
    name: 'palette.note',
    hint: 'palette.note.hint',
    picture: (
      <path d="M3 4h16v10l-5 5H3zM19 14h-5v5M7 8.5h8M7 12h5" stroke="var(--arp)" strokeLinejoin="round" />
    ),
  },
]

const selectWorld = (s: LabStoreState): string => s.lab.world

/** What a lab is made of. A press puts one where there is room for it; dragging says where. A cable is armed instead: its ends are chosen. */
export function Palette({ armed, onArm, onLabs }: PaletteProps): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const offered = toolsOf(useSlice(selectWorld))
  const [dragged, setDragged] = useState<Tool | null>(null)
  const press = (tool: Tool): void => {
    if (tool === 'Cable' || tool === 'Select') return onArm(armed === tool ? null : tool)
    onArm(null)
    void import('../canvas/placing.ts').then(({ placeTool }) => placeTool(store, tool, null))
  }
  return (
    <nav className={styles.palette} aria-label={t('region.palette')}>
      {ENTRIES.filter(({ tool }) => offered.includes(tool)).map(({ tool, name, hint, picture }) => (
        <button
          key={tool}
          type="button"
          draggable={tool !== 'Select'}
          title={t(hint)}
          aria-pressed={tool === 'Cable' || tool === 'Select' ? armed === tool : undefined}
          className={classes(styles.tool, (armed === tool || dragged === tool) && styles.armed)}
          onClick={() => press(tool)}
          onDragStart={(event) => {
            beginToolDrag(event.dataTransfer, tool)
            setDragged(tool)
          }}
          onDragEnd={() => setDragged(null)}
        >
          <svg width="22" height="22" fill="none" strokeWidth="1.7" aria-hidden>
            {picture}
          </svg>
          {t(name)}
        </button>
      ))}
      <hr className={styles.rule} />
      <button type="button" className={styles.tool} onClick={onLabs}>
        <BookOpen size={20} strokeWidth={1.6} aria-hidden />
        {t('palette.labs')}
      </button>
    </nav>
  )
}

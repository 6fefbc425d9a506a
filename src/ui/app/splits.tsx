// The three lines between the parts of the screen, and where they stand.
import type { CSSProperties, ReactNode } from 'react'
import { preferences, usePreference, type Preferences } from '../../store/preferences.ts'
import { useText } from '../i18n/text.ts'
import { Splitter } from '../parts/Splitter.tsx'

interface PlaceProps {
  readonly className: string | undefined
}

/** The sizes as the layout's custom properties. */
export function paneStyle({ dock, packets, inspector }: Preferences): CSSProperties {
  return {
    '--dock': `min(${dock}px, 64vh)`,
    '--packets': `min(${packets}px, 46vw)`,
    '--inspector': `min(${inspector}px, 46vw)`,
  } as CSSProperties
}

export function DockSplitter({ className }: PlaceProps): ReactNode {
  const t = useText()
  const size = usePreference((p) => p.dock)
  return (
    <Splitter
      label={t('split.dock')}
      orientation="horizontal"
      size={size}
      least={96}
      most={800}
      onSize={(dock) => preferences.setState({ dock })}
      className={className}
    />
  )
}

export function PacketsSplitter({ className }: PlaceProps): ReactNode {
  const t = useText()
  const size = usePreference((p) => p.packets)
  return (
    <Splitter
      label={t('split.packets')}
      orientation="vertical"
      size={size}
      least={200}
      most={900}
      onSize={(packets) => preferences.setState({ packets })}
      className={className}
    />
  )
}

export function InspectorSplitter({ className }: PlaceProps): ReactNode {
  const t = useText()
  const size = usePreference((p) => p.inspector)
  return (
    <Splitter
      label={t('split.inspector')}
      orientation="vertical"
      size={size}
      least={240}
      most={900}
      onSize={(inspector) => preferences.setState({ inspector })}
      className={className}
    />
  )
}

import { X } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { LabStoreState, Story } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { protocolColour } from '../packets/protocolColour.ts'
import { Button } from '../parts/Button.tsx'
import { later } from '../parts/later.tsx'
import { panelId, TabList, tabId, type Tab } from '../parts/Tabs.tsx'
import { useWhyText } from '../why/words.ts'
import { Bytes } from './Bytes.tsx'
import { Headers } from './Headers.tsx'
import styles from './Inspector.module.css'
import { Steps } from './Steps.tsx'

const Comparison = later(async () => (await import('../why/Comparison.tsx')).Comparison)

const TABS = ['story', 'headers', 'bytes'] as const
type TabName = (typeof TABS)[number] | 'compare'

const selectStory = (s: LabStoreState): Story | null => s.story
const selectColour = (s: LabStoreState): string =>
  protocolColour(s.hops.find((hop) => hop.skb === s.story?.skb)?.protocol ?? 'other')

/** A packet: what happened to it, what is written on it, its octets. */
export function PacketView(): ReactNode {
  const t = useText()
  const w = useWhyText()
  const { store } = useLabContext()
  const story = useSlice(selectStory)
  const colour = useSlice(selectColour)
  const [chosen, setTab] = useState<TabName>('story')
  const panels = useId().replace(/\W/g, '')
  const close = (): void => store.select(null)
  if (!story) {
    return (
      <div className={styles.view}>
        <p className={styles.nothing}>{t('inspector.noStory')}</p>
      </div>
    )
  }
  const comparable = story.earlier !== null
  const tab = chosen === 'compare' && !comparable ? 'story' : chosen
  const tabs: Tab<TabName>[] = TABS.map((id) => ({ id, label: t(`inspector.${id}` satisfies TextKey) }))
  if (comparable) tabs.push({ id: 'compare', label: w('compare') })
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <div className={styles.line}>
          <h2>{story.title}</h2>
          <span className={styles.space} />
          <Button look="quiet" square aria-label={t('inspector.close')} onClick={close}>
            <X size={16} aria-hidden />
          </Button>
        </div>
        <p className={styles.sub}>
          <code>{story.subtitle}</code>
        </p>
      </header>
      <TabList
        label={t('inspector.tabs')}
        tabs={tabs}
        active={tab}
        onActivate={setTab}
        panels={panels}
        styles={styles}
      />
      <div
        role="tabpanel"
        id={panelId(panels, tab)}
        aria-labelledby={tabId(panels, tab)}
        tabIndex={0}
        className={styles.panel}
      >
        {tab === 'story' ? <Steps key={story.skb} story={story} colour={colour} /> : null}
        {tab === 'headers' ? <Headers key={story.skb} layers={story.layers} hex={story.hex} /> : null}
        {tab === 'compare' ? <Comparison story={story} /> : null}
        {tab === 'bytes' ? <Bytes hex={story.hex} /> : null}
      </div>
    </div>
  )
}

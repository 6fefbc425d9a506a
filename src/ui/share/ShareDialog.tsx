import { useId, useState, type ReactNode } from 'react'
import { NO_OPTIONS, type LinkOptions } from '../../store/linkOptions.ts'
import { countSteps, embedCode, LONG_LINK, shareLink } from '../../store/share.ts'
import type { LabState, LabStoreState } from '../../store/lab.ts'
import { useSlice } from '../app/labContext.ts'
import { useText } from '../i18n/text.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { panelId, TabList, tabId } from '../parts/Tabs.tsx'
import { Copied } from './Copied.tsx'
import { ExportTab } from './ExportTab.tsx'
import { LinkOptionsFields } from './LinkOptionsFields.tsx'
import styles from './Share.module.css'

const selectLab = (s: LabStoreState): LabState => s.lab

const TABS = ['link', 'embed', 'export'] as const
type TabName = (typeof TABS)[number]

/** The lab as a link, as a frame for a page, and as files. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  const lab = useSlice(selectLab)
  const [tab, setTab] = useState<TabName>('link')
  const [options, setOptions] = useState<LinkOptions>(NO_OPTIONS)
  const [said, setSaid] = useState('')
  const panels = useId().replace(/\W/g, '')
  const choose = (next: TabName): void => {
    setTab(next)
    setSaid('')
  }
  const link = shareLink(window.location.href, lab.text, { ...options, embed: tab === 'embed' })
  const long = link.length > LONG_LINK
  const size = t(long ? 'share.long' : 'share.whole', { length: link.length, most: LONG_LINK })
  const fields = (
    <>
      <p className={long ? styles.long : styles.note}>{size}</p>
      <LinkOptionsFields options={options} steps={countSteps(lab.text)} onOptions={setOptions} />
    </>
  )
  return (
    <Dialog title={t('share.title')} width={560} onClose={onClose}>
      <TabList
        label={t('share.tabs')}
        tabs={TABS.map((id) => ({ id, label: t(`share.tab.${id}`) }))}
        active={tab}
        onActivate={choose}
        panels={panels}
        styles={styles}
      />
      <div role="tabpanel" id={panelId(panels, tab)} aria-labelledby={tabId(panels, tab)}>
        {tab === 'link' ? (
          <>
            <Copied
              label={t('share.link')}
              button={t('share.copyLink')}
              value={link}
              onSaid={setSaid}
              primary
            />
            {fields}
          </>
        ) : null}
        {tab === 'embed' ? (
          <>
            <Copied
              label={t('share.embed')}
              button={t('share.copyEmbed')}
              value={embedCode(link, lab.title || 'vethlab')}
              rows={4}
              onSaid={setSaid}
              primary
            />
            {fields}
          </>
        ) : null}
        {tab === 'export' ? <ExportTab lab={lab} onSaid={setSaid} /> : null}
      </div>
      <p className={styles.said} role="status" aria-live="polite">
        {said}
      </p>
    </Dialog>
  )
}

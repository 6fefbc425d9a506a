import { Download } from 'lucide-react'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import type { DeviceView, Hop, LabStoreState, NetnsView, Selection } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { later } from '../parts/later.tsx'
import type * as Filtering from './filtering.ts'
import { PacketRow, ROW_HEIGHT } from './PacketRow.tsx'
import styles from './Packets.module.css'
import { useFound } from './useFound.ts'

const selectHops = (s: LabStoreState): readonly Hop[] => s.hops
const selectDevices = (s: LabStoreState): ReadonlyMap<string, DeviceView> => s.devices
const selectNamespaces = (s: LabStoreState): ReadonlyMap<string, NetnsView> => s.namespaces
const selectSelection = (s: LabStoreState): Selection | null => s.selection
const selectStorySkb = (s: LabStoreState): number | null => s.story?.skb ?? null

const selectFailed = (s: LabStoreState): boolean => s.run?.failed === 'yes'

const WhyButton = later(async () => (await import('../why/WhyButton.tsx')).WhyButton)

/** Rows kept above and below what is seen. */
const MARGIN = 8

/** The frames that crossed a cable, as tcpdump would list them; only the rows in sight are there. */
export function PacketStrip({
  onChosen,
  onAsked,
}: {
  readonly onChosen: () => void
  /** Why a probe failed is asked: the answer stands below the terminal. */
  readonly onAsked: () => void
}): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const hops = useSlice(selectHops)
  const devices = useSlice(selectDevices)
  const namespaces = useSlice(selectNamespaces)
  const selection = useSlice(selectSelection)
  const storySkb = useSlice(selectStorySkb)
  const failed = useSlice(selectFailed)
  const [text, setText] = useState('')
  const [filtering, setFiltering] = useState<typeof Filtering | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const [view, setView] = useState({ top: 0, height: 400, atEnd: true })
  const ids = useId().replace(/\W/g, '')

  const nameOf = useMemo(() => deviceNames(devices, namespaces), [devices, namespaces])
  const found = useFound(filtering, text, hops)
  const rows = useMemo(() => {
    return text.trim() === '' || !filtering ? hops : filtering.filtered(hops, text, found, nameOf)
  }, [hops, text, filtering, found, nameOf])
  const save = async (): Promise<void> => {
    const { data } = await store.ask({ type: 'capture', hops: rows.map((hop) => hop.id) })
    const { download } = await import('../parts/download.ts')
    download('vethlab.pcap', new Blob([data.slice()], { type: 'application/vnd.tcpdump.pcap' }))
  }

  const skb = selection?.kind === 'packet' ? selection.skb : storySkb
  const at = skb === null ? -1 : indexOf(rows, skb, chosen)
  const root = rows[at]?.root ?? null

  const measure = (): void => {
    const element = box.current
    if (!element) return
    const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - ROW_HEIGHT
    following.current = atEnd
    setView({ top: element.scrollTop, height: element.clientHeight, atEnd })
  }
  const toEnd = (): void => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
    measure()
  }
  useLayoutEffect(() => {
    if (following.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [rows.length])
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(() => (following.current ? toEnd() : measure()))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  const choose = (index: number): void => {
    const hop = rows[index]
    if (!hop) return
    setChosen(hop.id)
    store.select({ kind: 'packet', skb: hop.skb })
    reveal(box.current, index)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = target(event.key, at, rows.length, Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 1))
    if (to === null || rows.length === 0) return
    event.preventDefault()
    choose(Math.min(rows.length - 1, Math.max(0, to)))
  }

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - MARGIN)
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + MARGIN)
  const optionId = (hop: Hop): string => `${ids}-${hop.id}`
  const active = rows[at]
  return (
    <div className={styles.strip}>
      <div className={styles.head}>
        <h2>{t('region.packets')}</h2>
        <input
          type="search"
          className={styles.filter}
          aria-label={t('packets.filter')}
          placeholder={t('packets.placeholder')}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
            // When it cannot be loaded all packets stay listed.
            import('./filtering.ts').then(setFiltering, () => {})
          }}
        />
        {text.trim() === '' ? null : (
          <span className={styles.count}>{t('packets.count', { shown: rows.length, all: hops.length })}</span>
        )}
        <Button
          look="quiet"
          square
          disabled={rows.length === 0}
          aria-label={t('packets.save')}
          title={t('packets.save')}
          onClick={() => void save().catch(() => {})}
        >
          <Download size={14} aria-hidden />
        </Button>
        {failed ? <WhyButton onAsked={onAsked} /> : null}
      </div>
      <div
        ref={box}
        className={styles.list}
        role="listbox"
        aria-label={t('packets.list')}
        tabIndex={0}
        aria-activedescendant={active && at >= first && at < last ? optionId(active) : undefined}
        onScroll={measure}
        onKeyDown={onKeyDown}
      >
        <div className={styles.space} role="presentation" style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(first, last).map((hop, n) => (
            <PacketRow
              key={hop.id}
              id={optionId(hop)}
              hop={hop}
              top={(first + n) * ROW_HEIGHT}
              position={first + n + 1}
              total={rows.length}
              from={nameOf(hop.from)}
              to={hop.to === null ? null : nameOf(hop.to)}
              selected={first + n === at}
              related={root !== null && hop.root === root}
              onChoose={() => {
                choose(first + n)
                onChosen()
              }}
            />
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>{t(hops.length === 0 ? 'packets.none' : 'packets.noMatch')}</p>
      ) : null}
      {view.atEnd || rows.length === 0 ? null : (
        <button type="button" className={styles.newest} onClick={toEnd}>
          ↓ {t('packets.newest')}
        </button>
      )}
    </div>
  )
}

/** The row that was chosen, or the first of the packet when it was chosen elsewhere. */
function indexOf(rows: readonly Hop[], skb: number, chosen: number | null): number {
  const exact = rows.findIndex((hop) => hop.id === chosen && hop.skb === skb)
  return exact >= 0 ? exact : rows.findIndex((hop) => hop.skb === skb)
}

function deviceNames(
  devices: ReadonlyMap<string, DeviceView>,
  namespaces: ReadonlyMap<string, NetnsView>,
): (id: string | null) => string {
  return (id) => {
    const device = id === null ? undefined : devices.get(id)
    if (!device) return ''
    const netns = namespaces.get(device.netns)
    return `${netns?.name ?? netns?.machine ?? ''}:${device.name}`
  }
}

function reveal(box: HTMLElement | null, index: number): void {
  if (!box) return
  const top = index * ROW_HEIGHT
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + ROW_HEIGHT > box.scrollTop + box.clientHeight)
    box.scrollTop = top + ROW_HEIGHT - box.clientHeight
}

function target(key: string, at: number, length: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at < 0 ? length - 1 : at - 1
    case 'PageDown':
      return at + page
    case 'PageUp':
      return at - page
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return null
  }
}

import { SquareTerminal, X } from 'lucide-react'
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { openShell } from '../canvas/edits.ts'
import { planForwarding } from '../canvas/gestures/edit.ts'
import { perform } from '../canvas/gestures/gesture.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { panelId, TabList, tabId } from '../parts/Tabs.tsx'
import { AddressTable } from './AddressTable.tsx'
import { Contained } from './Contained.tsx'
import { FirewallTable } from './FirewallTable.tsx'
import { FlowTable } from './FlowTable.tsx'
import styles from './Inspector.module.css'
import { LinkTable } from './LinkTable.tsx'
import { FdbTable, NeighbourTable } from './NeighbourTable.tsx'
import { ProcessTable } from './ProcessTable.tsx'
import { RouteTable } from './RouteTable.tsx'
import { soughtRule } from './soughtRule.ts'
import { scopeOf, selectSeen, type Scope } from './scope.ts'

const TABS = [
  'links',
  'addresses',
  'routes',
  'neighbours',
  'fdb',
  'firewall',
  'conntrack',
  'processes',
] as const
const KINDS = ['machine', 'switch', 'namespace', 'container', 'pod'] as const
type TabName = (typeof TABS)[number]

/** A machine, namespace, bridge or interface from inside. */
export function ThingView(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const state = useSlice(useShallow(selectSeen))
  const scope = useMemo(() => scopeOf(state), [state])
  const [tab, setTab] = useState<TabName>('links')
  const sought = useStore(soughtRule, (s) => s.rule)
  const netns = scope?.netns.id
  useEffect(() => {
    if (sought && sought.netns === netns) setTab('firewall')
    else soughtRule.setState({ rule: null })
  }, [sought, netns])
  const panels = useId().replace(/\W/g, '')
  if (!scope) return null
  const counts: Readonly<Record<TabName, number>> = {
    links: scope.devices.length,
    addresses: scope.devices.reduce((sum, device) => sum + device.addresses.length, 0),
    routes: scope.routes.length,
    neighbours: scope.neighbours.length,
    fdb: scope.fdb.length,
    firewall: scope.netns.rules,
    conntrack: 0,
    processes: 0,
  }
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <div className={styles.line}>
          <h2>{scope.title || t('inspector.unnamed')}</h2>
          <span className={styles.kind}>{kindWord(scope.kind, t)}</span>
          <span className={styles.space} />
          {scope.reachable ? (
            <Button
              look="quiet"
              square
              aria-label={t('inspector.openTerminal')}
              title={t('inspector.openTerminal')}
              onClick={() => openShell(store, scope.netns, scope.machine)}
            >
              <SquareTerminal size={16} aria-hidden />
            </Button>
          ) : null}
          <Button look="quiet" square aria-label={t('inspector.close')} onClick={() => store.select(null)}>
            <X size={16} aria-hidden />
          </Button>
        </div>
        {scope.path ? <p className={styles.sub}>{scope.path}</p> : null}
        {scope.device === null ? <Contained netns={scope.netns} /> : null}
        {scope.device === null ? <Forwarding scope={scope} /> : null}
      </header>
      <TabList
        label={t('inspector.tabs')}
        tabs={TABS.map((id) => ({ id, label: t(`inspector.${id}` satisfies TextKey), count: counts[id] }))}
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
        {tab === 'links' ? <LinkTable scope={scope} /> : null}
        {tab === 'addresses' ? <AddressTable scope={scope} /> : null}
        {tab === 'routes' ? <RouteTable scope={scope} /> : null}
        {tab === 'neighbours' ? <NeighbourTable scope={scope} /> : null}
        {tab === 'fdb' ? <FdbTable scope={scope} /> : null}
        {tab === 'firewall' ? <FirewallTable scope={scope} /> : null}
        {tab === 'conntrack' ? <FlowTable scope={scope} /> : null}
        {tab === 'processes' ? <ProcessTable scope={scope} /> : null}
      </div>
    </div>
  )
}

/** A device's kind is Linux's own word. */
function kindWord(kind: string, t: ReturnType<typeof useText>): string {
  const known = KINDS.find((k) => k === kind)
  return known ? t(`inspector.${known}` satisfies TextKey) : kind
}

function Forwarding({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const { forwarding } = scope.netns
  const name = t(forwarding ? 'inspector.forwardOff' : 'inspector.forwardOn')
  return (
    <p className={styles.sub}>
      <code>net.ipv4.ip_forward = {forwarding ? 1 : 0}</code>
      {scope.reachable ? (
        <button
          type="button"
          className={styles.textButton}
          onClick={() =>
            perform(
              store,
              planForwarding(store.api.getState(), { kind: 'netns', id: scope.netns.id }, !forwarding),
            )
          }
        >
          {name}
        </button>
      ) : null}
    </p>
  )
}

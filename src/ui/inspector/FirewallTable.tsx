import { RotateCcw, X } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FirewallChainView, FirewallRuleView, FirewallTableView } from '../../store/lab.ts'
import { useLabContext } from '../app/labContext.ts'
import { perform } from '../canvas/gestures/gesture.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import {
  planAppendRule,
  planDeleteRule,
  planPolicy,
  planReplaceRule,
  planZero,
  type ChainPlace,
} from './firewallPlans.ts'
import styles from './Inspector.module.css'
import firewall from './Firewall.module.css'
import { MadeBy } from './MadeBy.tsx'
import { RowAction } from './RowAction.tsx'
import type { Scope } from './scope.ts'
import { soughtRule, type SoughtRule } from './soughtRule.ts'
import { useInside } from './useInside.ts'

/** Tables and chains as iptables lists them, with live counters; a rule is changed where it stands. */
export function FirewallTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const inside = useInside(scope.netns.id)
  // Not known yet is not none.
  if (inside === null) return null
  const tables = inside.firewall
  if (tables.length === 0) return <p className={styles.nothing}>{t('inspector.noRules')}</p>
  return tables.map((table) => (
    <section key={`${table.family} ${table.name}`} className={firewall.table}>
      <h3>
        {table.family === 'ip6' ? 'ip6tables ' : ''}
        {table.name}
      </h3>
      {table.chains.map((chain) => (
        <Chain key={chain.name} scope={scope} table={table} chain={chain} />
      ))}
    </section>
  ))
}

interface ChainProps {
  readonly scope: Scope
  readonly table: FirewallTableView
  readonly chain: FirewallChainView
}

function Chain({ scope, table, chain }: ChainProps): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const place: ChainPlace = { netns: scope.netns, table, chain }
  const other = chain.policy === 'DROP' ? 'ACCEPT' : 'DROP'
  return (
    <table className={styles.table} aria-label={`${table.name} ${chain.name}`}>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={3}>
            {chain.name}{' '}
            {chain.policy === null ? (
              <span className={firewall.count}>
                {t(chain.references === 1 ? 'inspector.reference' : 'inspector.references', {
                  count: String(chain.references),
                })}
              </span>
            ) : (
              <>
                {scope.reachable ? (
                  <button
                    type="button"
                    className={firewall.policy}
                    data-policy={chain.policy}
                    title={t('inspector.setPolicy', { chain: chain.name, policy: other })}
                    aria-label={t('inspector.setPolicy', { chain: chain.name, policy: other })}
                    onClick={() => perform(store, planPolicy(store.api.getState(), place, other))}
                  >
                    policy {chain.policy}
                  </button>
                ) : (
                  <span className={firewall.policy} data-policy={chain.policy}>
                    policy {chain.policy}
                  </span>
                )}{' '}
                {chain.counters === null ? null : (
                  <span className={firewall.count}>
                    {chain.counters.packets} packets, {chain.counters.bytes} bytes
                  </span>
                )}
              </>
            )}
          </th>
          <RowAction
            name={t('inspector.zero', { chain: chain.name })}
            icon={RotateCcw}
            hidden={!scope.reachable || chain.rules.length === 0}
            plan={(view) => planZero(view, place)}
          />
        </tr>
      </thead>
      <tbody>
        {chain.rules.map((rule) => (
          <Rule key={rule.handle} place={place} rule={rule} reachable={scope.reachable} />
        ))}
        {scope.reachable ? <AppendRule place={place} /> : null}
      </tbody>
    </table>
  )
}

interface RuleProps {
  readonly place: ChainPlace
  readonly rule: FirewallRuleView
  readonly reachable: boolean
}

function Rule({ place, rule, reachable }: RuleProps): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const [draft, setDraft] = useState<string | null>(null)
  const { number, text } = rule
  const sought = useStore(soughtRule, (s) => (s.rule && isSought(s.rule, place, rule) ? s.rule : null))
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (sought) row.current?.scrollIntoView({ block: 'center' })
  }, [sought])
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (draft !== null && draft.trim() !== '' && draft.trim() !== text) {
      perform(store, planReplaceRule(store.api.getState(), place, number, draft))
    }
    setDraft(null)
  }
  return (
    <tr ref={row} className={sought ? firewall.sought : undefined} aria-current={sought ? 'true' : undefined}>
      <td className={firewall.number}>{number}</td>
      <td>
        {draft !== null ? (
          <form onSubmit={save}>
            <input
              className={firewall.edit}
              aria-label={t('inspector.editRule', { number: String(number), chain: place.chain.name })}
              value={draft}
              autoFocus
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setDraft(event.target.value)}
              onBlur={() => setDraft(null)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setDraft(null)
              }}
            />
          </form>
        ) : reachable ? (
          <button
            type="button"
            className={firewall.rule}
            title={t('inspector.editRule', { number: String(number), chain: place.chain.name })}
            onClick={() => setDraft(text)}
          >
            {text}
          </button>
        ) : (
          text
        )}
        <MadeBy provenance={rule.provenance} />
      </td>
      <td className={firewall.counters} title={`${rule.bytes} bytes`}>
        {rule.packets}
      </td>
      <RowAction
        name={t('inspector.delRule', { number: String(number), chain: place.chain.name })}
        icon={X}
        hidden={!reachable}
        plan={(view) => planDeleteRule(view, place, number)}
      />
    </tr>
  )
}

function isSought({ netns, chain, handle }: SoughtRule, place: ChainPlace, rule: FirewallRuleView): boolean {
  const { table } = place
  const here = table.family === 'ip' && table.name === 'nat' && place.chain.name === chain
  return here && place.netns.id === netns && rule.handle === handle
}

function AppendRule({ place }: { readonly place: ChainPlace }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const [spec, setSpec] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (spec.trim() === '') return
    perform(store, planAppendRule(store.api.getState(), place, spec))
    setSpec('')
  }
  return (
    <tr>
      <td colSpan={4}>
        <form className={firewall.append} onSubmit={submit}>
          <input
            aria-label={t('inspector.addRule', { chain: place.chain.name })}
            placeholder="-p tcp --dport 80 -j ACCEPT"
            value={spec}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setSpec(event.target.value)}
          />
          {spec === '' ? null : <Button type="submit">{t('inspector.add')}</Button>}
        </form>
      </td>
    </tr>
  )
}

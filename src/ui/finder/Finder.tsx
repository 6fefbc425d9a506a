import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { desk } from '../canvas/desk.ts'
import { commandEntry, entriesOf, sift, type Entry, type Screen } from './entries.ts'
import styles from './Finder.module.css'
import { useFinderWords } from './words.ts'

interface FinderProps {
  readonly screen: Screen
  readonly onClose: () => void
}

/**
 * Everything by its name: the WAI-ARIA combobox with a list. What leads on to a choice shows that choice instead;
 * Backspace in the empty field goes back.
 */
export function Finder({ screen, onClose }: FinderProps): ReactNode {
  const words = useFinderWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [deeper, setDeeper] = useState<{ title: string; entries: readonly Entry[] } | null>(null)
  const all = useMemo(() => entriesOf(screen, words), [screen, words])
  const command = commandEntry(screen, words, typed)
  const shown = useMemo(
    () => (typed.startsWith('$') ? [] : sift(deeper?.entries ?? all, typed)),
    [all, deeper, typed],
  )
  const entries = command ? [command] : shown
  const now = Math.min(at, entries.length - 1)

  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    return () => {
      element?.close()
      desk()?.light([])
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const target = typed === '' ? undefined : entries[now]?.target
  useEffect(() => desk()?.light(target ? [target] : []), [target])
  useEffect(() => {
    document.getElementById(`${id}-${now}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, now])

  const write = (text: string): void => {
    setTyped(text)
    setAt(0)
  }
  const choose = (entry: Entry): void => {
    if (!entry.more) {
      onClose()
      // The focus has gone back by then, and what is chosen may take it.
      requestAnimationFrame(() => void entry.choose())
      return
    }
    const next = entry.choose()
    if (!next) return onClose()
    const title = entry.label.replace('…', '')
    setDeeper({ title, entries: next.map((item) => ({ ...item, group: title })) })
    write('')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const last = entries.length - 1
    const entry = entries[now]
    if (event.key === 'ArrowDown') setAt(now >= last ? 0 : now + 1)
    else if (event.key === 'ArrowUp') setAt(now <= 0 ? last : now - 1)
    else if (event.key === 'PageDown') setAt(Math.min(last, now + 8))
    else if (event.key === 'PageUp') setAt(Math.max(0, now - 8))
    else if (event.key === 'Enter' && entry) choose(entry)
    else if (event.key === 'Backspace' && typed === '' && deeper) setDeeper(null)
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) onClose()
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.finder}
      aria-label={words.title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.inside}>
        <div className={styles.field}>
          <Search size={16} aria-hidden />
          {deeper ? <span className={styles.deeper}>{deeper.title}</span> : null}
          <input
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={entries.length > 0 ? `${id}-${now}` : undefined}
            aria-label={words.title}
            placeholder={words.placeholder}
            value={typed}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id={`${id}-list`} role="listbox" aria-label={words.title} className={styles.list} tabIndex={-1}>
          {groupsOf(entries).map(({ name, from, members }) => (
            <div key={`${name} ${from}`} role="group" aria-labelledby={`${id}-group-${from}`}>
              <div id={`${id}-group-${from}`} role="presentation" className={styles.group}>
                {name}
              </div>
              {members.map((entry, i) => (
                <Option
                  key={entry.id}
                  id={`${id}-${from + i}`}
                  entry={entry}
                  selected={from + i === now}
                  onChoose={() => choose(entry)}
                />
              ))}
            </div>
          ))}
          {entries.length === 0 && !typed.startsWith('$') ? (
            <p className={styles.nothing}>{words.nothing}</p>
          ) : null}
        </div>
        <p className={styles.foot}>
          {words.keys}
          {deeper ? `, ${words.back}` : null}
        </p>
        <p className={styles.spoken} role="status">
          {typed === '' ? '' : words.found.replace('{n}', String(entries.length))}
        </p>
      </div>
    </dialog>
  )
}

interface OptionProps {
  readonly id: string
  readonly entry: Entry
  readonly selected: boolean
  readonly onChoose: () => void
}

/** The field keeps the focus and has the keys: see aria-activedescendant. */
function Option({ id, entry, selected, onChoose }: OptionProps): ReactNode {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={styles.option}
      data-danger={entry.danger}
      onClick={onChoose}
    >
      <span>{entry.label}</span>
      {entry.hint ? <span className={styles.hint}>{entry.hint}</span> : null}
    </div>
  )
}

/** Entries of one group side by side, and the place of the first. */
function groupsOf(entries: readonly Entry[]): readonly { name: string; from: number; members: Entry[] }[] {
  const groups: { name: string; from: number; members: Entry[] }[] = []
  for (const [i, entry] of entries.entries()) {
    const last = groups.at(-1)
    if (last?.name === entry.group) last.members.push(entry)
    else groups.push({ name: entry.group, from: i, members: [entry] })
  }
  return groups
}

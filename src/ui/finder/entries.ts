// What can be found: things of the lab by their names and addresses, and all that can be done.
import type { LabStore, LabStoreState } from '../../store/lab.ts'
import { STARTING_LABS } from '../../store/labs.ts'
import { preferences } from '../../store/preferences.ts'
import type { Saving } from '../../store/saving.ts'
import { askReach } from '../app/asked.ts'
import { desk } from '../canvas/desk.ts'
import type { Target } from '../canvas/gestures/gesture.ts'
import type { MenuItem } from '../canvas/interaction.ts'
import { bridgeName, interfaceName, machineName, netnsName } from '../canvas/naming.ts'
import { placeTool } from '../canvas/placing.ts'
import { toolsOf, type Tool } from '../canvas/tools.ts'
import { isBridge } from '../canvas/view.ts'
import { loadLanguage } from '../i18n/languages.ts'
import { LABS_IN_KOREAN } from '../i18n/labs.ts'
import { textNow, type TextKey } from '../i18n/text.ts'
import { find } from './fuzzy.ts'
import type { FinderWords } from './words.ts'

export interface Entry extends MenuItem {
  readonly group: string
  /** A thing of the canvas: it is lit while it is the one that would be chosen. */
  readonly target?: Target
}

/** What the finder can ask of the rest of the screen. */
export interface Screen {
  readonly store: LabStore
  readonly saving: Saving
  readonly arm: (tool: Tool) => void
  readonly sheet: (sheet: 'share' | 'reset' | 'help' | 'labs' | 'reach') => void
}

const MOST_SHOWN = 60
/** Without a word typed: of each kind, that many. */
const MOST_UNASKED = 7

export function entriesOf(screen: Screen, words: FinderWords): readonly Entry[] {
  const state = screen.store.api.getState()
  const actions = desk()?.actions() ?? null
  const selected = words.selected.replace('{name}', actions?.title ?? '')
  return [
    ...(actions?.items ?? []).map((item) => ({ ...item, group: selected, id: `do ${item.id}` })),
    ...things(state, words),
    ...(desk()?.acts() ?? []).map((item) => ({ ...item, group: words.canvas, id: `canvas ${item.id}` })),
    ...tools(screen, words),
    ...labActs(screen, state, words),
    ...labs(screen, words),
    ...state.terminals.map(({ id }) =>
      entry(words.terminals, `terminal ${id}`, id, () => screen.store.showTerminal(id)),
    ),
    ...settings(words),
  ]
}

/** A line for the shell of the machine whose terminal is in front. */
export function commandEntry({ store }: Screen, words: FinderWords, typed: string): Entry | null {
  const line = /^\$\s+(.*\S)/.exec(typed)?.[1]
  const state = store.api.getState()
  const active = state.terminals.find((t) => t.id === state.activeTerminal)
  const machine = active?.machine ?? state.order[0]
  if (line === undefined || machine === undefined) return null
  const hint = words.commandHint.replace('{machine}', machine)
  const run = (): void => store.send({ type: 'gesture', machine, lines: [line], note: '' })
  return { ...entry(words.command.replace('{machine}', machine), 'command', line, run), hint }
}

/** The best first, those of a group side by side; with nothing typed the first of each group. */
export function sift(entries: readonly Entry[], typed: string): readonly Entry[] {
  if (typed.trim() === '') {
    const seen = new Map<string, number>()
    return entries.filter(({ group }) => {
      const n = (seen.get(group) ?? 0) + 1
      seen.set(group, n)
      return n <= MOST_UNASKED
    })
  }
  const found = entries.flatMap((e) => {
    const hit = find(typed, `${e.label} ${e.hint ?? ''}`)
    return hit ? [{ entry: e, score: hit.score }] : []
  })
  found.sort((a, b) => b.score - a.score)
  const best = found.slice(0, MOST_SHOWN).map((f) => f.entry)
  const groups = [...new Set(best.map((e) => e.group))]
  return groups.flatMap((group) => best.filter((e) => e.group === group))
}

function things(state: LabStoreState, words: FinderWords): readonly Entry[] {
  const show = (target: Target, label: string, hint = ''): Entry => ({
    ...entry(words.things, `${target.kind}:${target.id}`, label, () => desk()?.show(target)),
    ...(hint === '' ? {} : { hint }),
    target,
  })
  return state.order.flatMap((id) => {
    const machine = state.machines.get(id)
    if (!machine) return []
    const inside = machine.namespaces.flatMap((netns) => [
      ...(netns.root ? [] : [show({ kind: 'netns', id: netns.id }, netnsName(state, netns))]),
      ...netns.devices.map((device) =>
        show(
          { kind: 'device', id: device.id },
          isBridge(device) ? bridgeName(device) : interfaceName(state, device),
          device.addresses
            .filter((a) => a.scope === 'global')
            .map((a) => a.text)
            .join('  '),
        ),
      ),
    ])
    return [show({ kind: 'machine', id }, machineName(machine)), ...inside]
  })
}

function tools({ store, arm }: Screen, words: FinderWords): readonly Entry[] {
  return toolsOf(store.api.getState().lab.world).map((tool) => {
    const name = textNow(`palette.${tool.toLowerCase()}` as TextKey)
    const armed = tool === 'Cable' || tool === 'Select'
    return entry(words.tools, `tool ${tool}`, name, () => (armed ? arm(tool) : placeTool(store, tool, null)))
  })
}

function labActs({ store, sheet }: Screen, state: LabStoreState, words: FinderWords): readonly Entry[] {
  const { playing } = state.player
  const act = (id: string, label: string, run: () => void, hint?: string): Entry => ({
    ...entry(words.lab, id, label, run),
    ...(hint === undefined ? {} : { hint }),
  })
  return [
    act('undo', words.undo, () => store.send({ type: 'undo' }), 'Ctrl+Z'),
    act('redo', words.redo, () => store.send({ type: 'redo' }), 'Ctrl+Shift+Z'),
    act(
      'play',
      playing ? words.pause : words.play,
      () => store.send({ type: 'play', playing: !playing }),
      'Space',
    ),
    act('step', words.step, () => store.send({ type: 'step' }), '.'),
    act('step-back', words.stepBack, () => store.send({ type: 'step-back' }), ','),
    act('share', words.share, () => sheet('share')),
    act('reset', words.reset, () => sheet('reset')),
    act('ask', words.ask, () => askReach(null)),
    act('reach', words.reach, () => sheet('reach')),
    act('help', words.help, () => sheet('help'), '?'),
  ]
}

function labs({ saving, sheet }: Screen, words: FinderWords): readonly Entry[] {
  const korean = preferences.getState().language === 'ko'
  const all = STARTING_LABS.map((lab) => {
    const { title } = (korean ? LABS_IN_KOREAN[lab.id] : undefined) ?? lab
    return entry(words.labs, `lab ${lab.id}`, title, () => saving.openAsMine(lab.text))
  })
  return [entry(words.labs, 'labs', words.allLabs, () => sheet('labs')), ...all]
}

function settings(words: FinderWords): readonly Entry[] {
  const theme = (name: 'light' | 'dark' | 'system'): Entry =>
    entry(words.settings, name, words[name], () => preferences.setState({ theme: name }))
  const language = (id: 'en' | 'ko', label: string): Entry =>
    entry(words.settings, id, label, () => {
      // When its words cannot be loaded the screen stays as it is.
      void loadLanguage(id).then(
        () => preferences.setState({ language: id }),
        () => {},
      )
    })
  return [theme('light'), theme('dark'), theme('system'), language('en', 'English'), language('ko', '한국어')]
}

function entry(group: string, id: string, label: string, act: () => void): Entry {
  return {
    group,
    id,
    label,
    choose: () => {
      act()
      return undefined
    },
  }
}

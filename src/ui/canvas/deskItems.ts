// The canvas's answers to the rest of the screen.
import type { Desk } from './desk.ts'
import {
  type Board,
  chosen,
  copy,
  duplicate,
  groupItems,
  paste,
  selectAll,
  setGroup,
  step,
  zoomTo,
} from './group.ts'
import { handWords } from './handWords.ts'
import type { MenuItem, Point } from './interaction.ts'
import { menuOf } from './menus.ts'
import { addNote } from './notes/edits.ts'
import { boxId } from './scene.ts'
import { elementOf } from './things.ts'
import { tidy } from './tidy.ts'
import { FIT, still } from './useAutoFit.ts'
import { machineOf, netnsOf } from './view.ts'

export function deskOf(board: Board, region: { readonly current: HTMLElement | null }): Desk {
  const { store, interaction } = board.parts
  return {
    show: (target) => {
      setGroup(board.parts, [boxId(target)])
      zoomTo(board, [target])
      const root = region.current
      // What comes into view is drawn first.
      if (root) setTimeout(() => focus(elementOf(root, target)), still() ? 50 : 320)
    },
    actions: () => {
      const [note, ...more] = interaction.getState().group
      if (note?.startsWith('note:') && more.length === 0)
        return menuOf(board.parts, { kind: 'note', id: note }, { x: 0, y: 0 })
      const [target, another] = chosen(board.parts)
      if (!target) return null
      if (another) {
        const { size } = interaction.getState().group
        return { title: handWords().several.replace('{n}', String(size)), items: groupItems(board) }
      }
      const element = region.current && elementOf(region.current, target)
      const rect = (element ?? region.current)?.getBoundingClientRect()
      return menuOf(board.parts, target, { x: (rect?.left ?? 0) + 12, y: (rect?.top ?? 0) + 36 })
    },
    acts: () => acts(board),
    addNote: (at) => addNote(board.parts, at ?? middleOf(board, region.current)),
    runForm: (tool, spot) => {
      const machine = spot?.container?.kind === 'machine' ? spot.container.id : chosenMachine(board)
      interaction.setState({ form: { tool, machine, spot: spot?.container ? spot : null } })
    },
    light: (targets) => {
      const { sought } = interaction.getState()
      if (targets.length > 0 || sought.size > 0) interaction.setState({ sought: new Set(targets.map(boxId)) })
    },
  }

  function acts(at: Board): readonly MenuItem[] {
    const words = handWords()
    const { flow, parts } = at
    const duration = still() ? 0 : 220
    return [
      step('fit', words.fit, () => void flow.fitView({ ...FIT, duration })),
      step('zoom-to', words.zoomToSelection, () => zoomTo(at, chosen(parts))),
      step('tidy', words.tidy, () => void tidy(store, flow)),
      step('zoom-in', words.zoomIn, () => void flow.zoomIn({ duration })),
      step('zoom-out', words.zoomOut, () => void flow.zoomOut({ duration })),
      step('all', words.selectAll, () => selectAll(at), 'Ctrl+A'),
      step(
        'none',
        words.selectNone,
        () => {
          setGroup(parts, [])
          store.select(null)
        },
        'Esc',
      ),
      step('note', words.addNote, () => addNote(parts, middleOf(at, region.current)), 'N'),
      step('copy', words.copy, () => void copy(at), 'Ctrl+C'),
      step('paste', words.paste, () => paste(at), 'Ctrl+V'),
      step('duplicate', words.duplicate, () => duplicate(at), 'Ctrl+D'),
      step('map', words.map, () => {
        const shown = document.querySelector('.react-flow__minimap') !== null
        interaction.setState({ map: !shown })
      }),
    ]
  }
}

function chosenMachine({ parts }: Board): string | null {
  const view = parts.store.api.getState()
  const [target] = chosen(parts)
  return (target && machineOf(view, netnsOf(view, target))?.id) ?? null
}

/** Of what is seen of the canvas. */
function middleOf({ flow }: Board, region: HTMLElement | null): Point {
  const rect = region?.getBoundingClientRect()
  if (!rect) return { x: 0, y: 0 }
  return flow.screenToFlowPosition({ x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 })
}

function focus(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true })
}

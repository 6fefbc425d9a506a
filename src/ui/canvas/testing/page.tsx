// A page with nothing but the canvas on a fake lab, to look at it: `?lab=bridge|bare|lan|switched|100|1000&dark`.
import { useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createLabStore, type LabStore } from '../../../store/lab.ts'
import '../../theme.css'
import { Canvas } from '../Canvas.tsx'
import { beginToolDrag, placeTool, TOOLS, type Tool } from '../tools.ts'
import { fakeLab } from './fakeLab.ts'
import { worldNamed } from './worlds.ts'

const query = new URLSearchParams(location.search)
document.documentElement.dataset['theme'] = query.has('dark') ? 'dark' : 'light'
const lab = fakeLab(worldNamed(query.get('lab') ?? 'bridge'))
const store = createLabStore(lab.connect)
Object.assign(window, { lab, store })

function Page({ store: on }: { readonly store: LabStore }): ReactNode {
  const [tool, setTool] = useState<Tool | null>(null)
  const press = (next: Tool): void => {
    if (next === tool) placeTool(on, next, null)
    setTool(next === tool ? null : next)
  }
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '90px 1fr', height: '100vh' }}>
      <nav aria-label="Palette">
        {TOOLS.map((name) => (
          <button
            key={name}
            type="button"
            draggable
            aria-pressed={tool === name}
            onClick={() => press(name)}
            onDragStart={(event) => beginToolDrag(event.dataTransfer, name)}
          >
            {name}
          </button>
        ))}
      </nav>
      <Canvas store={on} tool={tool} onToolDone={() => setTool(null)} />
    </div>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page store={store} />)

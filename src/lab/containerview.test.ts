import { expect, it } from 'vitest'
import type { Lab } from './lab.ts'
import { fullLab } from './full.ts'
import { ViewBuilder } from './viewbuilder.ts'

function containers(lab: Lab, builder: ViewBuilder): unknown[] {
  lab.runReady()
  builder.update(false)
  return builder.view.machines[0]!.namespaces.map((n) => n.container).filter((c) => c !== null)
}

it('names the containers of namespaces, and the ports that lead to them, as long as they run', () => {
  const lab = fullLab('docker')
  const builder = new ViewBuilder(lab.nodes)
  expect(containers(lab, builder)).toEqual([])
  lab.exec('host', 'docker run -d --name web -p 8080:80 nginx')
  lab.exec('host', 'docker run -d --name tools alpine sleep 1000')
  expect(containers(lab, builder)).toEqual([
    { name: 'web', image: 'nginx', ports: [{ host: 8080, container: 80, protocol: 'tcp' }] },
    { name: 'tools', image: 'alpine', ports: [] },
  ])
  lab.exec('host', 'docker rm -f web')
  expect(containers(lab, builder)).toEqual([{ name: 'tools', image: 'alpine', ports: [] }])
})

import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'
import { ViewBuilder } from '../../lab/viewbuilder.ts'
import { project } from '../../store/projection.ts'
import { textIn } from '../i18n/text.ts'
import { doorsOf, doorWords } from './doors.ts'

it('a door names whom it leads to, by which rule; without one it is docker-proxy that holds the port', () => {
  const lab = fullLab('docker')
  const builder = new ViewBuilder(lab)
  const doors = () => {
    lab.runReady()
    builder.update(false)
    const { machines } = builder.view
    const view = project(
      machines,
      machines.map((m) => m.id),
    )
    return doorsOf(view, machines[0]!)
  }
  lab.exec('host', 'docker run -d --name web -p 8080:80 nginx; docker rename web shop')
  const [door] = doors()
  expect([door?.port, door?.to, door?.into.length]).toEqual(['8080', 'shop:80', 1])
  expect(doorWords(door!, (key, filling) => textIn('en', key, filling))).toEqual([
    'port 8080 leads to shop:80',
    'by a rule of DOCKER',
    'made by Docker for container shop -p 8080:80',
  ])
  lab.exec('host', 'iptables -t nat -F DOCKER')
  const [held] = doors()
  expect([held?.port, held?.to, held?.rule]).toEqual(['8080', 'shop:80', null])
  expect(doorWords(held!, (key, filling) => textIn('en', key, filling))).toEqual([
    'port 8080 leads to shop:80',
    'by docker-proxy alone',
  ])
})

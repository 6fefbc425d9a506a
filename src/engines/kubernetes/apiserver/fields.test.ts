import { expect, it } from 'vitest'
import { unreadable } from './fields.ts'

it('says which members no object of the kind has', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a', lables: {} },
    spec: { containers: [{ name: 'a', imag: 'nginx', env: [{ name: 'A', value: 'b' }] }] },
  }
  expect(unreadable(pod)).toBe(
    'Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "metadata.lables", unknown field "spec.containers[0].imag"',
  )
})

it('says what holds something else than it should', () => {
  const deployment = (container: object, replicas: unknown = 1) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', labels: { app: 'a' } },
    spec: { replicas, template: { spec: { containers: [container] } } },
  })
  const start = 'Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal'
  expect(unreadable(deployment({ name: 'a', image: 'nginx' }))).toBe(null)
  expect(unreadable(deployment({ env: [{ name: 'A', value: 80 }] }))).toBe(
    `${start} number into Go struct field EnvVar.spec.template.spec.containers.env.value of type string`,
  )
  expect(unreadable(deployment({ command: 'sleep 10' }))).toBe(
    `${start} string into Go struct field Container.spec.template.spec.containers.command of type []string`,
  )
  expect(unreadable(deployment({}, '3'))).toBe(
    `${start} string into Go struct field DeploymentSpec.spec.replicas of type int32`,
  )
})

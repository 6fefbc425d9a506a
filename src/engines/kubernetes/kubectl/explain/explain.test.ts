// The form of kubectl 1.36; the members are those of its API, what is said of them is vethlab's own.
import { expect, it } from 'vitest'
import { fullLab } from '../../../../lab/full.ts'

const lab = fullLab()
lab.exec('host', 'lab add cluster 1')

function say(command: string): string {
  return lab.exec('host', `kubectl explain ${command}`).output
}

it('tells the members of a member', () => {
  expect(say('svc.spec.ports')).toBe(`KIND:       Service
VERSION:    v1

FIELD: ports <[]ServicePort>


DESCRIPTION:
    Its ports.
    A port of a service.
    
FIELDS:
  appProtocol	<string>
    What is spoken there, for those who look into it.

  name	<string>
    Its name; needed when there are several.

  nodePort	<integer>
    The port that every node opens for it, 30000 to 32767; one is chosen when
    absent.

  port	<integer> -required-
    The port at the service's address.

  protocol	<string>
  enum: SCTP, TCP, UDP
    TCP when absent.

  targetPort	<IntOrString>
    Number or name of the pods' port; the same as port when absent.


`)
})

it('tells what a member may say', () => {
  expect(say('deployments.apps.spec.strategy.type')).toBe(`GROUP:      apps
KIND:       Deployment
VERSION:    v1

FIELD: type <string>
ENUM:
    Recreate
    RollingUpdate

DESCRIPTION:
    RollingUpdate goes little by little, Recreate ends all old pods first.
    RollingUpdate when absent.
    

`)
})

it('lists all below a member', () => {
  expect(say('netpol.spec.egress.to --recursive').split('FIELDS:\n')[1]).toBe(`  ipBlock	<IPBlock>
    cidr	<string> -required-
    except	<[]string>
  namespaceSelector	<LabelSelector>
    matchExpressions	<[]LabelSelectorRequirement>
      key	<string> -required-
      operator	<string> -required-
      values	<[]string>
    matchLabels	<map[string]string>
  podSelector	<LabelSelector>
    matchExpressions	<[]LabelSelectorRequirement>
      key	<string> -required-
      operator	<string> -required-
      values	<[]string>
    matchLabels	<map[string]string>

`)
})

it('says what is wrong', () => {
  expect(say('pod.spec.nope')).toBe('error: field "nope" does not exist\n')
  expect(say('pod.metadata.name.x')).toBe('error: field "x" does not exist\n')
  expect(say('nope')).toBe('the server doesn\'t have a resource type "nope"\n')
  expect(say('hpa')).toBe('error: horizontalpodautoscalers are not supported in vethlab\n')
  expect(say('pod svc')).toBe('error: We accept only this format: explain RESOURCE\n')
  expect(say('pod --api-version=apps/v1')).toBe(
    'error: GVR (apps/v1, Resource=pods) not found in OpenAPI schema\n',
  )
  expect(say('pod --api-version=v9')).toBe('error: couldn\'t find resource for "/v9, Resource=pods"\n')
})

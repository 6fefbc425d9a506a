// What kubectl says of changes, as kubectl 1.36 says it to a real API server (1.20.2).
import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

const lab = fullLab()
lab.exec(
  'host',
  'lab add cluster 1; kubectl create deploy y --image=nginx; kubectl create svc clusterip s --tcp=80',
)

function say(command: string): string {
  return lab.exec('host', command).output
}

it('labels and annotations', () => {
  expect(say('kubectl label deploy y "a=b c"')).toBe(
    `error: invalid label value: "a=b c": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')\n`,
  )
  expect(say('kubectl label deploy y a=1 a-')).toBe(
    'error: can not both modify and remove a label in the same command\n',
  )
  expect(say('kubectl label --list deploy y')).toBe('app=y\n')
  expect(say('kubectl label ns default team=a --dry-run=client')).toBe(
    'namespace/default labeled (dry run)\n',
  )
})

it('set', () => {
  expect(say('kubectl set env deploy/y A=b C=d; kubectl set env deploy/y --list')).toBe(
    'deployment.apps/y env updated\n# Deployment y, container nginx\nA=b\nC=d\n',
  )
  expect(
    say(
      'kubectl create cm cfg --from-literal=KEY=val; kubectl set env deploy/y A- --from=configmap/cfg; kubectl set env deploy/y --list; kubectl set env deploy/y --list --resolve',
    ),
  ).toBe(
    'configmap/cfg created\ndeployment.apps/y env updated\n# Deployment y, container nginx\nC=d\n# KEY from configmap cfg, key KEY\n# Deployment y, container nginx\nC=d\nKEY=val\n',
  )
  expect(say('kubectl set image deploy/y nginx=nginx')).toBe('')
  expect(say('kubectl set image deploy/y nginx=')).toBe(
    'error: failed to patch image update to pod template: Deployment.apps "y" is invalid: spec.template.spec.containers[0].image: Required value\n',
  )
  expect(say('kubectl set resources deploy/y --limits=cpu=200m --requests=cpu=100m')).toBe(
    'deployment.apps/y resource requirements updated\n',
  )
  expect(say('kubectl set selector svc s "app=y"')).toBe('service/s selector updated\n')
})

it('patch', () => {
  const patch = (change: string, type = 'strategic'): string => {
    return say(`kubectl patch svc s --type=${type} -p '${change}'`)
  }
  expect(patch('{"spec":{"ports":"two"}}')).toBe(
    'The request is invalid: patch: Invalid value: "map[spec:map[ports:two]]": cannot restore slice from string\n',
  )
  expect(patch('[{"op":"add","path":"/metadata/labels/new","value":"1"}]', 'json')).toBe(
    'service/s patched\n',
  )
  expect(patch('{"metadata":{"labels":{"new":null}}}', 'merge')).toBe('service/s patched\n')
  expect(patch('[{"op":"remove","path":"/spec/nosuch"}]', 'json')).toBe(
    'The request is invalid: the server rejected our request due to an error in our request\n',
  )
  expect(patch('{}', 'json')).toBe(
    'Error from server (BadRequest): json: cannot unmarshal object into Go value of type jsonpatch.Patch\n',
  )
  expect(patch('{')).toBe('Error from server (BadRequest): unexpected EOF\n')
  expect(patch('{"metadata":{"name":"other"}}')).toBe(
    'Error from server (BadRequest): the name of the object (other) does not match the name on the URL (s)\n',
  )
})

it('several objects, some of them wrong', () => {
  const docs = ['bad1', 'bad3'].map((name) => {
    return `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}, spec: {containers: [{name: c}]}}`
  })
  const good = '{apiVersion: v1, kind: ConfigMap, metadata: {name: good}, data: {a: "1"}}'
  const why = (name: string): string => {
    return `Error from server (Invalid): error when creating "STDIN": Pod "${name}" is invalid: spec.containers[0].image: Required value\n`
  }
  expect(say(`kubectl apply -f - <<'E'\n${docs[0]}\n---\n${good}\n---\n${docs[1]}\nE`)).toBe(
    `configmap/good created\n${why('bad1')}${why('bad3')}`,
  )
  expect(say("kubectl apply -f - <<'E'\napiVersion: v1\nkind: Pod\nmetadata:\n  name: x: y\nE")).toBe(
    'error: error parsing STDIN: error converting YAML to JSON: yaml: line 4: mapping values are not allowed in this context\n',
  )
})

it('a program that is not there, told in the events of its pod', () => {
  say('kubectl run bad --image=busybox -- nosuch; sleep 34')
  const events = say('kubectl describe pod bad').split('Events:\n')[1] ?? ''
  expect(
    events
      .replace(/\(\w+-\w+-\w+-\w+-\w+\)/, '(UID)')
      .split('\n')
      .map((line) => line.replace(/ +/g, ' ')),
  ).toEqual([
    ' Type Reason Age From Message',
    ' ---- ------ ---- ---- -------',
    ' Normal Scheduled 34s default-scheduler Successfully assigned default/bad to control-plane',
    ' Normal Pulled 4s (x4 over 34s) kubelet spec.containers{bad}: Container image "busybox" already present on machine',
    ' Normal Created 4s (x4 over 34s) kubelet spec.containers{bad}: Container created',
    ' Warning Failed 4s (x4 over 34s) kubelet spec.containers{bad}: Error: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH',
    ' Warning BackOff 4s (x3 over 34s) kubelet spec.containers{bad}: Back-off restarting failed container bad in pod bad_default(UID)',
    '',
  ])
})

it('what may not be chosen by', () => {
  const unable = 'Error from server (BadRequest): Unable to find'
  expect(say('kubectl get pods --field-selector=foo=bar')).toBe(
    `${unable} "/v1, Resource=pods" that match label selector "", field selector "foo=bar": field label not supported: foo\n`,
  )
  expect(say('kubectl get deploy --field-selector=spec.replicas=1')).toBe(
    `${unable} "apps/v1, Resource=deployments" that match label selector "", field selector "spec.replicas=1": "spec.replicas" is not a known field selector: only "metadata.name", "metadata.namespace"\n`,
  )
  expect(say('kubectl logs deploy/nosuch')).toBe(
    'error: error from server (NotFound): deployments.apps "nosuch" not found in namespace "default"\n',
  )
})

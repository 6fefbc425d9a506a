// Cron jobs and ingresses, as a real cluster keeps and shows them.
import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'
import { parseSchedule } from './api/schedule.ts'

const lab = fullLab()
lab.exec('host', 'lab add cluster 1')

function say(command: string): string {
  return lab.exec('host', command).output
}

it('what is wrong with a schedule', () => {
  const wrong = (text: string): unknown => {
    const parsed = parseSchedule(text)
    return typeof parsed === 'string' ? parsed : null
  }
  expect(wrong('*/5 0-6,12 1 jan-mar mon')).toBe(null)
  expect(wrong('@hourly')).toBe(null)
  expect(wrong('* * *')).toBe('expected exactly 5 fields, found 3: [* * *]')
  expect(wrong('a * * * *')).toBe('failed to parse int from a: strconv.Atoi: parsing "a": invalid syntax')
  expect(wrong('70 * * * *')).toBe('end of range (70) above maximum (59): 70')
  expect(wrong('0 0 0 * *')).toBe('beginning of range (0) below minimum (1): 0')
  expect(wrong('*/0 * * * *')).toBe('step of range should be a positive number: */0')
  expect(wrong('5-1 * * * *')).toBe('beginning of range (5) beyond end of range (1): 5-1')
  expect(wrong('@foo')).toBe('unrecognized descriptor: @foo')
})

it('a cron job makes a job each time it is due, and keeps the last three', () => {
  expect(say('kubectl create cronjob hello --image=busybox --schedule="*/1 * * * *" -- date')).toBe(
    'cronjob.batch/hello created\n',
  )
  expect(say('kubectl get cj')).toMatch(
    /^NAME {4}SCHEDULE {6}TIMEZONE {3}SUSPEND {3}ACTIVE {3}LAST SCHEDULE {3}AGE\nhello {3}\*\/1 \* \* \* \* {3}<none> {5}False {5}0 {8}<none> {10}\ds\n$/,
  )
  say('sleep 62')
  const events = say('kubectl describe cj hello').split('Events:\n')[1] ?? ''
  expect(events.split('\n').map((line) => line.replace(/^ +/, '').replace(/ {2,}/g, '  '))).toEqual([
    'Type  Reason  Age  From  Message',
    '----  ------  ----  ----  -------',
    expect.stringMatching(
      /^Normal {2}SuccessfulCreate {2}\ds {2}cronjob-controller {2}Created job hello-\d+$/,
    ),
    expect.stringMatching(
      /^Normal {2}SawCompletedJob {2}\ds {2}cronjob-controller {2}Saw completed job: hello-\d+, condition: Complete$/,
    ),
    '',
  ])
  expect(say('sleep 300; kubectl get jobs --no-headers').trim().split('\n')).toHaveLength(3)
})

it('a job waits longer after each pod that failed', () => {
  say('kubectl create job bad --image=busybox -- false; sleep 75')
  const ages = say('kubectl get pods -l job-name=bad --no-headers --sort-by=.metadata.creationTimestamp')
  expect(ages.match(/\d+s$/gm)).toEqual(['75s', '65s', '45s', '5s'])
})

it('an ingress leads nowhere without a controller, but says where it would', () => {
  expect(
    say(
      'kubectl create deploy web --image=nginx; kubectl expose deploy web --port=80; kubectl create ingress ing --rule="foo.com/=web:80" --rule="foo.com/api*=nosvc:http"; sleep 2',
    ),
  ).toBe('deployment.apps/web created\nservice/web exposed\ningress.networking.k8s.io/ing created\n')
  expect(say('kubectl describe ing ing').replace(/10\.244\.\d+\.\d+/, 'IP')).toBe(
    `Name:             ing
Labels:           <none>
Namespace:        default
Address:          
Ingress Class:    <none>
Default backend:  <default>
Rules:
  Host        Path  Backends
  ----        ----  --------
  foo.com     
              /     web:80 (IP:80)
              /api  nosvc:http (<error: services "nosvc" not found>)
Annotations:  <none>
Events:       <none>
`,
  )
  expect(say('kubectl create ingress none')).toBe(
    'error: not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)\n',
  )
})

import type { Lesson } from './lesson.ts'

export const lan: Lesson = {
  id: 'lan',
  title: 'A LAN and the internet',
  summary: 'host and pc behind a router, the internet beyond it: what a packet to 8.8.8.8 passes on its way.',
  text: `#! world: lan
#! title: A LAN and the internet
`,
  holds: [
    { machine: 'host', command: 'ping -c 1 192.168.1.11', status: 0 },
    { machine: 'host', command: 'ping -c 1 8.8.8.8', status: 0 },
    { machine: 'pc', command: 'ping -c 1 203.0.113.80', status: 0 },
    { machine: 'internet', command: 'ping -c 1 203.0.113.1', status: 0 },
  ],
}

import type { Lesson } from './lesson.ts'

export const empty: Lesson = {
  id: 'empty',
  title: 'Empty host',
  summary: 'One machine, only lo, and lo is down.',
  text: '#! title: Empty host\n',
  holds: [{ machine: 'host', command: 'ping -c 1 127.0.0.1', status: 2 }],
}

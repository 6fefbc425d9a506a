// Colours of the terminal: dark in both themes, as terminals are; the sixteen ANSI colours readable on it.
import type { ITheme } from '@xterm/xterm'

export function xtermTheme(): ITheme {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    background: token('--term'),
    foreground: token('--term-text'),
    cursor: token('--term-text'),
    cursorAccent: token('--term'),
    selectionBackground: '#3d6fa866',
    black: '#5c6773',
    red: '#ff7b72',
    green: '#57d39b',
    yellow: '#e3b341',
    blue: '#79b8ff',
    magenta: '#d2a8ff',
    cyan: '#56d4dd',
    white: '#c9d1d9',
    brightBlack: '#8b98a6',
    brightRed: '#ffa198',
    brightGreen: '#7ee2b8',
    brightYellow: '#f2cc60',
    brightBlue: '#a5d6ff',
    brightMagenta: '#e2c5ff',
    brightCyan: '#8be9f0',
    brightWhite: '#ffffff',
  }
}

// What the linter holds the code to. The first table is the house's: arrows point down only.

/**
 * Which folder of src/ may import which, type imports included. A folder always may import from itself; an entry with
 * an extension is that one file. `packages` are those it may import from node_modules.
 * @type {import('./scripts/lint/house.mjs').LayerTable}
 */
const LAYERS = {
  wire: { imports: [], packages: [] },
  sim: { imports: ['wire'], packages: [] },
  uapi: { imports: ['wire'], packages: [] },
  kernel: { imports: ['wire', 'sim', 'uapi'], packages: [] },
  libc: { imports: ['wire', 'uapi'], packages: [] },
  os: { imports: ['wire', 'sim', 'uapi', 'kernel'], packages: [] },
  shell: { imports: ['wire', 'sim', 'uapi', 'libc', 'os'], packages: ['unbash'] },
  commands: { imports: ['wire', 'sim', 'uapi', 'libc', 'os/program.ts'], packages: [] },
  engines: {
    imports: ['wire', 'sim', 'uapi', 'libc', 'os/program.ts', 'commands/command.ts', 'commands/lib'],
    packages: ['yaml'],
  },
  lab: {
    imports: ['wire', 'sim', 'uapi', 'kernel', 'os', 'shell', 'commands', 'engines'],
    packages: ['fflate', 'unbash'],
  },
  labs: { imports: ['lab'], packages: [] },
  session: {
    imports: ['wire', 'sim', 'uapi', 'kernel', 'os', 'shell', 'commands', 'engines', 'lab', 'labs'],
    packages: [],
  },
  store: {
    imports: [
      'session/protocol.ts',
      'session/link.ts',
      'session/import.ts',
      'session/labs.ts',
      'session/paste.ts',
      'session/viewchange.ts',
      'session/welcome.ts',
    ],
    packages: ['zustand'],
  },
  ui: { imports: ['store'], packages: ['*'] },
  cli: {
    imports: ['wire', 'sim', 'uapi', 'kernel', 'os', 'shell', 'commands', 'engines', 'lab', 'labs'],
    packages: ['node:*'],
  },
}

/** Folders whose code is the deterministic engine. */
const ENGINE = ['wire', 'sim', 'uapi', 'kernel', 'libc', 'os', 'shell', 'commands', 'engines', 'lab', 'labs']

/** What the engine does without, and what it has instead. */
const BANNED = {
  Date: "the engine has virtual time: a program's `p.clock.now()` or `epoch()`, elsewhere `Clock.now` (sim/clock.ts)",
  performance: 'the engine has virtual time: `Clock.now` (sim/clock.ts)',
  setTimeout: '`Clock.after` (sim/clock.ts); in a program `yield* p.clock.sleep(…)`',
  setInterval: '`Clock.after` (sim/clock.ts), asked for again each time',
  queueMicrotask: '`Clock.after(0, …)` (sim/clock.ts)',
  requestAnimationFrame: '`Clock.after` (sim/clock.ts)',
  Promise: 'nothing in the engine is async: a program is a generator that yields a Wait (os/program.ts)',
  crypto: "the engine has one seeded source: a program's `p.random()`, elsewhere `Random` (sim/random.ts)",
  console: "a program writes to `p.io`; the engine's steps are trace events (sim/trace.ts)",
}

const TESTS = ['**/*.test.{ts,tsx}', 'e2e/**', '**/test{ing,bench}.ts', '**/testing/**']

/** Data: a file may be as long as what it lists. */
const LONG = ['src/commands/**/usage.ts']

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'vitest'],
  jsPlugins: ['./scripts/lint/house.mjs'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  ignorePatterns: ['dist/**', 'conformance/transcripts/**', 'test-results/**'],
  rules: {
    'house/layers': ['error', LAYERS],
    'house/no-enum': 'error',
    'house/no-export-all': 'error',
    'house/exported-function': 'error',
    // Two types of one room may name each other (an ICMP error quotes an IPv4 packet); code may not.
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'import/no-default-export': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
    ],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-console': 'error',
    'no-eval': 'error',
    // A loop over a copy is how one deletes on the way.
    'unicorn/no-useless-spread': 'off',
    'import/no-named-as-default-member': 'off',
    'oxc/no-map-spread': 'off',
    // Matters of taste, or meant for windows where we have workers.
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/prefer-add-event-listener': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'no-unmodified-loop-condition': 'off',
    // A program that never waits is a generator all the same.
    'require-yield': 'off',
    'vitest/no-commented-out-tests': 'off',
    // A second argument says which of many cases it is; fast-check asserts by itself.
    'vitest/valid-title': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
    'no-shadow': 'off',
    'unicorn/no-accessor-recursion': 'off',
    // Terminals speak in control characters.
    'no-control-regex': 'off',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    // Of two rules for a hook's dependencies, react-hooks/exhaustive-deps is the one that knows refs.
    'react/exhaustive-effect-dependencies': 'off',
    // A listbox, a menu or a tablist moves one focus within; the browser tests ask axe about the whole page.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/interactive-supports-focus': 'off',
    'jsx-a11y/click-events-have-key-events': 'off',
    'jsx-a11y/no-autofocus': 'off',
    // It does not know that aria-description goes with every role.
    'jsx-a11y/role-supports-aria-props': 'off',
    // Lists that are replaced as a whole.
    'react/no-array-index-key': 'off',
    // Meant for the React compiler, which is not used.
    'react/refs': 'off',
    'react/set-state-in-effect': 'off',
    // JSX is compiled by the automatic runtime.
    'react/react-in-jsx-scope': 'off',
  },
  overrides: [
    {
      files: ENGINE.map((layer) => `src/${layer}/**`),
      rules: {
        'house/no-async': 'error',
        'no-restricted-globals': [
          'error',
          {
            globals: Object.entries(BANNED).map(([name, message]) => ({ name, message })),
            checkGlobalObject: true,
          },
        ],
        'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: BANNED.crypto }],
      },
    },
    {
      files: TESTS,
      rules: {
        'max-lines': ['error', { max: 300 }],
        'typescript/no-non-null-assertion': 'off',
        'house/no-async': 'off',
      },
    },
    { files: LONG, rules: { 'max-lines': 'off' } },
    {
      files: ['*.config.{js,ts}', 'scripts/lint/house.mjs'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      // Recorders run in Node, beside what they recorded.
      files: ['src/**/recorded/*.mjs'],
      rules: {
        'house/no-async': 'off',
        'no-restricted-globals': 'off',
        'no-console': 'off',
        'no-await-in-loop': 'off',
      },
    },
    {
      files: ['scripts/**', 'bench/**', 'conformance/**', 'e2e/**'],
      rules: { 'no-console': 'off', 'no-await-in-loop': 'off' },
    },
  ],
}

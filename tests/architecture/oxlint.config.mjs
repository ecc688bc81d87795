import { readFileSync } from 'node:fs'
import { declarations, layers, packages, pure } from './layers.mjs'

const root = new URL('../../package.json', import.meta.url)
const { dependencies, devDependencies } = JSON.parse(readFileSync(root, 'utf8'))
const installed = Object.keys({ ...dependencies, ...devDependencies })
const names = Object.keys(layers)

const oneOf = (list) => `(${list.map((name) => name.replace(/[/.-]/g, '\\$&')).join('|')})`
const ban = (list, before, after, message) =>
  list.length > 0 ? [{ regex: `${before}${oneOf(list)}${after}`, message }] : []

/** What one layer, or one wrapping file of it, may not import. The linter's regex has no look-ahead: bans are spelt out. */
function imports(layer, place) {
  const allowed = [layer, ...layers[layer]]
  const mayImport = (name) => (packages[name] ?? []).some((at) => at === `${layer}/` || at === place)
  return [
    'error',
    {
      patterns: [
        ...ban(
          names.filter((name) => !allowed.includes(name)),
          '^#',
          '/',
          `src/${layer}/ may import only ${allowed.map((name) => `#${name}/`).join(' ')}`,
        ),
        ...ban(names, '^(\\.\\./)+', '/', 'cross a layer with #layer/file.ts, never with ../'),
        ...(layer === 'features'
          ? [{ regex: '^#features/|^\\.\\.', message: 'a feature is flat and imports no other feature' }]
          : []),
        ...ban(
          installed.filter((name) => !mayImport(name)),
          '^',
          '(/|$)',
          'see packages in tests/architecture/layers.mjs',
        ),
        { regex: '^node:', message: 'src/ runs in a browser' },
      ],
    },
  ]
}

const wrappers = Object.values(packages)
  .flat()
  .filter((place) => !place.endsWith('/'))
const nothing = ['error', { patterns: [{ regex: '.', message: 'this folder is not in layers.mjs' }] }]
const lines = (max) => ['error', { max, skipComments: true, skipBlankLines: true }]

// Run it with -c: from a sub-folder its globs count from the working directory only with a leading `**/`.
export default {
  plugins: ['import', 'typescript', 'react', 'unicorn'],
  categories: { correctness: 'error' },
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/no-explicit-any': 'error',
    'eslint/complexity': ['error', 12],
    'eslint/max-lines': lines(400),
    'eslint/max-lines-per-function': lines(60),
  },
  overrides: [
    { files: ['**/*.tsx'], rules: { 'eslint/max-lines-per-function': lines(90) } },
    { files: ['**/src/**'], rules: { 'eslint/no-restricted-imports': nothing } },
    ...names.map((name) => ({
      files: [`**/src/${name}/**`],
      rules: { 'eslint/no-restricted-imports': imports(name) },
    })),
    ...wrappers.map((place) => ({
      files: [`**/src/${place}`],
      rules: { 'eslint/no-restricted-imports': imports(place.split('/')[0], place) },
    })),
    {
      files: pure.map((name) => `**/src/${name}/**`),
      rules: {
        'eslint/no-restricted-globals': [
          'error',
          'window',
          'document',
          'navigator',
          'location',
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'fetch',
        ],
      },
    },
    {
      files: declarations.map((name) => `**/src/${name}/**`),
      rules: { 'import/no-default-export': 'off' }, // a declaration follows the package it declares
    },
  ],
}

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { declarations, layers } from './layers.mjs'

const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')
const here = 'tests/architecture'

interface Complaint {
  readonly code: string
  readonly filename: string
}

/** One run over everything in `target`: file → names of the rules it breaks. */
function lint(target: string): { readonly status: number | null; readonly broken: Map<string, string[]> } {
  const args = [oxlint, '-c', `${here}/oxlint.config.mjs`, '--format', 'json', target]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const broken = new Map<string, string[]>()
  for (const { code, filename } of (JSON.parse(stdout) as { diagnostics: Complaint[] }).diagnostics) {
    const file = filename.replaceAll('\\', '/').replace(/^.*fixtures\/src\//, '')
    broken.set(file, [...(broken.get(file) ?? []), /\(([^)]*)\)$/.exec(code)?.[1] ?? code])
  }
  return { status, broken }
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )

describe('src/', () => {
  it('obeys the layer table', () => {
    const { status, broken } = lint('src')
    expect(Object.fromEntries(broken)).toEqual({})
    expect(status).toBe(0)
  })

  it('has no folder the table does not know, and no loose code', () => {
    const known = new Set([...Object.keys(layers), ...declarations])
    const strays = filesBelow('src').filter((file) => !known.has(file.split('/')[0] ?? ''))
    expect(strays.filter((file) => file !== 'README.md')).toEqual([])
  })

  it('has declarations only where they belong', () => {
    const files = filesBelow('src').filter((file) => declarations.includes(file.split('/')[0] ?? ''))
    expect(files.filter((file) => !file.endsWith('.d.ts'))).toEqual([])
  })
})

describe('the rules', () => {
  const folder = `${here}/fixtures/src`
  const { broken } = lint(folder)
  const expected = filesBelow(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({
      file,
      rule: /^\/\/ expects (\S+)/.exec(readFileSync(join(folder, file), 'utf8'))?.[1],
    }))

  it.each(expected.filter(({ rule }) => rule))('reject $file by $rule alone', ({ file, rule }) => {
    expect(broken.get(file)).toEqual([rule])
  })

  it.each(expected.filter(({ rule }) => !rule))('accept $file', ({ file }) => {
    expect(broken.get(file)).toBeUndefined()
  })

  it('make the linter fail, not warn', () => {
    expect(lint(`${folder}/domain/relative-upward.ts`).status).toBe(1)
    expect(lint(`${folder}/domain/clean.ts`).status).toBe(0)
  })
})

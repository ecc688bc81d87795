import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withPolicy } from '../../../.scripts/vite/csp.ts'
import { carriedData, withCarriedData } from '../../../.scripts/vite/dataFiles.ts'

let root = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const edit = (path: string, change: (text: string) => string) =>
  write(path, change(readFileSync(join(root, path), 'utf8')))
const check = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('.scripts/checks.mjs')], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, problems: stderr.split('\n').filter((line) => line !== '') }
}

const head = '<head>\n<meta charset="utf-8" /><script>var a = 1</script>'
const page = (more: string) =>
  `<!doctype html>\n<html lang="zh-CN">\n${head}${more}</head>\n<body></body>\n</html>\n`
const catalogue = JSON.stringify({ title: '某某县法治政府建设指标' })
const demo = { title: '某县指标（示例数据）' }
const locked = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' }

/** A small tree in which nothing is wrong. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'checks-'))
  for (const folder of ['data', 'dist/data']) {
    write(`${folder}/catalogue.json`, catalogue)
    write(`${folder}/README.md`, 'x')
  }
  write(
    'src/domain/year.ts',
    "// since 2023\nexport const since = 1949 /* 2023 */\nexport const dash = '\\u2014'\n",
  )
  write('tests/a.test.ts', 'export {}\n')
  write('tests/fixtures/ten-years/catalogue.json', JSON.stringify(demo))
  write('dist/assets/index-1.js', 'import "./echarts-1.js"')
  write('dist/assets/echarts-1.js', 'export {}')
  write('dist/assets/index-1.css', '.a{gap:0}')
  write(
    'dist/index.html',
    withPolicy(page('<script type="module" src="./assets/index-1.js"></script>'), 'multi'),
  )
  const single = withCarriedData(
    page('<script type="module">var b</script><style>.a{}</style>'),
    carriedData(join(root, 'data')),
  )
  write('dist-single/index.html', withPolicy(single, 'single'))
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { ...locked, optionalDependencies: { b: '1' } },
      'node_modules/b': locked,
    },
  }
  for (const folder of ['', 'tests/compat/']) write(`${folder}package-lock.json`, JSON.stringify(lock))
})
afterEach(() => rmSync(root, { recursive: true }))

it('accepts a tree in which nothing is wrong', () => {
  const { status, stdout, problems } = check()
  expect(problems).toEqual([])
  expect(status).toBe(0)
  expect(stdout).toContain('brotli')
})

it('counts no script that waits until somebody asks for it', () => {
  write('dist/assets/index-1.js', 'import "./echarts-1.js"; later=()=>import("./page-1.js")')
  write('dist/assets/page-1.js', randomBytes(300_000).toString('base64'))
  expect(check()).toMatchObject({ status: 0, problems: [] })
})

const addEntry = (path: string, entry: object) => () =>
  edit('package-lock.json', (text) => {
    const lock = JSON.parse(text) as { packages: Record<string, object> }
    lock.packages[path] = entry
    return JSON.stringify(lock)
  })

it.each<[string, () => void, RegExp]>([
  [
    'an inline script that changed',
    () => edit('dist/index.html', (t) => t.replace('var a = 1', 'var a = 2')),
    /script .* not in the policy/,
  ],
  [
    'an inline style that changed',
    () => edit('dist-single/index.html', (t) => t.replace('.a{}', '.b{}')),
    /style .* not in the policy/,
  ],
  [
    'a page without a policy',
    () => edit('dist/index.html', (t) => t.replace(/<meta http-equiv[^>]*>/, '')),
    /not the first element/,
  ],
  [
    'a policy that is too wide',
    () => edit('dist/index.html', (t) => t.replace("connect-src 'self'", 'connect-src https:')),
    /allows too much/,
  ],
  [
    'a style attribute',
    () => edit('dist/index.html', (t) => t.replace('<body>', '<body style="x">')),
    /blocks a style attribute/,
  ],
  [
    'a picture from another server',
    () => edit('dist/index.html', (t) => t.replace('<body>', '<body><img src="//a/b.png">')),
    /another server/,
  ],
  ['a second file beside the single one', () => write('dist-single/a.js', ''), /must be one file/],
  ['data that was not copied', () => write('data/plans/2023.csv', 'x'), /dist\/data\/plans\/2023.csv is not/],
  ['data the single file lacks', () => write('data/plans/2023.csv', 'x'), /does not carry data\/plans/],
  [
    'made-up data in the folder',
    () => {
      for (const folder of ['data', 'dist/data']) write(`${folder}/catalogue.json`, JSON.stringify(demo))
    },
    /dist\/data\/catalogue.json holds made-up data/,
  ],
  [
    'made-up data drawn into the page',
    () => edit('dist/index.html', (t) => t.replace('<body>', `<body><h1>${demo.title}</h1>`)),
    /dist\/index.html holds made-up data/,
  ],
  [
    'made-up data in the single file',
    () => {
      write('data/catalogue.json', JSON.stringify(demo))
      const carried = carriedData(join(root, 'data'))
      edit('dist-single/index.html', (t) =>
        t.replace(/<script type="application\/json".*<\/script>/, carried),
      )
    },
    /dist-single\/index.html \(catalogue.json\) holds made-up data/,
  ],
  [
    'data that call themselves an example',
    () => write('dist/data/datapackage.json', '{"example": true}'),
    /dist\/data\/datapackage.json calls the data an example/,
  ],
  [
    'nothing to search the builds for',
    () => rmSync(join(root, 'tests/fixtures'), { recursive: true }),
    /builds cannot be searched/,
  ],
  ['CSS of a newer engine', () => write('dist/assets/index-1.css', '@layer a{}'), /@layer/],
  [
    'scripts over the budget',
    () => write('dist/assets/echarts-1.js', randomBytes(300_000).toString('base64')),
    /over its budget/,
  ],
  [
    'a script over the budget that another one imports',
    () => {
      write('dist/assets/index-1.js', 'import{a}from"./start-1.js";import"./echarts-1.js"')
      write('dist/assets/start-1.js', 'export{a}from"./words-1.js"')
      write('dist/assets/words-1.js', randomBytes(300_000).toString('base64'))
    },
    /scripts before the first screen, brotli is over its budget/,
  ],
  [
    'a single file over the budget',
    () => appendFileSync(join(root, 'dist-single/index.html'), randomBytes(900_000).toString('base64')),
    /over its budget/,
  ],
  ['a licence not on the list', addEntry('node_modules/c', { ...locked, license: 'GPL-3.0' }), /GPL-3.0/],
  [
    'another version of size-sensor',
    addEntry('node_modules/size-sensor', { ...locked, version: '1.0.4' }),
    /size-sensor@1.0.4/,
  ],
  ['a lock bound to one server', addEntry('node_modules/c', { ...locked, resolved: 'x' }), /names a server/],
  [
    'a lock without a checksum',
    addEntry('node_modules/c', { ...locked, integrity: undefined }),
    /no checksum/,
  ],
  [
    'a lock that lacks a platform',
    addEntry('node_modules/c', { ...locked, optionalDependencies: { 'c-win32': '1' } }),
    /lacks c-win32/,
  ],
  [
    'a year in the code',
    () => write('src/domain/a.ts', "export const a = '2023年' // no\n"),
    /a.ts:1 has 2023/,
  ],
  ['the county in the code', () => write('src/domain/a.ts', '// 某某\n'), /names 某某/],
  [
    'a catalogue of no county',
    () => write('data/catalogue.json', '{}'),
    /no title that begins with a county/,
  ],
  ['a file of too many lines', () => write('tests/b.test.ts', '\n'.repeat(400)), /401 lines/],
])('finds %s', (_, spoil, problem) => {
  spoil()
  const { status, problems } = check()
  expect(problems.join('\n')).toMatch(problem)
  expect(status).toBe(1)
})

// `npm run check -- FILE… [--json]`: reads files exactly as the import page does, against the data in data/.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkNode, ensurePackages, speakOnStderr } from './setup.mjs'

const USAGE = `用法：npm run check -- 文件… [--json]

按导入页面的规则检查表格文件（CSV、TSV、TXT、XLSX、XLS），逐条列出问题所在的行和列。
  --json   每个文件输出一行 JSON，供程序读取（npm run --silent check -- 文件… --json）
有文件不能读入时，退出码为 1；用法不对时为 2。`

const root = fileURLToPath(new URL('..', import.meta.url))

/** Errors: `null` for a path that cannot be read: nothing there, a folder, no permission. */
function bytesOf(path) {
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    return null
  }
}

/** The app's own code, loaded in Node. */
async function openApp() {
  const { createServer } = await import('vite')
  return createServer({
    root,
    configFile: false,
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
  })
}

/** The files of data/ that its package names. */
function dataFiles() {
  const manifest = readFileSync(join(root, 'data/datapackage.json'))
  const paths = JSON.parse(manifest.toString('utf8')).resources.map((resource) => resource.path)
  const files = paths.map((path) => [path, bytesOf(join(root, 'data', path))])
  return new Map([['datapackage.json', new Uint8Array(manifest)], ...files.filter(([, bytes]) => bytes)])
}

/** Checks the files one after the other. Returns whether one of them was refused. */
async function check(paths, { json, from }) {
  const server = await openApp()
  try {
    const { checkFile, checkLines, openData } = await server.ssrLoadModule('/src/shell/headless.ts')
    const dataset = openData(dataFiles())
    let refused = false
    for (const path of paths) {
      const checked = await checkFile(path, bytesOf(resolve(from, path)), dataset)
      refused ||= checked.verdict === 'refused'
      process.stdout.write(json ? `${JSON.stringify(checked)}\n` : `${checkLines(checked).join('\n')}\n\n`)
    }
    return refused
  } finally {
    await server.close()
  }
}

const words = process.argv.slice(2)
const json = words.includes('--json')
const paths = words.filter((word) => word !== '--json' && word !== '--')
const unknown = paths.find((path) => path.startsWith('--'))
// npm runs scripts in the project's folder; paths count from where it was called.
const from = process.env.INIT_CWD ?? process.cwd()
if (paths.length === 0 || unknown) {
  console.error(unknown ? `不明白“${unknown}”。\n\n${USAGE}` : USAGE)
  process.exitCode = 2
} else {
  process.chdir(root)
  speakOnStderr()
  checkNode()
  ensurePackages()
  process.exitCode = (await check(paths, { json, from })) ? 1 : 0
}

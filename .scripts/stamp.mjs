import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SOURCES = [
  'src',
  'data',
  'public',
  '.scripts',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const STAMP = 'node_modules/.cache/build.json'
const OUTPUT = 'dist/index.html'

const filesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesOf(join(path, name)))
    : [path]

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.filter((p) => existsSync(p)).flatMap(filesOf)) {
    hash.update(`${path.replaceAll('\\', '/')}\0${statSync(path).size}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

const now = () => JSON.stringify({ sources: hashOf(SOURCES), output: hashOf([OUTPUT]) })

/** True if dist/ is what these sources give: neither they nor it changed since `markBuilt`. */
export const isBuilt = () => existsSync(OUTPUT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now()

export function markBuilt() {
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, now())
}

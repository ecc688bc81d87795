import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))

/** Oldest supported first. */
export const versions = ['80', '88', '92', '109']

/** The packages, 200 MB, are installed where and when this runs; they are no part of the project's own tree. */
function ensurePackages() {
  const installed = 'node_modules/.package-lock.json'
  const names = (file) =>
    Object.entries(JSON.parse(readFileSync(join(here, file), 'utf8')).packages)
      .filter(([path]) => path !== '')
      .map(([path, { version }]) => `${path}@${version}`)
      .join()
  if (existsSync(join(here, installed)) && names(installed) === names('package-lock.json')) return
  execFileSync('npm', ['ci', '--prefer-offline'], { cwd: here, stdio: 'inherit' })
}

/** The driver, not imported by name: it exists only after the install. */
export function driver() {
  ensurePackages()
  return createRequire(import.meta.url)('puppeteer-core')
}

/** Path of the executable. The packages hold chromium.br and swiftshader.tar.br; Node's own zlib opens both. */
export function unpack(version) {
  const packed = join(here, 'node_modules', `chromium-${version}`)
  const release = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')).version
  const out = join(here, '.cache', `${version}-${release}`)
  const executable = join(out, 'chromium')
  if (existsSync(executable)) return executable
  mkdirSync(out, { recursive: true })
  const tar = join(out, 'swiftshader.tar')
  writeFileSync(tar, brotliDecompressSync(readFileSync(join(packed, 'bin/swiftshader.tar.br'))))
  execFileSync('tar', ['-xf', tar, '-C', out])
  writeFileSync(executable, brotliDecompressSync(readFileSync(join(packed, 'bin/chromium.br'))), {
    mode: 0o755,
  })
  return executable
}

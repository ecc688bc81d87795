// What a fresh computer may lack: the right Node.js, the packages, a browser, Chinese fonts. Node built-ins only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { findBrowser } from './browser.mjs'

const windows = process.platform === 'win32'

/** Without NODE_ENV: `development` would build the slow React, `production` would leave out the tools. */
const cleanEnv = () => {
  const { NODE_ENV: _, ...env } = process.env
  return env
}

let out = 'inherit'

/** Keeps the standard output for what a script was asked for. */
export const speakOnStderr = () => {
  out = process.stderr
}

export const say = (text) => (out === 'inherit' ? console.log : console.error)(`\n▶ ${text}`)

export function fail(text) {
  console.error(`\n✖ ${text}`)
  process.exit(1)
}

/** Runs a command in sight of the user. Errors: false for a command that fails or does not exist. */
export const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    stdio: ['inherit', out, 'inherit'],
    shell: windows,
    env: { ...cleanEnv(), ...env },
  }).status === 0

const has = (command) => spawnSync(windows ? 'where' : 'which', [command], { stdio: 'ignore' }).status === 0

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!fits)
    fail(`需要 Node.js 20.19 以上或 22.12 以上，现在是 ${process.version}。请安装新版本后再运行一次。`)
}

/** True if what npm wrote down as installed is what the lock asks for: someone has run `npm ci` by hand. */
function isInstalled() {
  const hidden = 'node_modules/.package-lock.json'
  if (!existsSync(hidden)) return false
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return Boolean(entry.optional || entry.devOptional)
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

export function ensurePackages() {
  const stamp = 'node_modules/.cache/lock.sha256'
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const remember = () => {
    mkdirSync('node_modules/.cache', { recursive: true })
    writeFileSync(stamp, hash)
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (isInstalled()) return remember()

  const before = existsSync('node_modules')
  say(before ? '依赖清单有变化，正在重新安装（npm ci）' : '正在安装依赖（npm ci）')
  const restore = before ? setAside('node_modules', '.cache/node_modules') : () => false
  if (run('npm', ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'])) {
    rmSync('.cache/node_modules', { recursive: true, force: true })
    return remember()
  }
  const kept = restore() ? '原来的 node_modules 已放回原处。' : ''
  fail(
    before
      ? `依赖没有装好：已有的 node_modules 与 package-lock.json 不一致，重新安装又没有成功，多半是没有网络。${kept}请联网（或设置 npm 镜像）后再运行一次。`
      : '依赖没有装好：npm ci 没有成功。请检查网络或 npm 镜像设置后再运行一次。',
  )
}

/** `npm ci` deletes first and fails later; this keeps what works. Returns the way back, which says whether it went. */
function setAside(folder, to) {
  try {
    rmSync(to, { recursive: true, force: true })
    mkdirSync(dirname(to), { recursive: true })
    renameSync(folder, to)
  } catch {
    return () => false // Windows keeps folders in place while a program uses them
  }
  return () => {
    rmSync(folder, { recursive: true, force: true })
    renameSync(to, folder)
    return true
  }
}

/** Installs Debian or Ubuntu packages where that needs no password. */
function apt(...packages) {
  if (process.platform !== 'linux' || !has('apt-get')) return false
  if (process.getuid() !== 0 && !has('sudo')) return false
  const command = process.getuid() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  const call = (...args) => {
    const [first, ...rest] = [...command, ...wait, ...args]
    return run(first, rest, { DEBIAN_FRONTEND: 'noninteractive' })
  }
  return call('update', '-qq') && call('install', '-y', '-qq', '--no-install-recommends', ...packages)
}

export function ensureBrowser() {
  if (findBrowser()) return
  say('没有找到 Chrome、Edge 或 Chromium，正在为测试安装一个')
  apt('chromium', 'fonts-noto-cjk')
  if (!findBrowser()) run('npx', ['playwright', 'install', 'chromium'])
  if (!findBrowser())
    fail('没有可用的浏览器。请安装 Chrome 或 Edge，或用环境变量 CHROME_PATH 写明它的位置，再运行一次。')
}

/** Without a Chinese font every glyph is the same box, and tests of layout measure nothing. */
export function ensureChineseFont() {
  if (process.platform !== 'linux') return
  const found = () => has('fc-list') && spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout !== ''
  if (found()) return
  say('没有中文字体，正在安装 fonts-noto-cjk')
  apt('fontconfig', 'fonts-noto-cjk')
  if (!found())
    console.error('没有装上中文字体：与版面有关的测试可能不通过。请安装思源黑体或 Noto Sans CJK。')
}

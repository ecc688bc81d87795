// Finds a Chromium-family browser that is already on the computer. Node built-ins only: runs before npm ci.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'uos-browser-stable',
]

function onWindows(env) {
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) => [
      join(base, 'Google/Chrome/Application/chrome.exe'),
      join(base, 'Microsoft/Edge/Application/msedge.exe'),
    ])
}

const onMac = () =>
  ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((app) =>
    ['/Applications', join(homedir(), 'Applications')].map(
      (base) => `${base}/${app}.app/Contents/MacOS/${app}`,
    ),
  )

const onLinux = (env) => [
  ...(env.PATH ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name))),
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
]

/** What `npx playwright install chromium` leaves in its cache, newest first. */
function playwrightDownloads(env) {
  const caches = {
    win32: join(env.LOCALAPPDATA ?? '', 'ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
  }
  const inside = {
    win32: ['chrome-win/chrome.exe', 'chrome-win64/chrome.exe'],
    darwin: [
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
  }[process.platform] ?? ['chrome-linux/chrome', 'chrome-linux64/chrome']
  const root =
    env.PLAYWRIGHT_BROWSERS_PATH ?? caches[process.platform] ?? join(homedir(), '.cache/ms-playwright')
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => inside.map((path) => join(root, name, path)))
}

/** @returns {string | undefined} Path of an executable; `CHROME_PATH` goes before everything else. */
export function findBrowser() {
  const { env } = process
  const own = { win32: onWindows, darwin: onMac }[process.platform] ?? onLinux
  return [env.CHROME_PATH, ...own(env), ...playwrightDownloads(env)].find((path) => path && existsSync(path))
}

/** Root (containers, CI) cannot use the sandbox; the rest keeps a closed network quiet. */
export const launchArgs = () => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

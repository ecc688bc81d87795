import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser, launchArgs } from '../../../.scripts/browser.mjs'

/** A whole browser with a profile of its own, which can be killed as a power cut would, and started again. */
export interface BrowserProcess {
  readonly page: Page
  /** Ends every process of it at once; nothing is flushed, nothing is told. */
  readonly kill: () => void
  readonly close: () => Promise<void>
}

const running = new Set<ChildProcess>()

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The browser writes down which port it has chosen. */
async function portOf(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort')
  for (let tries = 0; tries < 600; tries++) {
    const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (port) return port
    await pause(50)
  }
  throw new Error('the browser did not start')
}

function killAll(process_: ChildProcess): void {
  const { pid } = process_
  if (pid === undefined) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
  else process.kill(-pid, 'SIGKILL') // the group: the browser with all it has started
}

/** Ends what a test that failed has left behind. */
export function killLeftOvers(): void {
  for (const process_ of running) killAll(process_)
}

/** Starts the browser with a profile; what the last one left in it is there. */
export async function startBrowser(profile: string): Promise<BrowserProcess> {
  const executable = findBrowser() ?? chromium.executablePath()
  rmSync(join(profile, 'DevToolsActivePort'), { force: true })
  const args = [
    ...launchArgs(),
    '--headless',
    '--no-default-browser-check',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
  const process_ = spawn(executable, args, { detached: process.platform !== 'win32', stdio: 'ignore' })
  running.add(process_)
  process_.once('exit', () => running.delete(process_))
  const exited = new Promise<void>((resolve) => process_.once('exit', () => resolve()))
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile)}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no context')
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    page,
    kill: () => killAll(process_),
    close: async () => {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => undefined)
      await exited
    },
  }
}

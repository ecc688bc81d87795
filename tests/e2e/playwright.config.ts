import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'

const port = 4273
const executablePath = findBrowser()

// `npm run build` comes first: these tests look at dist/ and dist-single/ as they ship.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // A slow machine is no fault of the page: what is waited for may take its time, but has to come.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  webServer: {
    command: `node .scripts/serve.mjs --port ${port} --strict`,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        baseURL: `http://127.0.0.1:${port}/`,
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: { ...(executablePath ? { executablePath } : {}), args: launchArgs() },
      },
    },
  ],
})

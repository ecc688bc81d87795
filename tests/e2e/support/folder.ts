import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** Puts another data folder in the place of the shipped one. */
export const serveFolder = (page: Page, folder: string): Promise<unknown> =>
  page.route('**/data/**', (route) => {
    const file = `${folder}${new URL(route.request().url()).pathname.replace(/^.*\/data\//, '/')}`
    return existsSync(file) ? route.fulfill({ body: readFileSync(file) }) : route.fulfill({ status: 404 })
  })

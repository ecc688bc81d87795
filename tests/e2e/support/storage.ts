import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'

/** The name the app gives to its log when it is served from the root. */
export const DATABASE = 'rule-of-law-indicators/log/'

/** A page of the same origin on which no code of the app runs. */
export async function besideTheApp(page: Page): Promise<void> {
  // Asked for by the browser itself, for a page that names no icon.
  await page.route('**/favicon.ico', (route) => route.fulfill({ body: '' }))
  await page.goto('./data/catalogue.json')
}

/** What lies in the log's database: every record with its key. Run it beside the app or inside it. */
export const records = (page: Page): Promise<readonly { key: unknown; value: unknown }[]> =>
  page.evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await answer(indexedDB.open(name))
    const store = database.transaction('revisions').objectStore('revisions')
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())])
    database.close()
    return keys.map((key, i) => ({ key, value: values[i] as unknown }))
  }, DATABASE)

/** Puts something into the log's database that the app never would. */
export const putRecord = (page: Page, key: number, value: unknown): Promise<void> =>
  page.evaluate(
    async ([name, key, value]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      const transaction = database.transaction('revisions', 'readwrite')
      transaction.objectStore('revisions').put(value, key)
      await new Promise((resolve) => {
        transaction.oncomplete = resolve
      })
      database.close()
    },
    [DATABASE, key, value] as const,
  )

export const deleteDatabase = (page: Page): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase(name)
        deletion.onsuccess = () => resolve()
        deletion.onerror = () => reject(deletion.error)
      }),
    DATABASE,
  )

/** Opens the database and holds it for as long as the page lives, whoever else wants it. */
export const holdDatabase = (page: Page, version?: number): Promise<void> =>
  page.evaluate(
    ([name, version]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version)
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result })
          resolve()
        }
        opening.onerror = () => reject(opening.error)
      }),
    [DATABASE, version] as const,
  )

/** A downloaded file: its name and what is in it. */
export async function downloaded(download: Download): Promise<{ name: string; text: string }> {
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

// Importing in the page: a year's file from the drop to 核对, and a long file's longest task on the page.
import { readFileSync } from 'node:fs'
import { importFile } from './many.mjs'
import { openPage } from './measure.mjs'

/** The shipped year's 75 rows under the year behind it. */
function nextYear(shipped) {
  const dataPackage = JSON.parse(readFileSync(`${shipped}/datapackage.json`, 'utf8'))
  const { path, year } = dataPackage.resources.find((resource) => resource.path.startsWith('years/'))
  return readFileSync(`${shipped}/${path}`, 'utf8').replaceAll(`\n${year},`, `\n${year + 1},`)
}

/**
 * Runs in the page: drops a text as a file. Unit: ms, from the drop to the frame in which 核对 stood, and the longest
 * task until then, which is 0 where none was longer than the browser notes (50 ms).
 */
async function dropText({ name, text }) {
  const frame = () => new Promise((next) => requestAnimationFrame(next))
  const tasks = []
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()))
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], name))
  await frame()
  observer.observe({ type: 'longtask' })
  const from = performance.now()
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  while (!document.querySelector('.import-counts')) {
    if (performance.now() - from > 60_000) throw new Error('核对 did not come')
    await frame()
  }
  await frame()
  const ms = performance.now() - from
  tasks.push(...observer.takeRecords())
  observer.disconnect()
  return { ms, longest: tasks.reduce((most, { duration }) => Math.max(most, duration), 0) }
}

const leave = (page) => page.getByRole('button', { name: '放下这个文件' }).click()

/** Drops of one file, the first of which only starts the worker and is thrown away. */
async function drops(browser, address, slowdown, file, rounds) {
  const opened = await openPage(browser, { address, kind: 'ours' }, slowdown)
  const { page } = opened
  try {
    await page.waitForFunction(() => performance.getEntriesByName('pages').length > 0)
    await page.evaluate(() => {
      window.location.hash = '#/import'
    })
    await page.waitForSelector('.import-drop')
    const all = []
    for (let round = -1; round < rounds; round += 1) {
      const time = await page.evaluate(dropText, file)
      if (round >= 0) all.push(time)
      await leave(page)
    }
    return all
  } finally {
    await opened.context.close()
  }
}

/** Shape: { year: [{ ms, longest }], many: [{ ms, longest }] }; `year` slowed down, `many` as fast as the machine. */
export async function measureDrops(browser, { address }, slowdown, rounds) {
  const year = { name: '指标.csv', text: nextYear('data') }
  const many = { name: '指标.csv', text: new TextDecoder().decode(importFile('data').bytes) }
  return {
    year: await drops(browser, address, slowdown, year, rounds),
    many: await drops(browser, address, 1, many, 1),
  }
}

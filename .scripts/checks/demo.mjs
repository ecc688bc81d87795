import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DEMO_CATALOGUE = 'tests/fixtures/ten-years/catalogue.json'

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))

/** What the single file carries is in base64, where no search finds a word. */
function carriedFiles(html) {
  const carried = JSON.parse(/id="carried-data">([^<]*)</.exec(html)?.[1] ?? '{}')
  return Object.entries(carried).map(([path, text]) => [path, Buffer.from(text, 'base64').toString('utf8')])
}

const isExample = (text) => {
  try {
    return JSON.parse(text).example === true
  } catch {
    return false // another check says that the file is broken
  }
}

/** Made-up figures are for `npm run dev -- --demo` alone: no build may hold them or call its data made up. */
export function checkDemo() {
  if (!existsSync(DEMO_CATALOGUE)) return [`${DEMO_CATALOGUE} is missing: builds cannot be searched for it`]
  const { title } = JSON.parse(readFileSync(DEMO_CATALOGUE, 'utf8'))
  const texts = ['dist', 'dist-single'].flatMap(filesBelow).flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const carried = file.endsWith('.html') ? carriedFiles(text) : []
    return [[file, text], ...carried.map(([path, inside]) => [`${file} (${path})`, inside])]
  })
  return texts.flatMap(([place, text]) => [
    ...(text.includes(title) ? [`${place} holds made-up data: ${title}`] : []),
    ...(/datapackage\.json\)?$/.test(place) && isExample(text) ? [`${place} calls the data an example`] : []),
  ])
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const MAX_LINES = 400

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !/\/(node_modules|\.cache|fixtures)\//.test(path))

/** Text without comments; a `//` inside an address or a string stays. */
const withoutComments = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (found) => found.replace(/[^\n]/g, ''))
    .replace(/(^|[\s;{}(),])\/\/.*$/gm, '$1')

/** 嘉祥 of 嘉祥县…: the code must serve any county. */
const countyOf = (title) => /^(.{2,3}?)[县市区旗]/.exec(title)?.[1]

export function checkSources() {
  const problems = []
  for (const path of [...filesBelow('src'), ...filesBelow('tests')]) {
    const lines = readFileSync(path, 'utf8').split('\n').length
    if (lines > MAX_LINES) problems.push(`${path} has ${lines} lines, more than ${MAX_LINES}`)
  }
  const county = existsSync('data/catalogue.json')
    ? countyOf(JSON.parse(readFileSync('data/catalogue.json', 'utf8')).title ?? '')
    : undefined
  if (!county) problems.push('data/catalogue.json has no title that begins with a county')
  for (const path of filesBelow('src')) {
    const text = readFileSync(path, 'utf8')
    if (county && text.includes(county))
      problems.push(`${path} names ${county}; the code must serve any county`)
    const named = withoutComments(text).replaceAll('www.w3.org/2000/svg', '') // a name, not a year
    for (const [number, line] of named.split('\n').entries()) {
      const year = /(?<!\\u\{)\b20\d\d\b/.exec(line)?.[0]
      if (year)
        problems.push(
          `${path}:${number + 1} has ${year}; years come from the data (for another number write 2_000)`,
        )
    }
  }
  return problems
}

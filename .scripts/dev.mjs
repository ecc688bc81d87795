// `npm run dev`: the development server. `--demo` serves ten made-up years in place of data/; a build knows no such way.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

export const DEMO_FOLDER = 'tests/fixtures/ten-years'

/**
 * What stands behind `npm run dev --`. `host` is true for every address of this computer.
 * Errors: throws a sentence for a word that is not understood.
 */
export function readArguments(words) {
  const server = {}
  let demo = false
  const rest = words.flatMap((word) => (/^--\w+=/.test(word) ? word.split(/=(.*)/, 2) : [word]))
  while (rest.length > 0) {
    const word = rest.shift()
    const value = rest[0]?.startsWith('--') ? undefined : rest[0]
    if (word === '--demo') demo = true
    else if (word === '--host') server.host = value === undefined ? true : rest.shift()
    else if (word === '--port' && /^\d{1,5}$/.test(value ?? '')) server.port = Number(rest.shift())
    else throw new Error(`不明白“${word}”。可以写 --demo、--port 端口、--host 地址。`)
  }
  return { demo, server }
}

/** A Vite server that listens. Errors: throws when its port cannot be had. */
export async function startDev({ demo, server }, more = {}) {
  const vite = await createServer({ ...more, server: { ...more.server, ...server } })
  if (demo) vite.config.plugins.find((plugin) => plugin.name === 'data-files').api.serve(DEMO_FOLDER)
  return vite.listen()
}

const isMain = process.argv[1] === fileURLToPath(import.meta.url)
if (isMain) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  try {
    const wanted = readArguments(process.argv.slice(2))
    if (wanted.demo && !existsSync(DEMO_FOLDER)) throw new Error(`没有文件夹 ${DEMO_FOLDER}。`)
    const vite = await startDev(wanted)
    if (wanted.demo) console.log('\n  示例数据：页面上的数值为演示而编造，不是任何县的报告。')
    vite.printUrls()
    vite.bindCLIShortcuts({ print: true })
  } catch (error) {
    console.error(`✖ ${error.message}`)
    process.exit(1)
  }
}

import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { afterEach, describe, expect, it } from 'vitest'
import { DEMO_FOLDER, readArguments, startDev } from '../../../.scripts/dev.mjs'
import { dataFiles, type ServedData } from '../../../.scripts/vite/dataFiles.ts'

describe('the words behind npm run dev', () => {
  it.each([
    [[], { demo: false, server: {} }],
    [['--demo'], { demo: true, server: {} }],
    [['--port', '5200', '--demo'], { demo: true, server: { port: 5200 } }],
    [['--port=5200'], { demo: false, server: { port: 5200 } }],
    [['--host', '--demo'], { demo: true, server: { host: true } }],
    [['--host', '0.0.0.0'], { demo: false, server: { host: '0.0.0.0' } }],
  ])('%j mean %j', (words, wanted) => {
    expect(readArguments(words)).toEqual(wanted)
  })

  it.each([[['--dmeo']], [['demo']], [['--port']], [['--port', 'x']]])('%j are refused', (words) => {
    expect(() => readArguments(words)).toThrow(/不明白/)
  })
})

describe('the development server', () => {
  let stop = async (): Promise<void> => {}
  afterEach(() => stop())

  /** The file as the server sends it; no page, no browser, no other plugin. */
  async function served(demo: boolean, path: string): Promise<string> {
    const bare = { configFile: false, plugins: [dataFiles('multi')], logLevel: 'silent' } as const
    const server = { port: 4990, host: '127.0.0.1', ws: false, watch: null } as const
    const vite = await startDev(
      { demo, server },
      { ...bare, optimizeDeps: { noDiscovery: true, include: [] } },
    )
    stop = () => vite.close()
    const answer = await fetch(`${vite.resolvedUrls?.local[0]}${path}`)
    return answer.ok ? answer.text() : String(answer.status)
  }

  it.each([
    [false, 'data'],
    [true, DEMO_FOLDER],
  ])('with --demo %s sends %s', async (demo, folder) => {
    expect(await served(demo, 'data/years/2023.csv')).toBe(
      readFileSync(`${folder}/years/2023.csv`, 'utf8').replace('\ufeff', ''),
    )
  })

  it('sends no made-up year without --demo, and no way out of the folder with it', async () => {
    expect(await served(false, 'data/years/2033.csv')).toBe('404')
    await stop()
    expect(await served(true, 'data/..%2fREADME.md')).toBe('404')
  })
})

it('a build carries data/ even beside a server that shows the made-up years', async () => {
  const plugin = dataFiles('multi') as Plugin<ServedData>
  const run = (hook: unknown, self: unknown, ...args: readonly unknown[]) =>
    (typeof hook === 'function' ? hook : (hook as { handler: (...all: unknown[]) => unknown }).handler).call(
      self,
      ...args,
    )
  run(plugin.configResolved, {}, { root: process.cwd() })
  plugin.api?.serve(DEMO_FOLDER)
  const emitted: string[] = []
  const context = {
    emitFile: ({ fileName, source }: { fileName: string; source: Buffer }) => {
      if (fileName === 'data/catalogue.json') emitted.push(source.toString('utf8'))
    },
  }
  run(plugin.generateBundle, context, {}, {})
  expect(emitted).toEqual([readFileSync('data/catalogue.json', 'utf8')])
})

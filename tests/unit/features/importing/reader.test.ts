import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Reader, startReader } from '#features/importing/reader.ts'
import type { Asked, Said } from '#features/importing/readingJob.ts'
import { NO_CHOICES, NO_MEMORY } from '#importing/upload/reading.ts'
import { aDataset, anIndicator } from '../../../support/data.ts'

/** A worker whose other side is the test. */
class FakeWorker {
  static last: FakeWorker | null = null
  readonly heard: Asked[] = []
  isTerminated = false
  onmessage: ((event: { data: Said }) => void) | null = null
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null
  constructor() {
    FakeWorker.last = this
  }
  postMessage(asked: Asked): void {
    this.heard.push(asked)
  }
  addEventListener(): void {}
  terminate(): void {
    this.isTerminated = true
  }
  say(said: Said): void {
    this.onmessage?.({ data: said })
  }
  fail(message: string): void {
    this.onerror?.({ message, preventDefault: () => {} })
  }
}

const DATASET = aDataset({ indicators: [anIndicator({ name: '办理案件数' })] })
const asOpen = (serial: number, text = '年度,指标,数值\r\n2031,办理案件数,7\r\n'): Asked => ({
  is: 'open',
  serial,
  name: '2031.csv',
  bytes: new TextEncoder().encode(text),
  choices: NO_CHOICES,
  memory: NO_MEMORY,
})

/** A reader that was told what the data is, and everything it says. */
function start(): { reader: Reader; said: Said[] } {
  const said: Said[] = []
  const reader = startReader((message) => said.push(message))
  reader.ask({ is: 'dataset', dataset: DATASET })
  return { reader, said }
}

const worker = async (): Promise<FakeWorker> => {
  await vi.waitFor(() => expect(FakeWorker.last).not.toBeNull())
  return FakeWorker.last as FakeWorker
}

const heardIn = ({ heard }: FakeWorker) => heard.map(({ is }) => is)

afterEach(() => {
  FakeWorker.last = null
  vi.unstubAllGlobals()
})

describe('reading beside the page', () => {
  it('begins once the worker has said that it runs, so that no bytes are lost', async () => {
    vi.stubGlobal('Worker', FakeWorker)
    const { reader, said } = start()
    reader.ask(asOpen(1))
    const beside = await worker()
    expect(beside.heard).toEqual([])
    beside.say({ is: 'ready' })
    expect(heardIn(beside)).toEqual(['dataset', 'open'])
    beside.say({ is: 'failed', serial: 1, raw: 'x' })
    expect(said).toEqual([{ is: 'failed', serial: 1, raw: 'x' }])
  })

  it('goes on on the page where the worker is refused, with what was asked meanwhile', async () => {
    vi.stubGlobal('Worker', FakeWorker)
    const { reader, said } = start()
    reader.ask(asOpen(1))
    const beside = await worker()
    beside.fail('refused')
    await vi.waitFor(() => expect(said).toHaveLength(1))
    expect(said[0]).toMatchObject({ is: 'read', serial: 1, reading: { verdict: 'accepted' } })
    expect(beside.isTerminated).toBe(true)
  })

  it('is done on the page where there are no workers at all', async () => {
    vi.stubGlobal('Worker', undefined)
    const { reader, said } = start()
    reader.ask(asOpen(1))
    await vi.waitFor(() => expect(said).toHaveLength(1))
    expect(said[0]).toMatchObject({ is: 'read', serial: 1, reading: { rowCount: 1 } })
  })

  it('tells of a worker that dies, for the last thing it was asked', async () => {
    vi.stubGlobal('Worker', FakeWorker)
    const { reader, said } = start()
    const beside = await worker()
    beside.say({ is: 'ready' })
    reader.ask(asOpen(7))
    beside.fail('out of memory')
    expect(said).toEqual([{ is: 'failed', serial: 7, raw: 'out of memory' }])
  })

  it('says nothing any more once it is stopped', async () => {
    vi.stubGlobal('Worker', FakeWorker)
    const { reader } = start()
    reader.stop()
    const beside = await worker()
    await vi.waitFor(() => expect(beside.isTerminated).toBe(true))
    vi.stubGlobal('Worker', undefined)
    const here = start()
    here.reader.ask(asOpen(1))
    here.reader.stop()
    const next = start()
    next.reader.ask(asOpen(2))
    await vi.waitFor(() => expect(next.said).toHaveLength(1))
    expect(here.said).toEqual([])
  })
})

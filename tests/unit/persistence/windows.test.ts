// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { openWindowLine, type WindowLine } from '#persistence/windows.ts'

const KEY = 'log/1/'
const lines: WindowLine[] = []

const open = (onNews: () => void): WindowLine => {
  const line = openWindowLine('a log', KEY, onNews)
  lines.push(line)
  return line
}

afterEach(() => {
  for (const line of lines.splice(0)) line.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('tells the other windows and not itself', async () => {
  const [mine, theirs] = [vi.fn(), vi.fn()]
  const line = open(mine)
  open(theirs)
  line.tell()
  await vi.waitFor(() => expect(theirs).toHaveBeenCalled())
  expect(mine).not.toHaveBeenCalled()
})

it('takes anything said for a nudge, whatever it is', async () => {
  const onNews = vi.fn()
  open(onNews)
  const stranger = new BroadcastChannel('a log')
  for (const rubbish of [null, 'x', { revision: 'x' }, [1, 2], new Map()]) stranger.postMessage(rubbish)
  await vi.waitFor(() => expect(onNews).toHaveBeenCalledTimes(5))
  stranger.close()
})

it.each([
  ['its sentinel moved', () => window.dispatchEvent(new StorageEvent('storage', { key: KEY }))],
  ['the small storage was cleared', () => window.dispatchEvent(new StorageEvent('storage', { key: null }))],
  ['the window is used again', () => window.dispatchEvent(new Event('focus'))],
  ['the window is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
])('hears, without a channel, that %s', (_, happen) => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const onNews = vi.fn()
  open(onNews)
  happen()
  expect(onNews).toHaveBeenCalledTimes(1)
})

it('does not listen to the storage of others, nor when the window is put away', () => {
  const onNews = vi.fn()
  open(onNews)
  window.dispatchEvent(new StorageEvent('storage', { key: 'another program' }))
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(onNews).not.toHaveBeenCalled()
})

it('can speak after the end without harm', () => {
  const line = open(() => {})
  line.close()
  expect(() => line.tell()).not.toThrow()
})

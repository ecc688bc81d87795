import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { aDraft, aFigureChange } from '../../support/log.ts'
import { aMachine } from '../../support/machine.ts'

const draft = (value: string, before: string | null = null) =>
  aDraft([aFigureChange('cases', 2024, before, value)])

it('gives the log back to the next page', async () => {
  const machine = aMachine()
  const first = await machine.openWindow()
  expect(await first.append(draft('5'))).toMatchObject({ kept: true, durable: true })
  const second = await machine.openWindow()
  expect(second.state()).toMatchObject({ keeping: 'disk', trouble: null })
  expect(second.state().revisions).toEqual(first.state().revisions)
})

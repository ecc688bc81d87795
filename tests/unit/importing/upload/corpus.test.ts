import { describe, expect, it } from 'vitest'
import { shippedDataset } from '../../../support/data.ts'
import { checkUpload, inBrief, uploadCases, uploadFiles } from '../../../support/uploads.ts'

const dataset = shippedDataset()
const cases = uploadCases()

describe('the awkward files', () => {
  it('are at least sixty, each with a case and each case with its file', () => {
    expect(uploadFiles().length).toBeGreaterThanOrEqual(60)
    expect([...cases.keys()].sort()).toEqual(uploadFiles())
  })

  it.each([...cases])('%s', async (name, { what, ...expected }) => {
    expect(inBrief(await checkUpload(name, dataset)), what).toEqual(expected)
  })

  it('give no figure that is not a number or a missing one', async () => {
    for (const name of uploadFiles())
      for (const { value, state } of (await checkUpload(name, dataset)).observations)
        if (value === null) expect(['not-published', 'not-applicable']).toContain(state)
        else expect(Number.isFinite(value)).toBe(true)
  })
})

import { expect, it } from 'vitest'
import { blocks, type Finding, type Severity } from '#domain/finding.ts'

const aFinding = (severity: Severity): Finding => ({
  code: 'unit-converted',
  severity,
  at: { file: 'years/a.csv' },
  facts: {},
})

it.each([
  [[], false],
  [['notes', 'warns'], false],
  [['notes', 'blocks'], true],
] as const)('findings %j block: %s', (severities, blocked) => {
  expect(blocks(severities.map(aFinding))).toBe(blocked)
})

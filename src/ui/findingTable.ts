import type { Finding } from '#domain/finding.ts'
import { columnWords, findingReason } from './findingWords.ts'
import { severityWords } from './importWords.ts'

const HEAD = ['文件', '行', '列', '级别', '问题'] as const

/**
 * The list of problems as rows of text, to be saved or sent to whoever keeps the file.
 * Shape: the head first, then one row a finding in its order; rows count as in WPS, empty where none is meant.
 */
export const findingTable = (findings: readonly Finding[]): readonly (readonly string[])[] => [
  HEAD,
  ...findings.map((finding) => [
    finding.at.file,
    finding.at.row === undefined ? '' : String(finding.at.row),
    columnWords(finding.at),
    severityWords[finding.severity],
    findingReason(finding),
  ]),
]

import { failure, type Result } from '#domain/result.ts'
import type { WorkbookSheet } from './workbook.ts'
import { blocked } from './xlsx.ts'

/** An old workbook (BIFF8) as sheets of text cells. */
export async function readXlsSheets(
  file: string,
  bytes: Uint8Array,
): Promise<Result<readonly WorkbookSheet[]>> {
  return failure([blocked(file, bytes.length > 0 ? 'file-damaged' : 'file-empty')])
}

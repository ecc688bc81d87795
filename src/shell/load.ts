import type { Dataset } from '#domain/dataset.ts'
import { failure, type Result } from '#domain/result.ts'
import { filesToRead, PACKAGE_FILE, readDataset } from '#importing/dataset.ts'
import { readDataPackage } from '#importing/shapes.ts'
import { FileUnavailable, shippedFiles } from '#persistence/shippedFiles.ts'

/** The user reads a message within ten seconds of opening; half a second is left for drawing it. */
const PATIENCE_MS = 9000

function unavailable(error: unknown): Result<never> {
  const { code, file, facts } =
    error instanceof FileUnavailable
      ? error
      : { code: 'program-fault' as const, file: PACKAGE_FILE, facts: { raw: String(error) } }
  return failure([{ code, severity: 'blocks', at: { file }, facts }])
}

/**
 * Reads the shipped data folder, all files at once after the package that lists them.
 * Errors: findings, never an exception; the whole waits nine seconds at most.
 */
export async function loadDataset(): Promise<Result<Dataset>> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const readFile = shippedFiles(controller.signal)
    const dataPackage = readDataPackage(PACKAGE_FILE, await readFile(PACKAGE_FILE))
    if (!dataPackage.ok) return dataPackage
    const paths = filesToRead(dataPackage.value)
    const files = await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const))
    return readDataset(dataPackage.value, new Map(files))
  } catch (error) {
    return unavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

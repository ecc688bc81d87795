import { zipSync } from 'fflate'

/** Packs files into one folder. Shape: in the order of their paths; the same files are the same bytes at any time. */
export function toZip(folder: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const paths = [...files.keys()].sort()
  const entries = paths.map((path) => [`${folder}/${path}`, files.get(path) ?? new Uint8Array()] as const)
  // The first day a zip file can name; it names days of the machine's own time.
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(entries), { mtime, level: 6 })
}

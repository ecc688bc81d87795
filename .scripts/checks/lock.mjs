import { readFileSync } from 'node:fs'

const LICENCES =
  /^(MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|MPL-2\.0|Unlicense|MIT OR Apache-2\.0)$/

/** npm looks for a package beside its user, then in each folder above. */
function isLocked(packages, user, name) {
  for (
    let at = user;
    ;
    at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : ''
  ) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]?.version) return true
    if (!at) return false
  }
}

function checkLock(file) {
  const problems = []
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue
    if (!LICENCES.test(entry.license ?? ''))
      problems.push(`${file}: ${path} has licence ${entry.license ?? 'unknown'}`)
    if (!entry.integrity && !entry.inBundle) problems.push(`${file}: ${path} has no checksum`)
    // An address would bind everybody to the server of whoever wrote the lock last.
    if (entry.resolved)
      problems.push(`${file}: ${path} names a server; run npm install --omit-lockfile-registry-resolved`)
    // On 2026-05-19 stolen credentials published malicious versions of it.
    if (/(^|\/)size-sensor$/.test(path) && entry.version !== '1.0.3')
      problems.push(`${file}: ${path}@${entry.version} is not the read version 1.0.3`)
    // Where a registry lacks another system's binary, npm install leaves it out in silence and npm ci fails there.
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (!isLocked(packages, path, name)) problems.push(`${file} lacks ${name}, an optional part of ${path}`)
  }
  return problems
}

export const checkLocks = () => ['package-lock.json', 'tests/compat/package-lock.json'].flatMap(checkLock)

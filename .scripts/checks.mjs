// After `npm run build`: sizes, policy, data, no made-up data, old CSS, the lock files and what the sources must not contain.
import { existsSync } from 'node:fs'
import { checkDemo } from './checks/demo.mjs'
import { checkLocks } from './checks/lock.mjs'
import { checkPages } from './checks/pages.mjs'
import { checkSizes } from './checks/sizes.mjs'
import { checkSources } from './checks/sources.mjs'

if (!existsSync('dist/index.html') || !existsSync('dist-single/index.html')) {
  console.error('✖ 还没有构建。请先运行 npm run build。')
  process.exit(1)
}
const problems = [...checkSizes(), ...checkPages(), ...checkDemo(), ...checkLocks(), ...checkSources()]
for (const problem of problems) console.error(`✖ ${problem}`)
if (problems.length === 0) console.log('checks: no problem found')
process.exit(problems.length > 0 ? 1 : 0)

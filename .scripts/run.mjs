// `npm start` and `npm test` on any computer: set up what is missing, then do the work.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serve } from './serve.mjs'
import { checkNode, ensureBrowser, ensureChineseFont, ensurePackages, fail, run, say } from './setup.mjs'
import { isBuilt, markBuilt } from './stamp.mjs'

const npm = (script) => run('npm', ['run', '--silent', ...script.split(' ')])

/** Opens a browser where somebody can see it. A computer without one is no error: the address is printed. */
function openBrowser(address) {
  const { env, platform, stdout } = process
  if (!stdout.isTTY || env.CI) return
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [command, ...args] = {
    win32: ['cmd', '/c', 'start', '', address],
    darwin: ['open', address],
  }[platform] ?? ['xdg-open', address]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

async function start() {
  if (!isBuilt()) {
    say('正在构建')
    if (!run('npx', ['vite', 'build', '--logLevel', 'warn'])) fail('构建没有成功，原因见上。')
    markBuilt()
  }
  const port = Number(process.env.PORT || 4173)
  const { address } = await serve({ folder: 'dist', port }).catch(() =>
    fail(`从 ${port} 起的端口都不能用。请用环境变量 PORT 换一个端口，再运行一次。`),
  )
  console.log(`\n已启动：${address}\n在浏览器中打开这个地址。按 Ctrl+C 结束。`)
  openBrowser(address)
}

function test() {
  ensureBrowser()
  ensureChineseFont()
  const years = readdirSync('data/years').map((name) => `data/years/${name}`)
  const steps = [
    'typecheck',
    'lint',
    'knip',
    'test:unit',
    `check -- ${years.join(' ')}`,
    'build',
    'checks',
    'test:e2e',
    'test:compat',
  ]
  const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`
  const begin = Date.now()
  for (const [passed, step] of steps.entries()) {
    say(`npm run ${step}`)
    const since = Date.now()
    const ok = npm(step)
    console.log(`${ok ? '✓' : '✖'} ${step}: ${seconds(since)}`)
    if (ok) continue
    const left = steps.slice(passed + 1)
    console.error(
      `\n${passed} passed, 1 failed（${step} 没有通过）${left.length ? `，未运行：${left.join(' ')}` : ''}`,
    )
    process.exit(1)
  }
  console.log(`\n${steps.length} passed, 0 failed（共 ${seconds(begin)}）`)
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
checkNode()
ensurePackages()
if (process.argv[2] === 'test') test()
else await start()

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const POLICY =
  /^<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g

/** Reads the finished page on its own, without the code that wrote the policy: two must agree. */
function checkPolicy(file, html, problems) {
  const policy = POLICY.exec(html)?.[1]
  if (!policy) return problems.push(`${file}: the policy is not the first element of the head`)
  const directives = new Map(policy.split('; ').map((part) => part.split(/ (.*)/, 2)))
  for (const [, attributes, text] of html.matchAll(SCRIPT)) {
    if (/\bsrc=/.test(attributes) || attributes.includes('type="application/json"')) continue
    if (!directives.get('script-src')?.includes(hashOf(text)))
      problems.push(`${file}: an inline script of ${text.length} characters is not in the policy`)
  }
  const markup = html.replace(SCRIPT, '').replace(/<!--[\s\S]*?-->/g, '')
  for (const [, text] of markup.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)) {
    if (!directives.get('style-src')?.includes(hashOf(text)))
      problems.push(`${file}: an inline style of ${text.length} characters is not in the policy`)
  }
  if (/unsafe|\*|https?:/.test(policy)) problems.push(`${file}: the policy allows too much: ${policy}`)
  const needed = ["default-src 'none'", "require-trusted-types-for 'script'", 'trusted-types default']
  for (const part of needed) if (!policy.includes(part)) problems.push(`${file}: the policy lacks ${part}`)
  for (const [, tag] of markup.matchAll(/<[a-z][^>]*\s(style|on[a-z]+)="/g))
    problems.push(`${file}: the policy blocks a ${tag} attribute`)
}

function checkMarkup(file, html, problems) {
  const at = Buffer.byteLength(html.slice(0, html.indexOf('charset="utf-8"')))
  if (at > 1000)
    problems.push(`${file}: browsers look for the charset in the first 1024 bytes, it is at ${at}`)
  const markup = html.replace(SCRIPT, (_, attributes) => `<script${attributes}>`)
  for (const [found] of markup.matchAll(
    /(?:src|href|action)="(?:https?:)?\/\/[^"]*"|url\(["']?(?:https?:)?\/\/[^)]*\)/g,
  ))
    problems.push(`${file}: ${found} is on another server`)
}

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

/** Both builds must hold what is in data/, byte for byte. */
function checkData(problems) {
  const files = filesBelow('data')
  const html = readFileSync('dist-single/index.html', 'utf8')
  const carried = JSON.parse(/id="carried-data">([^<]*)</.exec(html)?.[1] ?? '{}')
  for (const path of files) {
    const bytes = readFileSync(join('data', path))
    const copied = filesBelow('dist/data').includes(path) && readFileSync(join('dist/data', path))
    if (!copied || !bytes.equals(copied)) problems.push(`dist/data/${path} is not data/${path}`)
    if (path === 'README.md' || path.startsWith('not-figures/')) continue
    if (!bytes.equals(Buffer.from(carried[path] ?? '', 'base64')))
      problems.push(`dist-single/index.html does not carry data/${path} as it is`)
  }
}

function checkCss(problems) {
  // Chromium 80 drops these blocks in silence, and the build does not rewrite them. Flex `gap` cannot be told from grid's.
  const unknown = ['@layer', '@container', ':has(', 'dvh', '@scope', '@starting-style']
  for (const name of readdirSync('dist/assets').filter((file) => file.endsWith('.css'))) {
    const css = readFileSync(`dist/assets/${name}`, 'utf8')
    for (const word of unknown)
      if (css.includes(word)) problems.push(`${name} has ${word}, which Chromium 80 drops`)
  }
}

export function checkPages() {
  const problems = []
  for (const file of ['dist/index.html', 'dist-single/index.html']) {
    const html = readFileSync(file, 'utf8')
    checkPolicy(file, html, problems)
    checkMarkup(file, html, problems)
  }
  const alone = filesBelow('dist-single').filter((name) => name !== 'index.html')
  if (alone.length > 0) problems.push(`dist-single must be one file, it also has ${alone.join(', ')}`)
  checkData(problems)
  checkCss(problems)
  return problems
}

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inlineScripts, inlineStyles, policyFor, withPolicy } from '../../../.scripts/vite/csp.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1)

const page = `<!doctype html>
<html><head>
<script>var 法 = "a < b"</script>
<style>b { color: red }</style>
<script type="module" crossorigin>const html = '<style>not one</style>'</script>
<script type="module" src="./assets/a.js"></script>
</head><body><!-- <style>nor this</style> -->
<script type="application/json" id="carried-data">{"a":"b"}</script>
</body></html>`

it('finds the inline scripts that run, and no data or linked ones', () => {
  expect(inlineScripts(page)).toEqual(['var 法 = "a < b"', "const html = '<style>not one</style>'"])
})

it('finds style elements, but none in scripts and comments', () => {
  expect(inlineStyles(page)).toEqual(['b { color: red }'])
})

describe.each(['multi', 'single'] as const)('the policy of the %s build', (kind) => {
  const policy = policyFor(page, kind)

  it('has the hash of every inline script and style', () => {
    for (const text of inlineScripts(page)) expect(directive(policy, 'script-src')).toContain(hashOf(text))
    for (const text of inlineStyles(page)) expect(directive(policy, 'style-src')).toContain(hashOf(text))
  })

  it('allows nothing by default and no unsafe word', () => {
    expect(directive(policy, 'default-src')).toBe("'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toMatch(/https?:/)
  })

  it('is the first element of the head', () => {
    expect(withPolicy(page, kind)).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/)
  })
})

it('forbids the single build every connection and lets the other one speak to its own server only', () => {
  expect(directive(policyFor(page, 'single'), 'connect-src')).toBe("'none'")
  expect(directive(policyFor(page, 'multi'), 'connect-src')).toBe("'self'")
})

it('refuses a page without a head instead of shipping it without a policy', () => {
  expect(() => withPolicy('<p>', 'multi')).toThrow(/head/)
})

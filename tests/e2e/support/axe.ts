import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What axe calls serious or critical on the page as it stands: rule, place and reason. */
export async function violations(page: Page, where: string): Promise<readonly string[]> {
  // As an expression of the debugger: the page's policy allows no script of a test.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id} ${node.target} ${node.failureSummary?.split('\n')[1]}`),
      )
  })
  return found.map((text) => `${where}: ${text}`)
}

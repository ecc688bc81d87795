import '#ui/styles/index.css'

document.documentElement.dataset.started = 'true'

/** A tab in the background paints no frame; it starts after this long all the same. */
const LONGEST_WAIT_MS = 500

/** Resolves once the overview the build drew has been painted: the app's code would hold that paint back. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, LONGEST_WAIT_MS)
  })

async function main(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html lacks #root')
  if (document.getElementById('prerendered')) await painted()
  const { start } = await import('./start.tsx')
  start(root)
}

void main()

import { createContext, type ReactNode, useContext } from 'react'

/** Turns a path into the full address, keeping the year that is looked at. The shell provides it. */
export const HrefContext = createContext<(path: string) => string>((path) => `#${path}`)

export const useHref = (): ((path: string) => string) => useContext(HrefContext)

interface LinkProps {
  readonly to: string
  readonly className?: string | undefined
  readonly current?: boolean | undefined
  readonly label?: string | undefined
  readonly children: ReactNode
}

/** A link inside the app. */
export function Link({ to, className, current, label, children }: LinkProps) {
  const href = useHref()(to)
  return (
    <a className={className} href={href} aria-current={current ? 'page' : undefined} aria-label={label}>
      {children}
    </a>
  )
}

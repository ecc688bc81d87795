import { Suspense } from 'react'
import { findIndicator } from '#domain/catalogue.ts'
import { selectDataset } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { CrashScreen } from './CrashScreen.tsx'
import { ChangeBar, EditDialog } from './routes.tsx'

/** The form for one figure while it is open, else what became of the last change; loaded when first needed. */
export function Editing() {
  const dataset = useApp(selectDataset)
  const { editing, notice } = useApp((state) => state.session)
  const exportLog = useApp((state) => state.log.exportLog)
  if (!dataset) return null
  const indicator = editing && findIndicator(dataset.catalogue, editing.indicator)
  return (
    <CrashScreen backup={exportLog}>
      <div role="status" className="change-bar-place">
        {notice && !indicator && (
          <Suspense fallback={null}>
            <ChangeBar dataset={dataset} notice={notice} />
          </Suspense>
        )}
      </div>
      {editing && indicator && (
        <Suspense fallback={null}>
          <EditDialog dataset={dataset} indicator={indicator} year={editing.year} run={editing.run ?? null} />
        </Suspense>
      )}
    </CrashScreen>
  )
}

import { type ReactNode, useMemo } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { planImport } from '#importing/upload/planImport.ts'
import { useApp } from '#store/useApp.ts'
import { importWords } from '#ui/importWords.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { words } from '#ui/words.ts'
import '#ui/styles/import.css'
import '#ui/styles/importSteps.css'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { useDesk } from './desk.ts'
import { FileStep } from './FileStep.tsx'
import { useIntake } from './intake.ts'
import { MemoryPart } from './MemoryPart.tsx'
import { NamesPart } from './NamesPart.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { canPreview, fileFaults, warningsLeft } from './progress.ts'
import { RecogniseStep } from './RecogniseStep.tsx'
import { StepRow, type StepState } from './Step.tsx'
import type { ImportSession } from './session.ts'
import { useFocusKept } from './useFocusKept.ts'
import { WriteStep } from './WriteStep.tsx'
import { WrittenCard } from './WrittenCard.tsx'

/** How far each of the six steps is. */
function statesOf(session: ImportSession): readonly StepState[] {
  const { current, reading } = session
  if (current === null) return ['open', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting']
  if (!reading) return ['done', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting']
  const isTable = reading.layout !== null
  const isWholeRefused = fileFaults(reading).length > 0
  const named = reading.unknown.every(({ answer }) => answer !== null)
  const preview = canPreview(session)
  const isClear = reading.counts.blocks === 0 && warningsLeft(session) === 0
  return [
    'done',
    isWholeRefused || !isTable ? 'open' : 'done',
    !isTable ? 'waiting' : named ? 'done' : 'open',
    !isTable ? 'waiting' : isClear ? 'done' : 'open',
    preview ? 'done' : 'waiting',
    preview ? 'open' : 'waiting',
  ]
}

interface PageProps {
  readonly dataset: Dataset
  /** The way to get a table that is read without questions. */
  readonly template?: ReactNode
}

/** Takes an office spreadsheet in, in six steps on one page; nothing is written before the last click. */
export function ImportPage({ dataset, template }: PageProps) {
  // Lives as long as the app does: the work survives a look at another page.
  const app = useApp((state) => state.applySession)
  const memory = useApp((state) => state.memory)
  const [desk, session] = useDesk(app, dataset, memory)
  const isOver = useIntake(desk.add)
  const { reading, written } = session
  const plan = useMemo(
    () => (reading && canPreview({ reading }) ? planImport(dataset, reading) : null),
    [dataset, reading],
  )
  const page = useFocusKept(session)
  const part = { desk, session, dataset }
  return (
    <div ref={page} className="import-page" aria-busy={session.isReading}>
      <PageHead title={words.importData} lead={importWords.lead} />
      <StepRow states={statesOf(session)} />
      {written && <WrittenCard desk={desk} session={session} written={written} />}
      <FileStep desk={desk} session={session} />
      <RecogniseStep {...part} />
      <ColumnsStep {...part}>
        {reading && <NamesPart desk={desk} reading={reading} dataset={dataset} />}
        <MemoryPart dataset={dataset} />
      </ColumnsStep>
      <CheckStep desk={desk} session={session} />
      <PreviewStep {...part} plan={plan} />
      <WriteStep desk={desk} session={session} plan={plan} />
      {session.current === null && template}
      {isOver && (
        <div className="import-over" aria-hidden="true">
          {importWords.dropNow}
        </div>
      )}
    </div>
  )
}

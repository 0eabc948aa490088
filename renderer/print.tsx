/**
 * The page that is printed: fetches one job, draws every page of it, and says on the root element when paper may be
 * made of it (`data-pack-ready="true"`) or why not (`"error"`, with the reason in `data-pack-error`).
 */
import './print-failure.ts'
import './no-eval.ts'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { chartWithoutMarks } from './charts/chart-frame.tsx'
import './theme/fonts.css'
import './pack/print.css'
import type { HandoverSheet } from '#shared/domain/handover.ts'
import type { PrintedModel } from '#shared/domain/printed-sheet.ts'
import { languageSchema, type Language } from '#shared/domain/text.ts'
import type { ContractSheet } from '#shared/domain/third-party/contract-sheet.ts'
import type { DrawnFigure } from '#shared/pack-model/drawn-figure.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { contractFurniture, ContractPages } from './pack/contract-pages.tsx'
import { drawnFigures } from './pack/drawing/drawn-figures.ts'
import { handoverFurniture, HandoverPages } from './pack/handover-pages.tsx'
import { type Furniture, furnitureOf } from './pack/page-furniture.tsx'
import { PackPages } from './pack/pack-pages.tsx'
import { sheetFurniture, SheetPages } from './pack/sheet-pages.tsx'
import { tokenProperties } from './theme/tokens.ts'

type Job = {
  readonly language: Language
  readonly title: string
} & (
  | { readonly kind: 'pack' | 'figures'; readonly model: PackModel }
  | { readonly kind: 'handover'; readonly model: HandoverSheet }
  | { readonly kind: 'contract'; readonly model: ContractSheet }
  | { readonly kind: 'sheet'; readonly model: PrintedModel }
)

const root = document.documentElement

async function drawJob(): Promise<void> {
  const job = readJob(await (await fetch('./print-job.json')).json())
  root.lang = job.language
  document.title = job.title
  for (const [name, value] of Object.entries(tokenProperties('paper'))) root.style.setProperty(name, value)
  const { furniture, pages } = pagesOf(job)
  fillPageMargins(furniture)
  const element = pagesElement()
  // Laid out while they are drawn, rows would be fitted to their sheets in fonts that only stand in, and once more in their own.
  element.hidden = true
  createRoot(element).render(pages)
  await drawn()
  await chartsDrawn()
  element.hidden = false
  await fontsOf(furniture)
  // Laid out in the first frame, the pages ask for their fonts.
  await nextFrame()
  await nextFrame()
  await document.fonts.ready
  // One frame in which the pages take the sizes of their own fonts, one in which rows are set closer where they must be.
  await nextFrame()
  await nextFrame()
  await document.fonts.ready
  refuseEmptyCharts()
  if (job.kind === 'figures') handOver(drawnFigures(document, furniture))
}

function pagesOf(job: Job): { readonly furniture: Furniture; readonly pages: ReactNode } {
  const { language } = job
  switch (job.kind) {
    case 'pack':
    case 'figures':
      return {
        furniture: furnitureOf(job.model, language),
        pages: <PackPages model={job.model} language={language} />,
      }
    case 'handover':
      return {
        furniture: handoverFurniture(job.model, language),
        pages: <HandoverPages sheet={job.model} language={language} />,
      }
    case 'contract':
      return {
        furniture: contractFurniture(job.model, language),
        pages: <ContractPages sheet={job.model} language={language} />,
      }
    case 'sheet':
      return {
        furniture: sheetFurniture(job.model, language),
        pages: <SheetPages model={job.model} language={language} />,
      }
  }
}

const kinds: readonly unknown[] = ['pack', 'figures', 'handover', 'contract', 'sheet'] satisfies readonly Job['kind'][]

function readJob(found: unknown): Job {
  if (typeof found !== 'object' || found === null || !('kind' in found) || !kinds.includes(found.kind))
    throw new Error('print-job.json holds nothing to print')
  // Written by the register process of the same build: its shape is the type's.
  const job = found as Job
  return { ...job, language: languageSchema.parse(job.language) }
}

/** For the shell, which reads it where it would print otherwise (see `PrintJob`). */
function handOver(figures: readonly DrawnFigure[]): void {
  const element = document.createElement('script')
  element.type = 'application/json'
  element.id = 'figures'
  element.textContent = JSON.stringify(figures)
  document.head.append(element)
}

function pagesElement(): HTMLElement {
  const element = document.getElementById('pages')
  if (!element) throw new Error('print.html has no place for the pages')
  return element
}

/** Page boxes take their words from the root's custom properties. */
function fillPageMargins(furniture: Furniture): void {
  root.style.setProperty('--pack-running-head', cssString(furniture.runningHead))
  root.style.setProperty('--pack-classification', cssString(furniture.classification))
  root.style.setProperty('--pack-identity', cssString(furniture.identity))
  root.style.setProperty('--pack-standing', cssString(furniture.standing))
}

/** A CSS string; whatever is no letter, figure or sign of its own is written by its number. */
function cssString(text: string): string {
  const escaped = text.replace(/[\p{Cc}"\\<]/gu, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}

/** Resolves once the pages stand in the document. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('.pack-sheet') === null) return
      watch.disconnect()
      resolve()
    })
    watch.observe(pagesElement(), { childList: true, subtree: true })
  })
}

/**
 * A slice of a font is loaded when a letter of it is laid out, and the page boxes are laid out only while printing: what
 * stands in them alone would come from a font of the system, as Type 3.
 */
async function fontsOf(furniture: Furniture): Promise<void> {
  const family = getComputedStyle(pagesElement()).fontFamily
  const text = Object.values(furniture).join('') + '0123456789 /'
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 10.7px ${family}`, text)))
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

/** Far more frames than any chart needs, so that a mark that never comes is told by its chart and not by a timeout. */
const patienceInFrames = 300

/** A chart takes its marks up over some frames; on paper all of them stand. */
async function chartsDrawn(): Promise<void> {
  for (let frame = 0; ; frame += 1) {
    const unfinished = chartWithoutMarks(document)
    if (unfinished === null) return
    if (frame === patienceInFrames)
      throw new Error(`a chart is not drawn: ${unfinished.querySelector('[aria-label]')?.ariaLabel ?? ''}`)
    await nextFrame()
  }
}

function refuseEmptyCharts(): void {
  for (const chart of document.querySelectorAll('[role="img"], [role="figure"]')) {
    const { width, height } = chart.getBoundingClientRect()
    if (width === 0 || height === 0) throw new Error(`a chart has no size: ${chart.getAttribute('aria-label') ?? ''}`)
  }
}

drawJob().then(
  () => {
    root.dataset['packReady'] = 'true'
  },
  (error: unknown) => {
    root.dataset['packError'] = error instanceof Error ? error.message : String(error)
    root.dataset['packReady'] = 'error'
  },
)

/** One figure of a pack for a slide, beside what lies in the folder that a person chose. */
import type { PrintJob } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'
import { writeNewFile } from './new-file.ts'
import { figureFiles } from './pack-figures.ts'

/** The names it has got: `PACK-2026Q2-figure-08-movement.en.svg` and `.png`. NOT_FOUND where the pack draws none of this key. */
export async function writeFigure(
  facts: PackInput,
  key: string,
  folder: string,
  print: (job: PrintJob) => Promise<Uint8Array>,
): Promise<readonly string[]> {
  const model = buildPackModel(facts)
  const files = await figureFiles(
    model,
    facts.language,
    say(facts.language, model.heading),
    print,
    (figure) => figure.key === key,
  )
  if (files.length === 0) throw new Problem('NOT_FOUND', { noun: 'record', id: key })
  const of = facts.entity == null ? '' : `-${facts.entity.code}`
  const pack = `${facts.code ?? `DRAFT-${facts.asOf}`}${of}`
  return files.map(({ name, content }) => writeNewFile(folder, `${pack}-${name}`, content))
}

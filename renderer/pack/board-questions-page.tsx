/** The board's questions: one row each, answered or open, on what, and who owes what by when. */
import type { BoardQuestionRow, BoardQuestionsPage } from '#shared/pack-model/pages.ts'
import { questionMarks } from '#renderer/charts/standing-look.ts'
import { WordMark } from './pack-marks.tsx'
import { PackFigure } from './pack-figure.tsx'
import { Head, Name, usePackWords } from './pack-words.tsx'

export function BoardQuestionsContent({ page }: { page: BoardQuestionsPage }) {
  const figure = page.questions
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) => (
        <table className="pack-table pack-tight pack-fixed" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="paper.column.question" />
              </th>
              <th scope="col" style={{ width: 82 }}>
                <Head of="paper.column.state" />
              </th>
              <th scope="col" style={{ width: 226 }}>
                <Head of="paper.column.answeredBy" />
              </th>
              <th scope="col" style={{ width: 96 }}>
                <Head of="paper.column.owedBy" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.rows.map((row) => (
              <QuestionRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function QuestionRow({ row }: { row: BoardQuestionRow }) {
  const { t, say, language } = usePackWords()
  const other = language === 'ja' ? 'en' : 'ja'
  const title = row.title[language] ?? row.title[other]
  const records = [
    ...row.controls.slice(0, 2),
    ...(row.controls.length > 2 ? [`+${String(row.controls.length - 2)}`] : []),
  ]
  const figures = row.figures.map(
    ({ id, status, value }) => `${id} ${value === null ? t(`status.${status}`) : say(value)}`,
  )
  return (
    <tr>
      <th scope="row">
        <span className="pack-clamp pack-clamp-two">
          <span className="pack-code">{row.id}</span>{' '}
          <span lang={row.title[language] === null ? other : undefined}>{title?.text}</span>
        </span>
      </th>
      <td>
        <WordMark status={questionMarks[row.state]} of={`requirement.questionState.${row.state}`} />
      </td>
      <td>
        <span className="pack-clamp">{row.note ?? records.join(t('app.listSeparator'))}</span>
        <span className="pack-small pack-line pack-clamp">
          {(row.note === null ? figures : [...records, ...figures]).join(t('app.listSeparator'))}
        </span>
      </td>
      <td>
        {row.owner !== null && <Name of={row.owner} />}
        {row.dueOn !== null && <span className="pack-small pack-line">{row.dueOn}</span>}
      </td>
    </tr>
  )
}

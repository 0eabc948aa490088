/** Five grades beside each other, chosen as one of a group. `clearLabel` offers to leave the grade out. */
import './grade-input.css'

export interface GradeInputProps {
  readonly name: string
  readonly label: string
  readonly value: number | null
  readonly onChange: (grade: number | null) => void
  readonly clearLabel?: string
  readonly problem?: string | undefined
}

const grades = [1, 2, 3, 4, 5]

export function GradeInput({ name, label, value, onChange, clearLabel, problem }: GradeInputProps) {
  return (
    <fieldset className="grade-input">
      <legend>{label}</legend>
      <span className="grade-choices">
        {grades.map((grade) => (
          <label key={grade} data-chosen={grade === value}>
            <input type="radio" name={name} value={grade} checked={grade === value} onChange={() => onChange(grade)} />
            {grade}
          </label>
        ))}
        {clearLabel !== undefined && (
          <label data-chosen={value === null} className="grade-none">
            <input type="radio" name={name} value="" checked={value === null} onChange={() => onChange(null)} />
            {clearLabel}
          </label>
        )}
      </span>
      {problem !== undefined && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  )
}

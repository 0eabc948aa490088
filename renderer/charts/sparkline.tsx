/** The course of a figure over its last packs, on its own scale: dashed limit, a dot where it stands now. */
interface Props {
  /** In words, or null where the value and its change stand beside it anyway. */
  label: string | null
  /** Oldest first; null where there was no value. */
  values: readonly (number | null)[]
  limit: number | null
  width: number
  height: number
}

export function Sparkline({ label, values, limit, width, height }: Props) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const scale = limit === null ? known : [...known, limit]
  const [least, most] = [Math.min(...scale), Math.max(...scale)]
  const y = (value: number) =>
    most === least ? height / 2 : height - 4 - ((value - least) / (most - least)) * (height - 8)
  const x = (index: number) => (values.length === 1 ? width - 5 : 3 + (index / (values.length - 1)) * (width - 8))
  const last = values.length - 1
  const now = values[last] ?? null
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {limit !== null && (
        <path d={`M0 ${y(limit)}H${width}`} stroke="var(--daicho-appetite)" strokeDasharray="3 2" fill="none" />
      )}
      <path d={courseOf(values, x, y)} stroke="var(--daicho-ai)" strokeWidth="1.6" fill="none" />
      {now !== null && <circle cx={x(last)} cy={y(now)} r="2.8" fill="var(--daicho-ai)" />}
    </svg>
  )
}

/** A missing value breaks the line. */
function courseOf(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number) {
  let path = ''
  let pen = 'M'
  values.forEach((value, index) => {
    if (value === null) pen = 'M'
    else {
      path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
      pen = 'L'
    }
  })
  return path
}

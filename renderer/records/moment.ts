/** Instants as they are shown: the day and the time of this computer, ISO, to the minute. */
export function dayAndTime(instant: string): { readonly day: string; readonly time: string } {
  const date = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    day: `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  }
}

export function momentText(instant: string): string {
  const { day, time } = dayAndTime(instant)
  return `${day} ${time}`
}

/** Finding in what is shown: the screen's own field for it. */

/** Puts the focus into the screen's field for finding and selects what stands in it. False where the screen has none. */
export function findHere(): boolean {
  const field = [...document.querySelectorAll<HTMLInputElement>('main input[type="search"]')].find(
    (each) => each.checkVisibility() && !each.disabled,
  )
  field?.focus()
  field?.select()
  return field !== undefined
}

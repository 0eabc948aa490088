/** Is text being typed where the focus is? The editor that waits in the active cell of a grid has nothing typed in it yet. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('.cell-editor[data-open="false"]') !== null) return false
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !boxes.includes(target.type))
}

/** Inputs that hold no text. */
const boxes: readonly string[] = ['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color']

/** Does what has the focus take a letter for itself: a field, a cell, a menu in which letters choose? */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    isTyping(target) ||
    target.isContentEditable ||
    target.closest('select, input[type="radio"], [data-column], [role="menu"], [role="listbox"], [role="combobox"]') !==
      null
  )
}

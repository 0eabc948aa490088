/**
 * Where a dialog is entered: its first field. Left to itself, the dialog would take its first button, which is the cross that
 * closes it.
 */
export function firstField(form: HTMLElement | null): void {
  form?.querySelector('input:enabled, select:enabled, textarea:enabled')?.setAttribute('data-autofocus', '')
}

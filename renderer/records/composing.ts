/**
 * Keys pressed while an input method composes belong to it: Enter takes a conversion and must not save, choose or close.
 * Some systems report the last one only by the old key code 229.
 */
export function isComposing(
  event: { readonly nativeEvent: globalThis.KeyboardEvent } | globalThis.KeyboardEvent,
): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || composingKeyCode(native) === 229
}

function composingKeyCode(event: { readonly keyCode?: unknown }): unknown {
  return event.keyCode
}

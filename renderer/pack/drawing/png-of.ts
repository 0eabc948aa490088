/** A drawing as a picture on a white ground, two pixels for each of its own, in the faces of the page. */
import type { Drawing } from './drawing.ts'
import { fontOf } from './words-of.ts'

const sharpness = 2

/** Base64. */
export function pngOf({ width, height, items }: Drawing): string {
  const canvas = document.createElement('canvas')
  canvas.width = width * sharpness
  canvas.height = height * sharpness
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas to draw a figure on')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  for (const item of items) {
    pen.setTransform(sharpness, 0, 0, sharpness, 0, 0)
    if (item.kind === 'path') {
      if (item.matrix !== null) pen.transform(...item.matrix)
      const shape = new Path2D(item.shape)
      if (item.fill !== null) {
        pen.fillStyle = item.fill
        pen.fill(shape)
      }
      if (item.stroke !== null) {
        pen.strokeStyle = item.stroke
        pen.lineWidth = item.strokeWidth
        pen.setLineDash([...item.dash])
        pen.stroke(shape)
      }
      continue
    }
    pen.font = fontOf(item)
    if (item.halo !== null) {
      pen.strokeStyle = item.halo.colour
      pen.lineWidth = item.halo.width
      pen.lineJoin = 'round'
      pen.setLineDash([])
      pen.strokeText(item.text, item.x, item.y)
    }
    pen.fillStyle = item.fill
    pen.fillText(item.text, item.x, item.y, item.width > 0 ? item.width * 1.01 : undefined)
  }
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length)
}

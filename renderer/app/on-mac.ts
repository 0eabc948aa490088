/** Which of the two sets of keys counts here. */
export const onMac = navigator.userAgent.includes('Macintosh')

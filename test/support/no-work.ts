/** Long work that nobody watches and nobody gives up. */
export const noWork = { signal: new AbortController().signal, progress: () => undefined }

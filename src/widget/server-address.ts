/** @returns where a server is, without a slash at its end; null for what is no web address */
export function serverAddress(address: string): string | null {
  if (!URL.canParse(address, document.baseURI)) return null
  const { protocol, href } = new URL(address, document.baseURI)
  if (!/^https?:$/.test(protocol)) return null
  let end = href.length
  while (href[end - 1] === '/') end--
  return href.slice(0, end)
}

/** The server that this script came from. */
export const ownServer = serverAddress(new URL('.', import.meta.url).href) ?? ''

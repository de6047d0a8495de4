// The two lines of the MCP TypeScript SDK in use today, by the same names.
export async function load(line) {
  if (line === 'v2') return import('@modelcontextprotocol/client');
  const [client, transport, auth] = await Promise.all([
    import('@modelcontextprotocol/sdk/client/index.js'),
    import('@modelcontextprotocol/sdk/client/streamableHttp.js'),
    import('@modelcontextprotocol/sdk/client/auth.js'),
  ]);
  return { ...client, ...transport, ...auth };
}

// What an MCP client keeps about its authorization, kept in memory; the interface is the SDKs'.
export class MemoryProvider {
  client;
  savedTokens;
  authorizationUrl;
  lastState;
  #verifier;
  #discovery;

  constructor(redirectUri, authMethod) {
    this.redirectUrl = redirectUri;
    this.clientMetadata = {
      client_name: 'Roster test',
      client_uri: 'https://client.example.com',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: authMethod,
    };
  }

  // What a server sees when a token has expired: one it does not accept.
  spoilAccessToken() {
    this.savedTokens = { ...this.savedTokens, access_token: 'spoilt' };
  }

  state() {
    this.lastState = crypto.randomUUID();
    return this.lastState;
  }

  clientInformation() {
    return this.client;
  }

  saveClientInformation(client) {
    this.client = client;
  }

  tokens() {
    return this.savedTokens;
  }

  saveTokens(tokens) {
    this.savedTokens = tokens;
  }

  redirectToAuthorization(url) {
    this.authorizationUrl = url;
  }

  codeVerifier() {
    return this.#verifier;
  }

  saveCodeVerifier(verifier) {
    this.#verifier = verifier;
  }

  discoveryState() {
    return this.#discovery;
  }

  saveDiscoveryState(state) {
    this.#discovery = state;
  }

  invalidateCredentials(scope) {
    if (scope === 'all' || scope === 'client') this.client = undefined;
    if (scope === 'all' || scope === 'tokens') this.savedTokens = undefined;
  }
}

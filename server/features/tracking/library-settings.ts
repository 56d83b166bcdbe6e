/**
 * What Segment's browser library asks before it starts, so that it sends to this installation: the address, and no other destinations.
 * `publicUrl` is where browsers reach this installation.
 */
export function librarySettings(publicUrl: string, writeKey: string): Record<string, unknown> {
  const { protocol, host } = new URL(publicUrl)
  return {
    integrations: {
      'Segment.io': {
        apiKey: writeKey,
        apiHost: `${host}/v1`,
        protocol: protocol.replace(':', ''),
        unbundledIntegrations: [],
        addBundledMetadata: false,
        deliveryStrategy: { config: { keepalive: true } },
      },
    },
    plan: { track: { __default: { enabled: true, integrations: {} } } },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0, host: `${host}/v1` },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  }
}

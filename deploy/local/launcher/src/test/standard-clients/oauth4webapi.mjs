import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import * as her from './person.mjs'

const as = await oauth.processDiscoveryResponse(
  her.origin, await oauth.discoveryRequest(her.origin, { algorithm: 'oauth2' }))
assert.ok(as.dpop_signing_alg_values_supported.includes('ES256'))
her.done('discovery')
await oauth.processDiscoveryResponse(her.origin, await oauth.discoveryRequest(her.origin))
her.done('discovery as OpenID')

const client = { client_id: her.clientId }
const auth = oauth.None()
const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'))
const first = await oauth.processGenericTokenEndpointResponse(
  as, client,
  await oauth.genericTokenEndpointRequest(as, client, auth, her.passwordGrant, her.signIn(her.user), { DPoP }))
her.isDpopBound(first)
her.done('password grant')

const at = (tokens, method, path, body, headers) =>
  oauth.protectedResourceRequest(
    tokens.access_token, method, new URL(path, her.origin), new Headers(headers), body, { DPoP })
await her.isHers(await at(first, 'GET', '/v1/account'))
her.done('user-service')

const second = await oauth.processRefreshTokenResponse(
  as, client,
  await oauth.refreshTokenGrantRequest(as, client, auth, first.refresh_token, {
    DPoP,
    additionalParameters: { resource: her.cycle },
  }))
her.isDpopBound(second)
her.done('refresh')
her.isWritten(
  await at(second, 'PUT', '/v1/journal/days', her.day('2021-03-02'), { 'content-type': 'application/json' }))
await her.isForecast(await at(second, 'GET', '/v1/forecast'))
her.done('cycle-service')

await assert.rejects(at(first, 'GET', '/v1/forecast'), (refused) => {
  assert.ok(refused instanceof oauth.WWWAuthenticateChallengeError)
  assert.equal(refused.cause[0].scheme, 'dpop')
  assert.equal(refused.cause[0].parameters.error, 'invalid_token')
  return true
})
her.done('a challenge that it understands')

await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, auth, second.refresh_token))
const refused = await oauth.refreshTokenGrantRequest(as, client, auth, second.refresh_token, {
  DPoP,
  additionalParameters: { resource: her.user },
})
await assert.rejects(
  oauth.processRefreshTokenResponse(as, client, refused),
  (told) => told instanceof oauth.ResponseBodyError && told.error === 'invalid_grant')
her.done('revocation')

import assert from 'node:assert/strict'
import * as client from 'openid-client'
import * as her from './person.mjs'

const config = await client.discovery(her.origin, her.clientId, undefined, client.None(), { algorithm: 'oauth2' })
assert.equal(config.serverMetadata().issuer, her.origin.origin)
her.done('discovery')
await client.discovery(her.origin, her.clientId, undefined, client.None())
her.done('discovery as OpenID')

const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'))
const first = await client.genericGrantRequest(config, her.passwordGrant, her.signIn(her.user), { DPoP })
her.isDpopBound(first)
her.done('password grant')

const at = (tokens, method, path, body, headers) =>
  client.fetchProtectedResource(
    config, tokens.access_token, new URL(path, her.origin), method, body, new Headers(headers), { DPoP })
await her.isHers(await at(first, 'GET', '/v1/account'))
her.done('user-service')

const second = await client.refreshTokenGrant(config, first.refresh_token, { resource: her.cycle }, { DPoP })
her.isDpopBound(second)
her.done('refresh')
her.isWritten(
  await at(second, 'PUT', '/v1/journal/days', her.day('2021-03-01'), { 'content-type': 'application/json' }))
await her.isForecast(await at(second, 'GET', '/v1/forecast'))
her.done('cycle-service')

await assert.rejects(at({ access_token: first.access_token }, 'GET', '/v1/forecast'), (refused) => {
  assert.ok(refused instanceof client.WWWAuthenticateChallengeError)
  assert.equal(refused.status, 401)
  assert.equal(refused.cause[0].scheme, 'dpop')
  assert.equal(refused.cause[0].parameters.error, 'invalid_token')
  return true
})
her.done('a challenge that it understands')

await client.tokenRevocation(config, second.refresh_token)
await assert.rejects(
  client.refreshTokenGrant(config, second.refresh_token, { resource: her.user }, { DPoP }),
  (refused) => refused instanceof client.ResponseBodyError && refused.error === 'invalid_grant')
her.done('revocation')

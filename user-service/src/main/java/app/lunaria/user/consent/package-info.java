/** Consent: what a person allowed, in which version of the text, and when she took it back. */
package app.lunaria.user.consent;

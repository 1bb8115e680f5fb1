/** Passwords: what is accepted, and how they are hashed. */
package app.lunaria.user.password;

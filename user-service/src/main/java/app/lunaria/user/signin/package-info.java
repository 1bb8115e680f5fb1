/** Sign-in by e-mail address and password, and the limit on guesses. */
package app.lunaria.user.signin;

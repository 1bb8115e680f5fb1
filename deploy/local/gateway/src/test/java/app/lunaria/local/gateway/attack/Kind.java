package app.lunaria.local.gateway.attack;

/** What a gateway that falls for it gets wrong. */
enum Kind {
  /** A header field reaches a service that should not, or one that should is lost or changed. */
  FIELDS,
  /** A request reaches a service that its path does not belong to. */
  ROUTES,
  /** More reaches a service than it should have to take. */
  SIZES,
  /** Two readers of the same bytes can see different requests. */
  FRAMING
}

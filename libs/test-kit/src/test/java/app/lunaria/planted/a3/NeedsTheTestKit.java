package app.lunaria.planted.a3;

import app.lunaria.testkit.architecture.rules.Rule;

class NeedsTheTestKit {
  Rule rule() {
    return Rule.A3;
  }
}

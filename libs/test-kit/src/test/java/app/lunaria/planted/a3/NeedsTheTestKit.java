package app.lunaria.planted.a3;

import app.lunaria.testkit.architecture.Rule;

class NeedsTheTestKit {
  Rule rule() {
    return Rule.A3;
  }
}

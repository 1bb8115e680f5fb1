package app.lunaria.planted.a10;

import io.smallrye.mutiny.Uni;

class KnowsTheFramework {
  Uni<String> answer;
}

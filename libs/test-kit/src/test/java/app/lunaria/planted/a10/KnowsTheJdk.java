package app.lunaria.planted.a10;

import java.util.concurrent.CompletionStage;

class KnowsTheJdk {
  CompletionStage<String> answer;
}

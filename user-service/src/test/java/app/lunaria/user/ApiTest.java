package app.lunaria.user;

import app.lunaria.kit.problem.ProblemType;
import app.lunaria.testkit.api.ApiDescription;
import java.util.Arrays;
import java.util.stream.Collectors;

class ApiTest extends ApiDescription {
  ApiTest() {
    super(
        "user-service",
        Arrays.stream(ProblemType.values()).map(ProblemType::slug).collect(Collectors.toSet()));
  }
}

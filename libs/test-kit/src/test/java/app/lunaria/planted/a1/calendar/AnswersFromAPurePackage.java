package app.lunaria.planted.a1.calendar;

import jakarta.ws.rs.core.Response;

class AnswersFromAPurePackage {
  Response answer() {
    return Response.ok().build();
  }
}

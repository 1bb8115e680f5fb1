package app.lunaria.planted.a4;

import jakarta.ws.rs.core.Response;

class DayResource {
  record Body(Response.Status status) {}

  Response answer() {
    return Response.ok().build();
  }
}

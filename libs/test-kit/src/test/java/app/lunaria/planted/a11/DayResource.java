package app.lunaria.planted.a11;

import jakarta.ws.rs.GET;

class DayResource {
  @GET
  public String read() {
    return today();
  }

  String today() {
    return "";
  }
}

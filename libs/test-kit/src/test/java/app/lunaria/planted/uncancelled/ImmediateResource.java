package app.lunaria.planted.uncancelled;

import jakarta.ws.rs.GET;

class ImmediateResource {
  @GET
  public String read() {
    return "";
  }
}

package app.lunaria.planted.a11;

import jakarta.ws.rs.GET;

class SilentResource {
  @GET
  String read() {
    return "";
  }
}
